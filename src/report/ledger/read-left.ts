import { figureWords } from './figure-words.js'
import { findComparison } from './periods.js'
import { qualifierAtEnd, qualifiersIn } from './qualifiers.js'
import { stripHead } from './strip-head.js'
import { wordAt } from './words.js'

/** The words in front of a number, taken apart. */
export interface LeftWords {
  /** What is left when everything below is taken off: the noun, perhaps with a verb; '' where the text leaves it out. */
  noun: string
  /** Verbs taken off in front of nothing: 新增 in “新增3户”. */
  action: string
  /** +1 for 增长, −1 for 下降, 0 where the number is no change. */
  change: 1 | -1 | 0
  /** 预计, 约 … in the order they stand. */
  qualifiers: string[]
  /** True for the first number of “由X增加到Y” and the second. */
  from: boolean
  to: boolean
  /** True where 分别 stands in it. */
  respectively: boolean
  /** True where the noun only gives examples of what follows the number: 某路等10条道路, 厂房改造及2000条生产线. */
  examples: boolean
  /** True where the noun is a sum (收入合计), or one of the amounts added up (加上). */
  total: boolean
  addend: boolean
  /** True where the noun is said to be a part of what was spoken of (其中). */
  part: boolean
}

/** @param left words between the previous figure or clause mark and the number, width folded */
export function readLeft(left: string): LeftWords {
  const respectively = left.includes('分别')
  const tail = readTail(left.replace(/分别/g, ' ').replace(/\((?:以下简称|下同)[^)]*\)/, ''))
  const clausal = qualifiersIn(tail.rest)
  const told = tail.rest.replace(/\s+/g, '').replace(tail.from ? INTENDED_END : '', '')
  const plain = told.replace(TARGET_END, '')
  const rate = wordAt('rates', 'end', plain) || (plain === told ? '' : wordAt('rise', 'end', plain))
  const named = trimNoun(stripHead(plain.slice(0, plain.length - rate.length)), respectively)
  const noun = isEmpty(named) ? '' : figureWords('economy', 'whole').test(named) ? named + rate : named
  const part = /^[、和及,]*其中/.test(plain)
  const action = NAMES_ITSELF.test(noun) ? '' : wordAt('actions', 'whole', noun)
  return {
    noun: action ? '' : noun,
    action,
    change: tail.change || (rate ? (/[降减跌]/.test(rate) ? -1 : 1) : 0),
    qualifiers: [...clausal.map(({ word }) => word), ...tail.qualifiers],
    from: tail.from,
    to: tail.to,
    respectively,
    total: /(?:合计|总计|(?<=收入|支出)共计)\s*$/.test(left),
    addend: /^[、,\s]*(?:再?加上|再加)/.test(left),
    examples: /(?:等|及|和|与|、)\s*$/.test(tail.rest),
    part,
  }
}

/** Verbs that hold their object, and so say all of what is measured: 完成造林5万亩. */
const NAMES_ITSELF = /^(?:投资|造林|植树|退税|减负)$/

/** 预期目标, 稳步: says nothing of what is measured. */
function isEmpty(noun: string): boolean {
  if (figureWords('empty_noun', 'whole').test(noun)) return true
  return wordAt('adverbs', 'whole', noun) !== '' && !figureWords('spent', 'whole').test(noun)
}

interface Tail {
  rest: string
  change: 1 | -1 | 0
  qualifiers: string[]
  from: boolean
  to: boolean
}

/** Takes words off the end of `left` as long as one of the known kinds stands there. */
function readTail(left: string): Tail {
  const tail: Tail = { rest: left, change: 0, qualifiers: [], from: false, to: false }
  let reached = false
  for (let before = -1; before !== tail.rest.length; ) {
    before = tail.rest.length
    tail.rest = tail.rest.trimEnd()
    if (dropQualifier(tail) || dropComparison(tail)) continue
    const origin = ORIGIN.exec(tail.rest)
    if (origin) {
      tail.from = true
      drop(tail, origin[0].length)
      break
    }
    if (dropTime(tail)) continue
    const reach = changeReached(tail.rest) || wordAt('reach', 'end', tail.rest)
    const change = reached || tail.change !== 0 ? '' : changeAtEnd(tail.rest)
    if (change && change.length >= reach.length) {
      tail.change = wordAt('fall', 'whole', change) ? -1 : 1
      drop(tail, change.length)
    } else if (reach) {
      if (/[到至]$/.test(reach) || MERGED.test(reach)) tail.to = true
      if (/[到至为达是]|^的$/.test(reach)) reached = true
      drop(tail, reach.length)
    }
  }
  return tail
}

/** 物价涨幅要从14.8%降到10%. */
const INTENDED_END = /(?<=.{2}(?<![主需重]))[要将应]$/u
/** 经济增长速度的调控目标: that it is aimed at is no part of the name. */
export const TARGET_END = /(?<=.{2})的?(?:宏观调控|调控|预期|控制|增长)(?:的?主要)?目标$/u

/** 由, 从, and when, where and for each of whom: 从2004年人均每月209元提高到217元, 从世界第三位提升到第二位. */
const ORIGIN =
  /[由从](?:(?:\d{4}|[去上今])年(?:底|末|度)?的?)?(?:每[人户生年月天日]|[人户生年]均|平均)*(?:世界|全球|全[国省市区县])?$/

/** 由11户整合为4户: what so many became by. */
export const MERGES = '(?:整合|合并|归并|重组|精简|撤并|优化|压减|调整)[到至为成]'
const MERGED = new RegExp(`${MERGES}$`)

/** 缩小至, 下降到, 增加为, 整合为: where a change led to; '' where the text ends in none. */
function changeReached(rest: string): string {
  const merged = MERGED.exec(rest)?.[0]
  if (merged) return merged
  const end = /[到至为]$/.exec(rest)?.[0] ?? ''
  const verb = end && (wordAt('rise', 'end', rest.slice(0, -1)) || wordAt('fall', 'end', rest.slice(0, -1)))
  return verb && verb.length > 1 ? verb + end : ''
}

/** 增长, 下降 …; not 多 in 许多 nor 高 in 新高. */
function changeAtEnd(rest: string): string {
  const change = wordAt('rise', 'end', rest) || wordAt('fall', 'end', rest)
  if (change.length !== 1) return change
  const before = rest.slice(0, -1)
  if (/[高低多少快]/.test(change)) return findComparison(before) || /(?:比|较)[^,]{1,12}$/.test(before) ? change : ''
  return /[递倍新净翻]$/.test(before) && change === '增' ? '' : change
}

function dropQualifier(tail: Tail): boolean {
  const word = qualifierAtEnd(tail.rest) || clauseQualifierAtEnd(tail.rest)
  if (!word) return false
  tail.qualifiers.unshift(word)
  drop(tail, word.length)
  return true
}

function dropComparison(tail: Tail): boolean {
  const length = findComparison(tail.rest)
  drop(tail, length)
  return length > 0
}

/** 降低到今年的27亿元, 1978年的63.5%. */
function dropTime(tail: Tail): boolean {
  const time = /(?:(?:今年|去年|上年|\d{4}年)(?:底|末|度)?|目前|现在|年初|年末|年底)的?$/.exec(tail.rest)?.[0] ?? ''
  drop(tail, time.length)
  return time !== ''
}

function clauseQualifierAtEnd(rest: string): string {
  const last = qualifiersIn(rest.slice(-4)).at(-1)
  return last && last.start + last.word.length === Math.min(4, rest.length) ? last.word : ''
}

function drop(tail: Tail, length: number): void {
  tail.rest = tail.rest.slice(0, tail.rest.length - length)
}

/** 满意率连续5年保持98%: how long a thing lasted is no part of its name. */
const STREAK = /(?:已|均)?连续(?:\d+|[两二三四五六七八九十]+|多)(?:个?(?:年|月|季度|[^,、\d]季)|[届次期])(?=.|$)/g

/** 通关时间再压缩, 补助标准提高到每人: which further step this is, and by whom it is counted, are no part of the name. */
const STEP_END = /(?:[要将也]?再|(?:提高|增加|提升|上调|调整)[到至为](?:每[人户月年天])+)$/
/** 产量在丰收之后, 收入比上年有所, 零售额扣除价格因素, 平均每年实际: how it went on is no part of the name. */
const PACE_END =
  /(?:^|(?<=.{2}))(?:在[^,]{2,20}的?(?:基础上|情况下|之后)[又再]?|(?:(?:比|较)[^,]{1,8})?有所|继续|[又再]|(?:扣除|剔除|考虑)[^,]{2,8}因素(?:影响)?后?,?(?:[比较][上去]年)?(?:实际)?|(?:平均每年|每年平均|年平均|年均)?(?:实际|名义)|平均每年|每年平均|年平均)$/u
/** 成为全国首个产值超千亿元的园区: the distinction is no part of what is measured. */
const DISTINCTION = /成为[^、,]{0,8}(?:首个|第[\d一二三四五六七八九十]+个)(?=\p{Script=Han}{2})/u

/** 经济总量突破千亿、达到…: the round number passed on the way is no part of the name. */
const MILESTONE_END =
  /(?<=.{2})(?:历史性|成功|首次|先后|已)?(?:连续?跨|首?破|突破|超过?|[迈跨跃站踏]上|[迈跨跃]过|跨越)[^、,]{0,8}(?:大关|关口|台阶|[十百千万]亿元?)、?$/u

/** 鞋、帽等商品 are 商品; but 等 in front of what is said of a list ends it: 鞋、帽等均居全国首位. */
function exampled(noun: string): string | undefined {
  const kind = noun.match(/^.*、[^等]*等((?!级|量|于)[^、]{3,})$/)?.[1]
  if (kind === undefined || /^[均都各]/.test(kind)) return undefined
  return wordAt('relations', 'start', kind) || wordAt('generic', 'start', kind) ? undefined : kind
}

/** Long lists before 等 are examples of the noun behind it, unless 分别 deals with each; brackets and quotes that lost their partner go. */
function trimNoun(noun: string, respectively: boolean): string {
  const listed = respectively
    ? noun.replace(/等(?:产品|行业|商品|项目|指标|领域|城市|地区|国家)?(?=.)/, '')
    : exampled(noun)
  const plain = (listed ?? noun).replace(/(?:\d{4}年度?)(?=\p{Script=Han})/gu, '')
  const bare = plain
    .replace(STREAK, '')
    .replace(DISTINCTION, '')
    .replace(STEP_END, '')
    .replace(MILESTONE_END, '')
    .replace(PACE_END, '')
    .replace(/(?<=.{3})(?:[五三53]年|全年|接连|连续)$/, '')
    .replace(/^\([^()]*\)(?:[、,]?(?=.{2})|$)|^[”’)》、]+|^的(?=.{2})|[“‘(《、:]+$/g, '')
    .replace(/(?<=.{2})[和与及等的]$/, '')
  const verb = wordAt('actions', 'end', bare)
  return bare.slice(0, bare.length - verb.length).replace(/(?:已|已经|(?<!公)共|累计|总共|现已)$/, '') + verb
}
