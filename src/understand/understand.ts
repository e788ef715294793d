import type { ConceptLexicon } from '../lexicon/concepts.js'
import { looseMetaIntentOf, metaIntentOf } from '../lexicon/meta-questions.js'
import type { QuestionWords } from '../lexicon/question-words.js'
import type { TopicWords } from '../lexicon/topic-words.js'
import type { Span } from '../text/clauses.js'
import { toSearchForm } from '../text/search-form.js'
import { wordsOf } from '../text/tokens.js'
import { toSimplified } from '../text/traditional.js'
import { askedKind } from './asked-kind.js'
import { askingWords } from './asking-words.js'
import { assignRoles } from './assign-roles.js'
import { findClaims, leadingUnit } from './find-claims.js'
import { findPeriods } from './find-periods.js'
import { findTerms } from './find-terms.js'
import { applyMendings, findTypos } from './mend-typos.js'
import { findModifiers, firmStatusOf } from './modifiers.js'
import { rewriteSpoken } from './rewrite-spoken.js'
import { shareHeads } from './share-heads.js'
import { type Tag, tagQuestion } from './tag-question.js'
import { isEnglish, type Translate } from './translate-english.js'
import type { AskedPeriod, Claim, Term, Understanding } from './understanding.js'

export interface UnderstandingSources {
  concepts: ConceptLexicon
  questionWords: QuestionWords
  smalltalk: TopicWords
  offtopic: TopicWords
  /** Whether the reports in question hold a wording. */
  known: (word: string) => boolean
  isPhrase: (word: string) => boolean
  isWord: (word: string) => boolean
  soundingLike: (word: string) => readonly string[]
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
  const { text, tags, notes } = tagAndMend(normalised, sources)
  const cues = new Set(tags.flatMap((tag) => tag.groups))
  if (compares(text)) cues.add('compare')
  const claims = findClaims(text)
  const asking = askingClauses(text, tags, claims)
  const { kind, unit, asksAmount } = askedKind(text, tags, cues)
  const found = markBase(text, findTerms(tags, sources.concepts))
  const within = found.filter(({ concept }) => concept?.kind === 'measure')
  const modifiers = [...findModifiers(text), ...places].filter(
    (modifier) => !within.some((term) => overlap(term, modifier)),
  )
  const topics = found.filter((term) => !modifiers.some((modifier) => overlap(modifier, term)))
  return {
    question,
    text,
    periods: periodsAsked(findPeriods(text), asking),
    status: statusOf(cues),
    firmStatus: firmStatusOf(text),
    kind,
    unit,
    asksAmount,
    terms: assignRoles(
      text,
      [...topics, ...modifiers].sort((a, b) => a.at - b.at),
      asking,
    ),
    claims,
    cues,
    smalltalk: sources.smalltalk.whole(text),
    offtopic: sources.offtopic.within(text.replace(/\s/g, '')),
    meta: metaIntentOf(text),
    looseMeta: looseMetaIntentOf(text),
    notes,
  }
}

function tagAndMend(normalised: string, sources: UnderstandingSources) {
  const tags = tagQuestion(normalised, takenSpans(normalised), sources)
  const mendings = findTypos(normalised, tags, sources)
  if (mendings.length === 0) return { text: normalised, tags, notes: [] }
  const text = applyMendings(normalised, mendings)
  const notes = mendings.map(({ wrong, right }) => `“${wrong}”按“${right}”理解`)
  return { text, tags: tagQuestion(text, takenSpans(text), sources), notes }
}

/** What a share is asked of (占GDP的多少) is its base, not the thing whose share is asked. */
function markBase(text: string, terms: readonly Term[]): Term[] {
  const base = text.match(askingWords('share_base'))
  if (!base) return [...terms]
  const [start, end] = [base.index!, base.index! + base[0].length]
  return terms.map((term) => (term.at > start && term.at < end ? { ...term, role: 'background' } : term))
}

/** Times of the asking clauses; the story's only where those name none. */
function periodsAsked(periods: readonly AskedPeriod[], asking: readonly Span[]): AskedPeriod[] {
  const asked = periods.filter(({ at }) => asking.some(({ start, end }) => at >= start && at < end))
  return asked.length > 0 ? asked : [...periods]
}

function takenSpans(text: string): Span[] {
  const times = [...text.matchAll(askingWords('times', 'anywhere', 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return [
    ...times,
    ...amountSpans(text),
    ...findClaims(text).map((claim) => ({ start: claim.at, end: claim.at + claim.text.length })),
  ]
}

/** 多少套 in 多少套在建: the measure word goes with the amount, unless it begins the thing counted (多少项目). */
function amountSpans(text: string): Span[] {
  return [...text.matchAll(askingWords('how_many', 'anywhere', 'g'))].flatMap((match) => {
    const behind = match.index + match[0].length
    const unit = leadingUnit(text.slice(behind))
    const [word] = wordsOf(text.slice(behind, behind + LONGEST_UNIT_WORD))
    return unit !== '' && unit.length <= LONGEST_PLAIN_UNIT && word === unit
      ? [{ start: match.index, end: behind + unit.length }]
      : []
  })
}

const LONGEST_UNIT_WORD = 6
/** Longer units are often the thing asked for itself: 学位, 床位. */
const LONGEST_PLAIN_UNIT = 1

function overlap(a: Term, b: Term): boolean {
  return a.at < b.at + b.text.length && b.at < a.at + a.text.length && a.text.length >= b.text.length
}

/** 目标 against 完成; where both are heard (目标完成了吗), the comparison decides later. */
function statusOf(cues: ReadonlySet<string>): Understanding['status'] {
  if (cues.has('target') && !cues.has('actual')) return 'target'
  if (cues.has('actual') && !cues.has('target')) return 'actual'
  return null
}

const ALL_THAT_IS_ASKED = 8

function compares(text: string): boolean {
  if (askingWords('compares').test(text)) return true
  return (
    askingWords('compares_by').test(text) && (askingWords('two_things').test(text) || text.length <= ALL_THAT_IS_ASKED)
  )
}

const ASKING_CUES = [
  'who',
  'where',
  'when',
  'which',
  'how',
  'whether',
  'money',
  'growth',
  'share',
  'rank',
  'compare',
  'list',
]

/**
 * The clauses that ask something, and those that state a number to be confirmed: by question words, else by softer cues,
 * else the whole question.
 */
function askingClauses(text: string, tags: readonly Tag[], claims: readonly Claim[]): Span[] {
  const clauses = [...text.matchAll(/[^,。;!:]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const heard = ({ start, end }: Span, groups: readonly string[]) =>
    tags.some((tag) => tag.at >= start && tag.at < end && tag.groups.some((group) => groups.includes(group)))
  const isPremise = (span: Span) =>
    claims.some(({ at }) => at >= span.start && at < span.end) && heard(span, ['confirm'])
  const asking = clauses.filter(
    (span) => askingWords('asking').test(text.slice(span.start, span.end)) || isPremise(span),
  )
  if (asking.length > 0) return asking
  const soft = clauses.filter((span) => heard(span, ASKING_CUES))
  return soft.length > 0 ? soft : [{ start: 0, end: text.length }]
}
