import type { Evidence } from '../retrieval/evidence.js'
import { namesThing } from '../retrieval/weigh-terms.js'
import { toSearchForm } from '../text/search-form.js'
import { answerWords } from './answer-words.js'
import { asksSeveral } from './choose-figures.js'
import type { AskContext } from './context.js'
import { fillsBlank } from './fills-blank.js'
import type { AnswerClaim, Finding } from './finding.js'
import { isName, meetsActionsAlone, rarestTerm, tellsKind } from './fits.js'
import { itemsBehind, leadsList, meaningBehind, nameOfEntry } from './items-behind.js'
import { quoteClauses, tidy } from './quote-clauses.js'
import { type Ranked, rankAll, rankByTime } from './rank-by-time.js'
import { itemsInCharge, responsibleBehind } from './responsible.js'
import { asksDay, saysAsked, saysDay } from './says-asked.js'
import { quotedClaim, sourceOf } from './source.js'

const ENOUGH = 0.5
const ENOUGH_WITH_HEAD = 0.4
const SPOKEN_OF = 0.35
const RELATED_SHARE = 0.75
const MOST_RELATED = 2

/** Answers a question for words with the clauses of the best statement, verbatim. */
export function answerWithWords(context: AskContext): Finding {
  const ranked = rankByTime(context)
  const fitting = ofDay(
    ranked.filter(({ entry, fit }) => fit !== 'other' && saysAsked(entry, context) && meetsKinds(entry, context)),
    context,
  )
  const entryOf = entryNamed(ranked, context)
  const best =
    entryOf ??
    listAsked(context) ??
    fitting.find(({ entry }) => defines(entry, context)) ??
    fillsBlank(fitting, context, ENOUGH) ??
    fitting.find((hit) => namesHead(hit, context)) ??
    ofNamed(fitting, context).find(({ entry }) => entry.coverage >= ENOUGH)
  if (!best || lacksAttribute(context)) return lacking(ranked[0], context)
  const { statement, searchable } = best.entry
  const source = sourceOf(searchable.report, statement.statement)
  const text = best === entryOf ? tidy(statement.statement.text) : quoteClauses(best.entry, context)
  return {
    outcome: 'answered',
    claims: [
      ...itemsInCharge(best.entry).map((item) => quotedClaim(tidy(item.text), sourceOf(searchable.report, item))),
      quotedClaim(text, source),
      ...itemsBehind(best.entry),
      ...inCharge(best.entry, context),
      ...otherThings(best.entry, ranked, context),
    ],
    related: relatedTo(best, ranked),
    reasons: [`这句话最切题(覆盖所问 ${Math.round(best.entry.coverage * 100)}%)。`],
    confidence: Math.min(1, best.entry.coverage),
  }
}

/** 责任单位:区商务局 behind an item, where it is asked who sees to it. */
function inCharge(entry: Evidence, { understanding }: AskContext): AnswerClaim[] {
  const behind = understanding.kind === 'who' ? responsibleBehind(entry) : undefined
  return behind ? [quotedClaim(tidy(behind.text), sourceOf(entry.searchable.report, behind))] : []
}

/** A sentence on 义务教育 does not answer for 高中, a thing that the report lacks; nor does one on a road's 通车 for 地铁. */
function meetsKinds({ words, met }: Evidence, { question, understanding }: AskContext): boolean {
  const { terms } = question
  const isLacked = ({ present, term }: (typeof terms)[number]) => !present && term.concept?.kind === 'thing'
  const doesOnly = meetsActionsAlone(
    met.map((any) => ({ own: any, any })),
    question,
  )
  if (doesOnly && terms.some(isLacked)) return false
  return terms.every((entry, i) => !isLacked(entry) || !tellsKind(terms, i, understanding.text) || words[i]! >= ENOUGH)
}

/** Where the day is asked and a sentence that meets the question says one, the sentences that do. */
function ofDay(ranked: readonly Ranked[], { understanding }: AskContext): readonly Ranked[] {
  if (!asksDay(understanding.text)) return ranked
  const dated = ranked.filter(({ entry }) => saysDay(entry) && entry.coverage >= ENOUGH)
  return dated.length > 0 ? dated : ranked
}

/** Where the question has a name that the report writes, the sentences that have it, too. */
function ofNamed(ranked: readonly Ranked[], { question }: AskContext): readonly Ranked[] {
  const name = question.terms.findIndex((entry) => isName(entry))
  const named = name < 0 ? [] : ranked.filter(({ entry }) => entry.met[name]! > 0)
  return named.length > 0 ? named : ranked
}

/** Of what meets as much of a question for several (哪些, 哪10件) as anything does, the one that a list stands behind. */
function listAsked(context: AskContext): Ranked | undefined {
  if (!answerWords('asks_names').test(context.understanding.text)) return undefined
  const ranked = rankAll(context).filter(({ entry, fit }) => fit !== 'other' && entry.coverage >= ENOUGH_WITH_LIST)
  const most = Math.max(...ranked.map(({ entry }) => entry.coverage))
  return ranked.find(({ entry }) => entry.coverage >= AS_MUCH * most && saysAsked(entry, context) && leadsList(entry))
}

const ENOUGH_WITH_LIST = 0.6
const AS_MUCH = 0.9

/** The glossary's entry for what the question calls by its whole name (三个立法权是哪三个). */
function entryNamed(ranked: readonly Ranked[], { understanding: { text }, question }: AskContext): Ranked | undefined {
  if (!answerWords('asks_meaning').test(text)) return undefined
  const asked = text.replace(/\s/g, '')
  return (
    ranked.find(({ entry, fit }) => {
      const name = fit === 'other' ? null : nameOfEntry(entry.statement.statement.text)
      return name !== null && asked.includes(toSearchForm(name))
    }) ?? ranked.find(({ entry, fit }) => fit !== 'other' && explains(entry, question))
  )
}

/** 居民恩格尔系数是指…: a note that begins with the thing asked of. */
function explains({ statement }: Evidence, { terms }: AskContext['question']): boolean {
  const { kind, text } = statement.statement
  const explained = kind === 'note' ? toSearchForm(text).match(EXPLAINED)?.[1] : undefined
  return explained !== undefined && terms.some(({ term }) => term.text.length > 2 && explained.endsWith(term.text))
}

const EXPLAINED = /^(?:[[〔(]?\d{1,3}[\])〕.、]?)?\s*([^,。;:]{3,20}?),?(?:是?指|指的是)/

/** Whether it is the glossary's entry, on a line of its own, for all that what it is made of is asked (四大行动是哪四个). */
function defines(entry: Evidence, { question, understanding }: AskContext): boolean {
  if (!answerWords('asks_meaning').test(understanding.text) || !meaningBehind(entry)) return false
  return question.terms.every(({ term }, i) => term.role === 'background' || entry.words[i]! >= THING_MET)
}

/** Whether a sentence writes the very thing that one of is asked for (哪个产业体系): then less of the rest is enough. */
function namesHead({ entry }: Ranked, { question }: AskContext): boolean {
  const head = rarestTerm(question)
  return (
    head >= 0 &&
    question.terms[head]!.term.role === 'head' &&
    entry.words[head]! >= THING_MET &&
    entry.coverage >= ENOUGH_WITH_HEAD
  )
}

/** What is asked of the thing (校长, 申请条件) is a word of the lexicon that the report never writes. */
export function lacksAttribute({ question }: AskContext): boolean {
  return question.terms.some(
    ({ term, present }) =>
      !present && term.concept?.kind === 'attribute' && (term.role === 'topic' || term.role === 'head'),
  )
}

/** Of several things asked of in one breath, the sentences for those that the best one does not speak of. */
function otherThings(best: Evidence, ranked: readonly Ranked[], context: AskContext): AnswerClaim[] {
  if (!asksSeveral(context)) return []
  const { terms } = context.question
  const chosen = [best]
  terms.forEach((entry, i) => {
    if (!namesThing(entry, best.searchable) || entry.term.role === 'inherited') return
    if (chosen.some(({ met }) => met[i]! > 0)) return
    const other = ranked.find(({ entry: { words }, fit }) => fit !== 'other' && words[i]! >= THING_MET)
    if (other && chosen.length < MOST_THINGS) chosen.push(other.entry)
  })
  return chosen.slice(1).map((entry) => {
    const source = sourceOf(entry.searchable.report, entry.statement.statement)
    return quotedClaim(quoteClauses(entry, context), source)
  })
}

const THING_MET = 0.8
const MOST_THINGS = 4

function relatedTo(best: Ranked, ranked: readonly Ranked[]): Finding['related'] {
  return ranked
    .filter(
      ({ entry, score }) => entry !== best.entry && score >= RELATED_SHARE * best.score && entry.coverage >= ENOUGH,
    )
    .slice(0, MOST_RELATED)
    .map(({ entry }) => sourceOf(entry.searchable.report, entry.statement.statement))
}

function lacking(nearest: Ranked | undefined, { searchable }: AskContext): Finding {
  const { coverage = 0, statement } = nearest?.entry ?? {}
  const isSpokenOf = statement !== undefined && coverage >= SPOKEN_OF
  const isOtherTime = coverage >= ENOUGH && nearest?.fit === 'other'
  return {
    outcome: isOtherTime ? 'out_of_period' : 'not_in_report',
    claims: [],
    related: isSpokenOf ? [sourceOf(searchable.report, statement.statement)] : [],
    reasons: [
      isOtherTime
        ? '最接近的一句说的是别的时间。'
        : `最接近的一句只覆盖所问的 ${Math.round(coverage * 100)}%,不足以回答。`,
    ],
    confidence: 0,
  }
}
