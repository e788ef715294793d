import { findComparison } from './periods.js'
import { qualifierAtEnd, qualifiersIn } from './qualifiers.js'
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
  /** True where the noun is said to be a part of what was spoken of (其中). */
  part: boolean
}

/** @param left words between the previous figure or clause mark and the number, width folded */
export function readLeft(left: string): LeftWords {
  const respectively = left.includes('分别')
  const tail = readTail(left.replace('分别', ' '))
  const clausal = qualifiersIn(tail.rest)
  const plain = tail.rest.replace(/\s+/g, '')
  const noun = trimNoun(stripHead(plain))
  const part = /^[、和及,\s]*其中/.test(plain)
  const alone = wordAt('actions', 'whole', noun)
  return {
    noun: alone ? '' : noun,
    action: alone,
    change: tail.change,
    qualifiers: [...clausal.map(({ word }) => word), ...tail.qualifiers],
    from: tail.from,
    to: tail.to,
    respectively,
    part,
  }
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
    const qualifier = qualifierAtEnd(tail.rest) || clauseQualifierAtEnd(tail.rest)
    const comparison = qualifier ? 0 : findComparison(tail.rest)
    if (qualifier) {
      tail.qualifiers.unshift(qualifier)
      drop(tail, qualifier.length)
      continue
    }
    if (comparison) {
      drop(tail, comparison)
      continue
    }
    const from = /(?:由|从)$/.test(tail.rest)
    if (from) {
      tail.from = true
      drop(tail, 1)
      break
    }
    const reach = wordAt('reach', 'end', tail.rest)
    const change = reached ? '' : wordAt('rise', 'end', tail.rest) || wordAt('fall', 'end', tail.rest)
    if (change && change.length >= reach.length && tail.change === 0) {
      tail.change = wordAt('fall', 'whole', change) ? -1 : 1
      drop(tail, change.length)
    } else if (reach && tail.rest !== reach) {
      if (/[到至]$/.test(reach)) tail.to = true
      if (/[到至]|[为达是]/.test(reach)) reached = true
      drop(tail, reach.length)
    } else if (reach) {
      if (/[到至]$/.test(reach)) tail.to = true
      drop(tail, reach.length)
    }
  }
  return tail
}

function clauseQualifierAtEnd(rest: string): string {
  const last = qualifiersIn(rest.slice(-4)).at(-1)
  return last && last.start + last.word.length === Math.min(4, rest.length) ? last.word : ''
}

function drop(tail: Tail, length: number): void {
  tail.rest = tail.rest.slice(0, tail.rest.length - length)
}

const TIME_HEAD =
  /^(?:(?:到|至|截至|截止)?(?:\d{4}年(?:度|底|末)?(?:\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?)?|“?十[一二三四五六七]五”?(?:期间|时期|以来|末)|(?:过去|这|近)?[五三]年来?|今年|去年|明年|上年|全年|当年|本年|年末|年底|上半年|下半年|一年来|期末)(?:以来|来)?的?)/

/** Takes connectors, times, places, manner and empty verbs off the front. */
function stripHead(words: string): string {
  let rest = words
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.replace(/^[、,:)\s]+/, '').replace(TIME_HEAD, '')
    for (const list of ['connectors', 'places', 'adverbs', 'carriers'] as const) {
      const word = wordAt(list, 'start', rest)
      if (word && rest.length - word.length !== 1) rest = rest.slice(word.length)
    }
  }
  return stripCircumstance(rest)
}

/** 通过视频会议方式召开项目评审会 → 召开项目评审会; 为区内企业兑现资金 → 区内企业兑现资金. */
function stripCircumstance(words: string): string {
  const beneficiary = wordAt('beneficiaries', 'start', words)
  if (beneficiary) return stripHeadOnce(words.slice(beneficiary.length))
  if (!wordAt('circumstances', 'start', words)) return words
  for (let i = 2; i < words.length - 3; i++)
    if (wordAt('actions', 'start', words.slice(i)).length > 1) return words.slice(i)
  return words
}

function stripHeadOnce(words: string): string {
  const place = wordAt('places', 'start', words)
  return words.slice(place.length)
}

/** Long lists before 等 are examples of the noun behind it; brackets and quotes that lost their partner go. */
function trimNoun(noun: string): string {
  const listed = noun.match(/^[^等]*、[^等]*等(.{3,})$/)?.[1]
  const plain = (listed ?? noun).replace(/(?:\d{4}年度?)(?=\p{Script=Han})/gu, '')
  return plain.replace(/^[”’)》]+|[“‘(《、:]+$/g, '')
}
