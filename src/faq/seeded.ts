import { createHash } from 'node:crypto'

/** SHA-256, hexadecimal, of the parts. */
export function digest(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** An id of an entry: short enough to be typed, and the same whenever the parts are. */
export function idOf(...parts: readonly string[]): string {
  return `q-${digest(...parts).slice(0, 10)}`
}

/** One of the first `choice` items, chosen by the run's seed and the key, put in front of the others. */
export function chosenFirst<T>(items: readonly T[], choice: number, seed: number, key: string): T[] {
  const among = Math.min(choice, items.length)
  if (among < 2) return [...items]
  const at = Number.parseInt(digest(seed, key).slice(0, 8), 16) % among
  return [items[at]!, ...items.filter((_, i) => i !== at)]
}
