import type { NumeralReading } from './classify-numerals.js'
import { figureWords } from './figure-words.js'
import { MERGES } from './read-left.js'
import { verbAt, wordAt } from './words.js'

/** The words behind a number. */
export interface RightWords {
  /** What is counted, where it stands behind the unit: 规上服务业企业 in 74家规上服务业企业. */
  noun: string
  /** What the amount belongs to, behind 的: 某工厂 in 投资30亿元的某工厂. */
  owner: string
  /** Where the words that the phrase needs end. */
  end: number
  /** What is said of them up to the clause's mark: 入围百强 in 26家企业入围百强; '' where another number comes first. */
  tail: string
}

/** Predicates of one character, and what must stand in front of them: 达 is none in 发达, 均 none in 年均. */
const CLOSES = new Map([
  ...[...'等已被由为占居获'].map((word) => [word, /./u] as const),
  ['均', /[^年月日人户平]/] as const,
  ['达', /[^发表传抵到]/] as const,
  ['并', /[^合兼归]/] as const,
])

/** A comma between two quoted names (“甲”、“乙”试点) ends nothing. */
const MARK = /[,;。:!?()\n]|(?<!”)、|、(?!“)/

/** Reads what follows number `i` of a sentence, up to the next mark or number. */
export function readRight(folded: string, readings: readonly NumeralReading[], i: number): RightWords {
  const reading = readings[i]!
  const begin = isCounting(reading) ? behindAside(folded, endOf(reading)) : endOf(reading)
  const next = readings[i + 1]
  const words = upTo(hideAsides(folded), begin, next?.start ?? folded.length, isCounting(reading))
  const leadsOn = next !== undefined && begin + words.length === next.start
  const none = { noun: '', owner: '', end: begin, tail: leadsOn ? '' : show(words) }
  const joint = /^(?:的|共|合计|共计|[—–~至到-])?$/.exec(words)
  if (joint && next && next.start === begin + words.length && (words || next.start === begin)) {
    const beyond = isCounting(next) ? readRight(folded, readings, i + 1) : none
    const { noun } = beyond
    if (words === '的' && !isCounting(reading)) return { ...none, owner: noun }
    return noun === '' ? none : { ...none, noun, end: beyond.end }
  }
  if (isSharedWith(folded, reading, next)) return { ...none, noun: readRight(folded, readings, i + 1).noun }
  const link = words.startsWith('的') ? 1 : 0
  if (!link && !isCounting(reading) && reading.unitKind !== 'money') return none
  const bound = figureWords('class_bound', 'start').exec(words.slice(link))?.[0] ?? ''
  const abstract = link ? wordAt('abstract', 'start', words.slice(link)) : ''
  const written = abstract || bound + withoutNext(nounAtFront(words.slice(link + bound.length), leadsOn), leadsOn)
  const name = peopleOf(reading, show(written))
  if (!name) return none
  const end = begin + link + written.length
  const head = next && folded.slice(end, next.start) === '、' ? headOfLevels(name, folded, readings, i + 1) : ''
  if (head) return { ...none, noun: name + head, end }
  const tail = leadsOn ? '' : show(words.slice(link + written.length))
  return link && !isCounting(reading) ? { noun: '', owner: name, end, tail } : { noun: name, owner: '', end, tail }
}

/** 出台40条、16条举措: what is counted twice stands behind the second number. */
function isSharedWith(folded: string, reading: NumeralReading, next: NumeralReading | undefined): boolean {
  const isList = next !== undefined && folded.slice(endOf(reading), next.start) === '、'
  return isList && isCounting(reading) && reading.unit === next.unit
}

/** 建成4个国家级、6个省级区域医疗中心: what the levels of a list are levels of; '' elsewhere. */
function headOfLevels(name: string, folded: string, readings: readonly NumeralReading[], i: number): string {
  if (!/级$/.test(name) || !isCounting(readings[i]!)) return ''
  return /^[^级]{1,8}级(.+)$/.exec(readRight(folded, readings, i).noun)?.[1] ?? ''
}

const HIDDEN = '\ufffc'

/** 28个省(区、市)参加, 自然村(组)通路: a bracket inside a noun is passed over, one character for one. */
function hideAsides(folded: string): string {
  return folded.replace(/(?<=\p{Script=Han})\([\p{Script=Han}、]{1,8}\)(?=\p{Script=Han})/gu, (aside) =>
    HIDDEN.repeat(aside.length),
  )
}

/** 10亿人口, 六亿多人民: the unit is part of the word behind it. */
function peopleOf({ unit }: NumeralReading, name: string): string {
  return unit.endsWith('人') && /^(?:口|民|才)/.test(name) ? `人${name}` : name
}

function show(words: string): string {
  return words.replaceAll(HIDDEN, '')
}

/** 7万套(间)保障性租赁住房, 3.27万人(不含航空港区)享受…: where the words go on behind a bracket without a number. */
function behindAside(folded: string, end: number): number {
  const aside = /^\([^()\d,;。]{1,12}\)(?=\p{Script=Han})/u.exec(folded.slice(end))?.[0] ?? ''
  return end + aside.length
}

/** Whether what is counted can stand right behind the unit: 8条水系, 5.3公里道路; unlike 5亿元 and 8%. */
export function isCounting({ unitKind }: NumeralReading): boolean {
  return unitKind !== null && ['count', 'area', 'length', 'mass', 'volume', 'energy'].includes(unitKind)
}

/** 东湖泵站 in 东湖泵站和投资2亿元…: the last noun is the next number's. */
function withoutNext(name: string, leadsOn: boolean): string {
  const joint = leadsOn ? name.search(/[和与及][^和与及]*$/) : -1
  return joint > 0 && wordAt('generic', 'whole', name.slice(joint + 1)) ? name.slice(0, joint) : name
}

/** The number's end with the qualifiers behind it. */
export function endOf(reading: NumeralReading): number {
  return reading.end + reading.after.filter((word) => word !== reading.numeral.infix).join('').length
}

/** Up to the next mark; a `counted` list with one head (食品、药品和其他消费品标准) is read to its end. */
function upTo(folded: string, begin: number, limit: number, counted: boolean): string {
  const words = folded.slice(begin, Math.max(begin, limit))
  const listed = counted ? (LISTED.exec(words)?.[0] ?? '') : ''
  if (listed && listed.split('、').every((part) => verbAt(part) === '')) return listed
  const mark = words.search(MARK)
  return mark < 0 ? words : words.slice(0, mark)
}

const LISTED = /^(?:\p{Script=Han}{2,4}、)+\p{Script=Han}{2,4}[和及与]\p{Script=Han}{4,}(?=[,;。:!?)\n]|$)/u

/** 兑付 in front of an object that has a number of its own, such as 资金58万元. */
function givingVerb(words: string): string {
  const verb = wordAt('actions', 'start', words)
  const tail = wordAt('compound_tails', 'start', words.slice(verb.length))
  return tail && !GIVEN.test(tail) ? '' : verb
}

const GIVEN = /^(?:资金|贷款|补助|债券|基金|项目|工程|任务|企业|人员|人才)$/

/** The noun at the front: up to a predicate, or up to a verb with its own object. `leadsOn`: to another number. */
function nounAtFront(words: string, leadsOn: boolean): string {
  if (leadsOn && MERGING.test(words)) return ''
  return words
    .slice(0, nounLength(words, leadsOn))
    .replace(/(?:合计|共计|累计|(?<!参)与|(?<=.{3})的|[和及等共计\ufffc])+$/, '')
}

const MERGING = new RegExp(`^${MERGES}$`)

/** 规模以上工业企业, Ⅰ级及以上医院: the bound is part of the name. */
function isClassBound(words: string, at: number): boolean {
  const before = words.slice(0, at)
  return (
    /(?:规模|限额|及|级|[\d万亿]元|\d[万亿])(?:以)?$/.test(before) && /以[上下内]/.test(words.slice(at - 1, at + 2))
  )
}

/** “高效办成一件事”: what a name between quotation marks says is no predicate. */
function isQuoted(words: string, at: number): boolean {
  const opened = words.lastIndexOf('“', at - 1)
  return opened >= 0 && !words.slice(opened, at).includes('”') && words.includes('”')
}

/** 启动 in 启动建设, but not in 启动区. */
function predicateAt(words: string): string {
  const predicate = wordAt('predicates', 'start', words)
  const isAction = wordAt('actions', 'start', words) === predicate
  return isAction && wordAt('compound_tails', 'start', words.slice(predicate.length)).length === 1 ? '' : predicate
}

function nounLength(words: string, leadsOn: boolean): number {
  if (wordAt('predicates', 'start', words) || /^[”’》]/.test(words)) return 0
  for (let i = 1; i < words.length; i++) {
    const rest = words.slice(i)
    if (isClassBound(words, i) || isQuoted(words, i)) continue
    const predicate = predicateAt(rest)
    const closes = CLOSES.get(predicate)?.test(words[i - 1]!) && !/^居[民住家委]/.test(rest)
    if (i > 1 && (predicate.length > 1 || closes)) return i
    if (i > 1 && wordAt('reach', 'start', rest).length > 2) return i
    const verb = leadsOn ? givingVerb(rest) : verbAt(rest)
    if (verb.length < 2 || (i === 1 && !figureWords('short_noun', 'start').test(words))) continue
    const behind = rest.slice(verb.length)
    if (/^[和与及]/.test(behind)) continue
    if (behind && !wordAt('predicates', 'start', behind)) return i
    return i + verb.length
  }
  return words.length
}
