import type { Citation, ReplyFigure } from '../answer/reply.js'

/** One question with its checked answer. */
export interface FaqEntry {
  /** Made of what the question is about, never of the answer: the same in every version of a report. */
  id: string
  kind: FaqKind
  theme: string
  question: string
  /** Other wordings that get the same answer; every one was asked. */
  also: string[]
  /** Carries marks [1] for `sources`. */
  answer: string
  sources: FaqSource[]
  /** Figures that the answer prints. */
  figures: ReplyFigure[]
  /** `reply`: the assistant's own words; `quoted`: whole clauses of the sentence it cited, because those read badly alone. */
  wording: 'reply' | 'quoted'
}

export const FAQ_KINDS = ['figure', 'section', 'comparison', 'list', 'asked'] as const

/** `asked`: by a citizen; the others are made from the report. */
export type FaqKind = (typeof FAQ_KINDS)[number]

/** A sentence that an answer stands on. */
export type FaqSource = Citation

/** What a question is made from. */
export interface FaqSeed {
  id: string
  kind: FaqKind
  reportId: string
  /** What is asked for, whatever the words: two seeds of one matter must not both become entries. */
  matter: string
  /** Told to the staff where no question works. */
  about: string
  /** Indices into the report's figures that an accepted answer covers: one figure, or the same one said again. */
  figures: number[]
  /** Indices into the report's statements: the answer has to come from these. */
  statements: number[]
  /** At least so many of `statements` have to be cited. */
  fewest: number
  /** Wordings in the order to try; the first that passes is the question. */
  wordings: string[]
  /** Wordings with a citizen's other words for the matter, tried besides. */
  others: string[]
  /** In a language model's words; the question, where its answer is that of the program's own wording. */
  reworded?: string
  /** How often citizens asked it; a question of theirs only. */
  count?: number
}

/** Why a seed came to no entry, the furthest that any of its wordings came. */
export type FaultReason =
  | 'noWording'
  | 'offTopic'
  | 'notAnswered'
  | 'otherSource'
  | 'otherFigure'
  | 'unreadable'
  | 'gate'
  | 'tooNear'
  | 'strayWords'
  | 'otherAnswer'

/** A seed that came to no entry. */
export interface FaqFault {
  id: string
  kind: FaqKind
  reportId: string
  about: string
  reason: FaultReason
  /** The question that came furthest, and what it got; '' where none was asked. */
  question: string
  answer: string
}
