import { splitPair, wordAt } from './words.js'

const JOINTS = [/,/, /、/, /、|以及|(?:和|与|及)/]

/**
 * The owners of the values of a 分别: 城镇和农村居民人均可支配收入 has two, each with the shared words behind the list.
 * One owner, or another number of them than there are values, is given to every value.
 */
export function ownersOf(noun: string, values: number): string[] {
  const lists = JOINTS.map((joint) => noun.split(joint).filter((part) => part !== ''))
  const owners = lists.find((list) => list.length === values)
  const pair = !owners && values === 2 ? splitPair(noun) : null
  if (pair) return pair
  if (!owners || values < 2) return Array.from({ length: values }, () => noun)
  return shareWords(owners)
}

/** 单位生产总值用水量、能耗: what is used for one unit of output. */
const PER_OUTPUT = /^(?:单位|万元)(?:国内生产总值|地区生产总值|GDP|工业增加值)/
const CONSUMED = /能耗|水耗|电耗|消耗|用水量|用电量|碳排放|用地/

/** 失业保险、工伤保险参保人数, 原煤、原油产量: every owner but the last lacks the words behind the list. */
function shareWords(owners: readonly string[]): string[] {
  const last = owners.at(-1)!
  const output = PER_OUTPUT.exec(owners[0]!)?.[0]
  if (output) return owners.map((owner) => (CONSUMED.test(owner) && !PER_OUTPUT.test(owner) ? output + owner : owner))
  const ordinal = /^第[一二三四五](.+)$/.exec(last)?.[1]
  if (ordinal && owners.every((owner) => /^第[一二三四五]/.test(owner)))
    return owners.map((owner) => (owner.length === 2 ? owner + ordinal : owner))
  const kind = owners[0]!.slice(-2)
  const alike = last.lastIndexOf(kind) + kind.length
  const shared = kind.length === 2 && alike > 2 && alike < last.length ? last.slice(alike) : measureAtEnd(last)
  if (!shared || shared === last) return [...owners]
  return owners.map((owner) => (owner.endsWith(shared) || wordAt('attributes', 'end', owner) ? owner : owner + shared))
}

/** 人均财政补助标准 and 孤儿养育标准 are one measure, of which each owner has its own; so is 全产业链产值. */
const STANDARD = /(?:人均\p{Script=Han}{0,6}|孤儿(?:最低)?(?:养育|津贴|补贴)|最低)标准$/u
const CHAIN = '全产业链'

function measureAtEnd(owner: string): string {
  const standard = STANDARD.exec(owner)?.[0]
  if (standard) return standard
  const attribute = wordAt('attributes', 'end', owner)
  return owner.endsWith(CHAIN + attribute) ? CHAIN + attribute : attribute
}
