import type { Concept } from '../lexicon/concepts.js'

/** What a question asks, before any report is looked at. */
export interface Understanding {
  /** As the citizen typed it. */
  question: string
  /** Search form: half width, Simplified, typos mended, English translated. */
  text: string
  periods: AskedPeriod[]
  /** The times stand in the story around the question only: 孩子明年上学,新开了哪些学校. */
  periodsTold?: boolean
  /** `target` for 目标、计划、要建; `actual` for 完成、做了; null where the question does not say. */
  status: 'actual' | 'target' | null
  /** The status where the words leave no doubt: 目标, 实际 …, not 了 or 要 alone. */
  firmStatus: 'actual' | 'target' | null
  kind: AskedKind
  /** Whether 多少 or 几 asks for an amount outright. */
  asksAmount: boolean
  /** The measure word behind 多少/几 (家, 套, 人次 …), null where there is none. */
  unit: string | null
  terms: Term[]
  /** What the question leaves out of what it asks (不算甲): no matter of it, and no answer. */
  leftOut?: readonly Term[]
  /** Numbers the question itself carries: a premise to confirm, a project to recognise. */
  claims: Claim[]
  /** Cue groups heard, e.g. compare, sum, list, confirm. */
  cues: ReadonlySet<string>
  smalltalk: string | null
  /** Words of matters that no report covers; told by the way (`isAsked` false) it may yet lead to a question. */
  offtopic: { words: string[]; isAsked: boolean } | null
  /** What the question asks about the report itself (speaker, date, outline …). */
  meta: string | null
  /** What else it asks about it in the same breath: 谁作的,哪天作的. */
  metaToo: readonly string[]
  /** What it may ask about the report itself where the report lacks its matter. */
  looseMeta: string | null
  /** The question names several places, each of which is asked by itself. */
  severalPlaces?: boolean
  /** Corrections made on the way in (typos, translation, what a follow-up inherits), for the trace. */
  notes: string[]
}

/** Years as seen from the report's. */
export type RelativeYear = 'beforeLast' | 'last' | 'this' | 'next'
/** The five years up to the report's result year, or from its plan year on. */
export type FiveYears = 'lastFive' | 'nextFive'

export type AskedPeriod =
  | { kind: 'year'; year: number; at: number }
  | { kind: 'relative'; offset: RelativeYear | FiveYears; at: number }
  | { kind: 'span'; from: number; to: number; at: number }

/**
 * - `money`, `count`, `growth`, `share`, `rank`: a figure of that kind (`figure`: of any kind)
 * - `who` `where` `when` `which` `how` `whether`: words
 * - `open`: a bare topic
 */
export type AskedKind =
  | 'money'
  | 'count'
  | 'growth'
  | 'share'
  | 'rank'
  | 'figure'
  | 'who'
  | 'where'
  | 'when'
  | 'which'
  | 'how'
  | 'whether'
  | 'open'

/** A topic word of the question, with the wordings that mean it in a report. */
export interface Term {
  /** As it stands in the question's search form. */
  text: string
  at: number
  /** Wordings to look for, in search form; `weight` is how surely the wording means the term (0–1]. */
  forms: { form: string; weight: number }[]
  /** Of a measure: wordings of other measures that hold one of its forms (进出口 holds 出口). */
  wider: readonly string[]
  /** The words of two and more characters that its wordings are made of, where those are several; for partial matches. */
  parts: string[][]
  concept: Pick<Concept, 'name' | 'kind'> | null
  /**
   * - `head`: the thing whose number is asked (家 of what in 多少家…, what in …有多少)
   * - `per`: 人均, 每户 …: a figure that lacks it is no answer; `each`: 每个, which counts without being a demand
   * - `scope`: 全市, 市级: whose account
   * - `place`: a place that the report mentions but is not about
   * - `topic`: any other word of the asking clause; `background`: of another clause
   * - `inherited`: of the question before
   */
  role: 'head' | 'per' | 'each' | 'scope' | 'place' | 'topic' | 'background' | 'inherited'
}

/** A number in the question: 5000套, 三十个亿, 二十九个. */
export interface Claim {
  text: string
  value: number
  unit: string
  at: number
  /** 十亿多 is at least that much, and less than half as much again. */
  isAtLeast: boolean
  /** It stands in the story around the question only. */
  isTold?: boolean
}
