import { wordAt } from './words.js'

/**
 * The owners of the values of a 分别: 城镇和农村居民人均可支配收入 has two, each with the shared words behind the list.
 * One owner, or another number of them than there are values, is given to every value.
 */
export function ownersOf(noun: string, values: number): string[] {
  const parts = [/、|以及|(?:和|与|及)/, /、/].map((joint) => noun.split(joint).filter((part) => part !== ''))
  const owners = parts.find((list) => list.length === values)
  if (!owners || values < 2) return Array.from({ length: values }, () => noun)
  const shared = wordAt('attributes', 'end', owners.at(-1)!)
  return owners.map((owner) => (shared && !wordAt('attributes', 'end', owner) ? owner + shared : owner))
}
