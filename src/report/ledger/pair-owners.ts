import { needsOwner, splitPair, wordAt } from './words.js'

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
  const relation = RELATION_END.exec(last)?.[0] ?? ''
  if (relation && relation.length < last.length)
    return shareWords([...owners.slice(0, -1), last.slice(0, -relation.length)]).map((owner) => owner + relation)
  const kind = owners[0]!.slice(-2)
  const alike = last.lastIndexOf(kind) + kind.length
  const shared = kind.length === 2 && alike > 2 && alike < last.length ? last.slice(alike) : measureAtEnd(last)
  if (shared === last && needsOwner(last)) return ownFirst(owners)
  if (!shared || shared === last) return [...owners]
  return owners.map((owner) => (lacks(owner, shared) ? owner + shared : owner))
}

/** 业务量和收入增速居全国: what all owners are set in relation to. */
const RELATION_END =
  /(?:均|都)?(?:[位稳跃]?居|排名?|位列|列|占|高于|快于|低于|优于|好于|升至)全[国省市区县][^、,]{0,6}$/
/** Whether the measure behind a list goes for this owner, too: a rate or share for every measure, 人次 for people alone. */
function lacks(owner: string, shared: string): boolean {
  if (owner.endsWith(shared)) return false
  if (shared === '人次') return /[客者]$/.test(owner)
  return /^(?:增[速幅]|占比)$/.test(shared) || wordAt('attributes', 'end', owner) === ''
}

/** 省属企业总产值、利润: a bare measure behind another one is of the same owner. */
function ownFirst(owners: readonly string[]): string[] {
  const first = owners[0]!
  const measured = first.slice(0, first.length - measureAtEnd(first).length)
  const holder = measured.slice(0, measured.length - wordAt('actions', 'end', measured).length)
  if (holder === first || holder.length < 2) return [...owners]
  return owners.map((owner) => (needsOwner(owner) ? holder + owner : owner))
}

/** 人均财政补助标准 and 孤儿养育标准 are one measure, of which each owner has its own; so is 全产业链产值. */
const STANDARD = /(?:人均\p{Script=Han}{0,6}|孤儿(?:最低)?(?:养育|津贴|补贴)|最低)标准$/u
/** 人均住房面积 is one measure. */
const PER_HEAD = /人均\p{Script=Han}{1,4}(?:面积|拥有量|消费量|寿命)$/u
const CHAIN = '全产业链'

function measureAtEnd(owner: string): string {
  const standard = STANDARD.exec(owner)?.[0] ?? PER_HEAD.exec(owner)?.[0]
  if (standard) return standard
  const attribute = wordAt('attributes', 'end', owner) || (owner.endsWith('贷款') ? '贷款' : '')
  return owner.endsWith(CHAIN + attribute) ? CHAIN + attribute : attribute
}
