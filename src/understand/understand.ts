import type { ConceptLexicon } from '../lexicon/concepts.js'
import { looseMetaIntentOf, metaIntentsOf } from '../lexicon/meta-questions.js'
import type { QuestionWords } from '../lexicon/question-words.js'
import type { HearSmallTalk } from '../lexicon/small-talk.js'
import type { TopicWords } from '../lexicon/topic-words.js'
import type { Span } from '../text/clauses.js'
import { toSearchForm } from '../text/search-form.js'
import { toSimplified } from '../text/traditional.js'
import { findAgeClasses } from './age-classes.js'
import { askedKind } from './asked-kind.js'
import { askingClauses } from './asking-clauses.js'
import { askingWords } from './asking-words.js'
import { assignRoles } from './assign-roles.js'
import { compares } from './compares.js'
import { findPeriods } from './find-periods.js'
import { findTerms } from './find-terms.js'
import { applyMendings, findTypos } from './mend-typos.js'
import { findModifiers, firmStatusOf } from './modifiers.js'
import { rewriteSpoken } from './rewrite-spoken.js'
import { shareHeads } from './share-heads.js'
import { tagQuestion } from './tag-question.js'
import { findTaken } from './taken-spans.js'
import { isEnglish, type Translate } from './translate-english.js'
import type { AskedPeriod, Claim, Term, Understanding } from './understanding.js'

export interface UnderstandingSources {
  concepts: ConceptLexicon
  questionWords: QuestionWords
  /** See `wordReach`. */
  reach: ReadonlyMap<string, number>
  smalltalk: HearSmallTalk
  offtopic: TopicWords
  /** Whether the reports in question hold a wording. */
  known: (word: string) => boolean
  isPhrase: (word: string) => boolean
  isWord: (word: string) => boolean
  soundingLike: (word: string) => readonly string[]
  /** What the report writes in quotation marks. */
  names: ReadonlySet<string>
  abbreviations: readonly string[]
}

/** Longest question that is read; the rest is cut off. */
export const LONGEST_QUESTION = 500

/** Simplified, half width, without control characters: what everything after works on. Placed names come off later. */
export function normaliseQuestion(question: string, translate: Translate, concepts: ConceptLexicon): string {
  const clean = question
    .slice(0, 4 * LONGEST_QUESTION)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .slice(0, LONGEST_QUESTION)
  return shareHeads(rewriteSpoken(toSearchForm(isEnglish(clean) ? translate(clean) : toSimplified(clean))), concepts)
}

/**
 * Reads a question: what it asks for, of what, when.
 * @param normalised the normalised question; the report's own place already blanked
 * @param places places named that the report mentions without being about them
 */
export function understand(
  question: string,
  normalised: string,
  sources: UnderstandingSources,
  places: readonly Term[] = [],
): Understanding {
  const { text, tags, taken, notes } = tagAndMend(normalised, sources)
  const { claims } = taken
  const cues = new Set(tags.flatMap((tag) => (COMPARES_PERSON.test(text.slice(tag.at)) ? [] : tag.groups)))
  if (compares(text)) cues.add('compare')
  const asking = askingClauses(text, tags, claims)
  const { kind, unit, asksAmount } = askedKind(text, tags, cues)
  const heard = markBase(text, findTerms(tags, sources.concepts, taken.countedAt))
  const leftOut = heard.filter(({ at }) => isWithin(at, taken.leftOut))
  const found = heard.filter((term) => !leftOut.includes(term)).map((term) => withoutSaid(term, text))
  const within = found.filter(({ concept }) => concept?.kind === 'measure')
  const modifiers = [...findModifiers(text), ...findAgeClasses(text), ...places].filter(
    (modifier) => !within.some((term) => overlap(term, modifier)),
  )
  const topics = found.filter(
    (term) =>
      !modifiers.some((modifier) => overlap(modifier, term)) &&
      !tellsStanding(term, within) &&
      !(cues.has('compare') && askingWords('standing_compared', 'whole').test(term.text)) &&
      !leadsToClaim(term, text, claims),
  )
  return {
    question,
    text,
    ...periodsAsked(findPeriods(text), asking),
    status: statusOf(cues),
    firmStatus: firmStatusOf(text),
    kind,
    unit,
    asksAmount,
    terms: assignRoles(
      text,
      [...topics, ...modifiers].sort((a, b) => a.at - b.at),
      asking,
      { tags, claims },
    ),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    claims: claims.map((claim) => (isWithin(claim.at, asking) ? claim : { ...claim, isTold: true })),
    cues,
    smalltalk: sources.smalltalk(text),
    offtopic: offtopicOf(text, asking, sources.offtopic),
    ...metaAsked(text),
    looseMeta: looseMetaIntentOf(text),
    notes,
  }
}

/** 这楼比我岁数都大 compares nothing that a report tells; 比我们市 may. */
const COMPARES_PERSON = /^比[我俺咱你他她](?!们?[省市区县州旗国])/

/** Of what is heard about the report itself, as many as the question leaves things open. */
function metaAsked(text: string): Pick<Understanding, 'meta' | 'metaToo'> {
  const open = text.match(askingWords('leaves_open', 'anywhere', 'g'))?.length ?? 0
  const [first = null, ...others] = metaIntentsOf(text)
  return { meta: first, metaToo: others.slice(0, Math.max(0, open - 1)) }
}

function tagAndMend(normalised: string, sources: UnderstandingSources) {
  const read = (text: string) => {
    const taken = findTaken(text, sources.names)
    return { text, taken, tags: tagQuestion(text, taken.spans, sources, taken.named) }
  }
  const first = read(normalised)
  const { tags } = first
  const mendings = findTypos(normalised, tags, { ...sources, isConcept: (word) => sources.concepts.words.has(word) })
  if (mendings.length === 0) return { ...first, notes: [] }
  const text = applyMendings(normalised, mendings)
  const notes = mendings.map(({ wrong, right }) => `“${wrong}”按“${right}”理解`)
  return { ...read(text), notes }
}

/** 市级一般公共预算收入 is another measure than 一般公共预算收入, but not where the question says it in full. */
function withoutSaid(term: Term, text: string): Term {
  return term.wider.length === 0 ? term : { ...term, wider: term.wider.filter((wider) => !text.includes(wider)) }
}

/** What a share is asked of (占GDP的多少) is its base, not the thing whose share is asked. */
function markBase(text: string, terms: readonly Term[]): Term[] {
  const base = text.match(askingWords('share_base'))
  if (!base) return [...terms]
  const [start, end] = [base.index!, base.index! + base[0].length]
  return terms.map((term) => (term.at > start && term.at < end ? { ...term, role: 'background' } : term))
}

/** Times of the asking clauses; the story's only where those name none. */
function periodsAsked(
  periods: readonly AskedPeriod[],
  asking: readonly Span[],
): Pick<Understanding, 'periods' | 'periodsTold'> {
  const asked = periods.filter(({ at }) => isWithin(at, asking))
  return asked.length > 0 ? { periods: asked } : { periods: [...periods], periodsTold: periods.length > 0 }
}

/** 预算安排 behind 教育支出 tells how the number stands; it is no thing of its own. */
function tellsStanding({ text, at }: Term, measures: readonly Term[]): boolean {
  return askingWords('standing', 'whole').test(text) && measures.some((term) => term.at + term.text.length === at)
}

/** 突破 in 突破6万亿: how far the number that the question brings along goes is no matter of its own. */
function leadsToClaim({ text: word, at }: Term, text: string, claims: readonly Claim[]): boolean {
  const end = at + word.length
  return (
    askingWords('reaches', 'whole').test(word) &&
    claims.some((claim) => claim.at >= end && /^[了约近]?$/.test(text.slice(end, claim.at)))
  )
}

function isWithin(at: number, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => at >= start && at < end)
}

function overlap(a: Term, b: Term): boolean {
  return a.at < b.at + b.text.length && b.at < a.at + a.text.length && a.text.length >= b.text.length
}

/** 目标 against 完成; where both are heard (目标完成了吗), the comparison decides later. */
function statusOf(cues: ReadonlySet<string>): Understanding['status'] {
  if (cues.has('target') && !cues.has('actual')) return 'target'
  if (cues.has('actual') && !cues.has('target')) return 'actual'
  return null
}

/** A matter that no report covers, in the asking clauses or only in the story around them. */
function offtopicOf(text: string, asking: readonly Span[], offtopic: TopicWords): Understanding['offtopic'] {
  const wordsIn = (part: string) => offtopic.wordsIn(part.replace(/\s/g, ''))
  const words = wordsIn(text)
  if (words.length === 0) return null
  return { words, isAsked: wordsIn(asking.map(({ start, end }) => text.slice(start, end)).join(' ')).length > 0 }
}
