import type { ConceptLexicon } from '../lexicon/concepts.js'
import type { QuestionWords } from '../lexicon/question-words.js'
import type { TopicWords } from '../lexicon/topic-words.js'
import { toSearchForm } from '../text/search-form.js'
import { toSimplified } from '../text/traditional.js'
import { askedKind } from './asked-kind.js'
import { findClaims } from './find-claims.js'
import { findPeriods } from './find-periods.js'
import { findTerms } from './find-terms.js'
import { type Tag, tagQuestion } from './tag-question.js'
import { isEnglish, type Translate } from './translate-english.js'
import type { Understanding } from './understanding.js'

export interface UnderstandingSources {
  concepts: ConceptLexicon
  questionWords: QuestionWords
  smalltalk: TopicWords
  offtopic: TopicWords
  translate: Translate
  /** Whether the reports in question hold a wording. */
  known: (word: string) => boolean
  soundingLike: (word: string) => readonly string[]
}

/** Longest question that is read; the rest is cut off. */
export const LONGEST_QUESTION = 500

/** Simplified, half width, without control characters: what everything after works on. Placed names come off later. */
export function normaliseQuestion(question: string, translate: Translate): string {
  const clean = question.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, LONGEST_QUESTION)
  return toSearchForm(isEnglish(clean) ? translate(clean) : toSimplified(clean))
}

/**
 * Reads a question: what it asks for, of what, when.
 * @param text the normalised question; place names already blanked
 */
export function understand(question: string, text: string, sources: UnderstandingSources): Understanding {
  const periods = findPeriods(text)
  const claims = findClaims(text)
  const tags = tagQuestion(text, takenSpans(text), sources)
  const cues = new Set(tags.flatMap((tag) => tag.groups))
  const { kind, unit } = askedKind(text, tags, cues)
  return {
    question,
    text,
    periods,
    status: statusOf(tags, cues),
    kind,
    unit,
    terms: findTerms(tags, sources),
    foreignPlaces: [],
    claims,
    cues,
    smalltalk: sources.smalltalk.whole(text),
    offtopic: sources.offtopic.within(text),
    notes: [],
  }
}

const TIMES = /(?:19|20)\d{2}年?度?|(?<![\d.])\d{2}年(?!来|间|以来|期)|前年|去年|上年|今年|本年|明年|后年/g

function takenSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(TIMES)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** 目标 against 完成; where both are heard (目标完成了吗), the comparison decides later. */
function statusOf(_tags: readonly Tag[], cues: ReadonlySet<string>): Understanding['status'] {
  if (cues.has('target') && !cues.has('actual')) return 'target'
  if (cues.has('actual') && !cues.has('target')) return 'actual'
  return null
}
