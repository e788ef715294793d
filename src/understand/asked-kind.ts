import { askingWords } from './asking-words.js'
import { leadingUnit, unitKindOf } from './find-claims.js'
import type { Tag } from './tag-question.js'
import type { AskedKind } from './understanding.js'

/** Kinds of answers that are numbers. */
export const NUMBER_KINDS: ReadonlySet<AskedKind> = new Set(['money', 'count', 'growth', 'share', 'rank', 'figure'])

/** Kinds told by cue words where no amount is asked outright, strongest first. */
const BY_CUE: AskedKind[] = ['rank', 'when', 'where', 'who', 'which', 'how', 'whether']

/** What is asked with a number word, and yet is no figure. */
const WORD_ASKED = ['threshold', 'class_asked', 'call_number'] as const

export interface Asked {
  kind: AskedKind
  /** The measure word asked for (家 in 多少家), null where there is none. */
  unit: string | null
  /** Whether 多少 or 几 asks for it outright. */
  asksAmount: boolean
}

/** Which kind of answer a question wants, from 多少/几 with the unit behind, else from its cue words. */
export function askedKind(text: string, tags: readonly Tag[], cues: ReadonlySet<string>): Asked {
  if (askingWords('percent').test(text)) return { ...percentAsked(text, cues), asksAmount: true }
  if (WORD_ASKED.some((words) => askingWords(words).test(text))) return { kind: 'which', unit: null, asksAmount: false }
  if (askingWords('within_years').test(text)) return { kind: 'when', unit: null, asksAmount: false }
  if (askingWords('grade').test(text)) return { kind: 'rank', unit: null, asksAmount: true }
  if (askingWords('share').test(text)) return { kind: 'share', unit: null, asksAmount: true }
  if (askingWords('ratio').test(text)) return { kind: 'share', unit: null, asksAmount: true }
  const amount = asksNames(text) ? null : amountAsked(text)
  if (amount) return { ...withCues(amount, cues, text), asksAmount: true }
  return { ...kindByCues(text, tags, cues), asksAmount: false }
}

/** 那几个工程叫什么 asks for names, not how many. */
function asksNames(text: string): boolean {
  return askingWords('name_of').test(text) && !/多少/.test(text)
}

type Kind = Pick<Asked, 'kind' | 'unit'>

function percentAsked(text: string, cues: ReadonlySet<string>): Kind {
  if (cues.has('growth') || askingWords('changes').test(text)) return { kind: 'growth', unit: null }
  return cues.has('share') || askingWords('of_a_whole').test(text)
    ? { kind: 'share', unit: null }
    : { kind: 'count', unit: '%' }
}

function kindByCues(text: string, tags: readonly Tag[], cues: ReadonlySet<string>): Kind {
  if (/不[?。!]*$/.test(text)) return { kind: 'whether', unit: null }
  if (cues.has('share') && !cues.has('whether')) return { kind: 'share', unit: null }
  if ((cues.has('which') || cues.has('compare')) && askingWords('rise_or_fall').test(text))
    return { kind: 'growth', unit: null }
  if (askingWords('is_which').test(text)) return { kind: 'which', unit: null }
  for (const kind of BY_CUE) if (cues.has(kind)) return { kind, unit: null }
  if (cues.has('list')) return { kind: 'which', unit: null }
  if (cues.has('money') || askingWords('sum_named').test(text)) return { kind: 'money', unit: null }
  if (cues.has('growth')) return { kind: 'growth', unit: null }
  if (cues.has('amount') || cues.has('count')) return { kind: 'figure', unit: null }
  return {
    kind: tags.some((tag) => tag.meanings.some(({ concept }) => concept.kind === 'measure')) ? 'figure' : 'open',
    unit: null,
  }
}

function amountAsked(text: string): Kind | null {
  let asked: Kind | null = null
  for (const match of text.matchAll(askingWords('amount', 'anywhere', 'g'))) {
    const behind = text.slice(match.index + match[0].length).replace(/^个(?=[亿万点])/, '')
    const unit = beginsNoun(behind) ? '' : leadingUnit(behind)
    if (match[0] === '几' && unit === '' && !askingWords('behind_how_many', 'start').test(behind)) continue
    if (match[0] === '几' && askingWords('aspects', 'start').test(behind)) continue
    if (match[0] === '几' && isToldAmount(text.slice(0, match.index), behind)) continue
    if (match[0] === '几' && askingWords('one_of_some', 'start').test(behind)) continue
    const isRate = unit === '' && askingWords('rate', 'end').test(text.slice(0, match.index))
    const found = isRate ? RATE_ASKED : kindOfUnit(text.slice(0, match.index), behind, unit)
    if (!asked || asked.kind === 'figure') asked = found
  }
  return asked
}

/** 种了几亩田,补贴有多少: what is told on the way is some, and another clause asks. */
function isToldAmount(before: string, behind: string): boolean {
  return /[了着过]$/.test(before) && /[,。;!?].*(?:多少|几多|好多(?=钱))/.test(behind)
}

/** 面积 begins with 面, which is no measure word there. */
function beginsNoun(behind: string): boolean {
  return askingWords('begins_with_measure', 'start').test(behind)
}

const RATE_ASKED: Kind = { kind: 'share', unit: null }
const PEOPLE_ASKED: Kind = { kind: 'count', unit: '人' }

function kindOfUnit(before: string, behind: string, unit: string): Kind {
  if (askingWords('sums', 'start').test(behind)) return { kind: 'money', unit: null }
  if (askingWords('points', 'start').test(behind)) return { kind: 'growth', unit: null }
  if (askingWords('tenths', 'start').test(behind))
    return { kind: askingWords('changed_by', 'end').test(before) ? 'growth' : 'share', unit: null }
  if (askingWords('hundred_millions', 'start').test(behind)) return { kind: 'money', unit: null }
  if (askingWords('thousands', 'start').test(behind)) return { kind: 'count', unit: null }
  if (unit === '' && askingWords('persons', 'start').test(behind)) return PEOPLE_ASKED
  if (unit === '' && askingWords('persons_in_front', 'end').test(before)) return PEOPLE_ASKED
  const kind = unitKindOf(unit)
  if (unit === '' || kind === null)
    return { kind: askingWords('sum_in_front', 'end').test(before) ? 'money' : 'figure', unit: null }
  return { kind: kind === 'money' ? 'money' : 'count', unit }
}

function withCues(amount: Kind, cues: ReadonlySet<string>, text: string): Kind {
  if (amount.kind !== 'figure') return amount
  if (text.includes('还是') && askingWords('rise_or_fall').test(text)) return { kind: 'growth', unit: null }
  if (cues.has('rank')) return { kind: 'rank', unit: null }
  if (cues.has('growth') && !asksLevelReached(text)) return { kind: 'growth', unit: null }
  if (cues.has('share')) return { kind: 'share', unit: null }
  if (cues.has('money')) return { kind: 'money', unit: null }
  return amount
}

/** 升到多少: where a change led, not how large it was; a rate of change that moved (增速回落到多少) is one still. */
function asksLevelReached(text: string): boolean {
  return askingWords('change_reached').test(text) && !askingWords('rate_of_change').test(text)
}
