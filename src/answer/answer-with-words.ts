import { loadPlaces } from '../lexicon/places.js'
import type { Evidence } from '../retrieval/evidence.js'
import { fitPeriod, type PeriodFit, sectionYears } from '../retrieval/match-period.js'
import { namesThing, strengthIn } from '../retrieval/weigh-terms.js'
import { isNameEnding } from '../understand/modifiers.js'
import { answerWords } from './answer-words.js'
import { asksSeveral } from './choose-figures.js'
import type { AskContext } from './context.js'
import type { AnswerClaim, Finding } from './finding.js'
import { sourceOf } from './source.js'
import { stateRow } from './state-cell.js'

const ENOUGH = 0.5
const SPOKEN_OF = 0.35
/** A neighbour clause joins the answer when it meets this share of the best clause. */
const CLAUSE_SHARE = 0.3
/** Statements up to this length are quoted whole. */
const SHORT = 110
/** Time that does not fit counts against a statement. */
const PERIOD_MALUS = 0.25
const RELATED_SHARE = 0.75
const MOST_RELATED = 2

/** Answers a question for words with the clauses of the best statement, verbatim. */
export function answerWithWords(context: AskContext): Finding {
  const ranked = rankByTime(context)
  const best = ranked.find(
    ({ entry, fit }) =>
      fit !== 'other' && saysWhen(entry, context) && saysWhere(entry, context) && names(entry, context),
  )
  if (!best || best.entry.coverage < ENOUGH) return lacking(ranked[0], context)
  const { statement, searchable } = best.entry
  const source = sourceOf(searchable.report, statement.statement)
  const text = quoteClauses(best.entry, context)
  return {
    outcome: 'answered',
    claims: [
      { text, sources: [source], figures: source.figures.filter(({ text: figure }) => text.includes(figure)) },
      ...itemsBehind(best.entry),
      ...otherThings(best.entry, ranked, context),
    ],
    related: relatedTo(best, ranked),
    reasons: [`这句话最切题(覆盖所问 ${Math.round(best.entry.coverage * 100)}%)。`],
    confidence: Math.min(1, best.entry.coverage),
  }
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
    const text = quoteClauses(entry, context)
    return { text, sources: [source], figures: source.figures.filter(({ text: figure }) => text.includes(figure)) }
  })
}

const THING_MET = 0.8
const MOST_THINGS = 4

interface Ranked {
  entry: Evidence
  fit: PeriodFit
  score: number
}

function saysWhen({ statement }: Evidence, { understanding }: AskContext): boolean {
  if (understanding.kind !== 'when' || answerWords('time').test(statement.statement.text)) return true
  return answerWords('not_yet').test(understanding.text) && answerWords('happened').test(statement.statement.text)
}

/** A place that the report is not about must stand in the sentence; and who asks where wants a place. */
function saysWhere({ words, statement }: Evidence, { understanding, question }: AskContext): boolean {
  const isNamed = question.terms.every(({ term }, i) => term.role !== 'place' || words[i]! > 0)
  return (
    isNamed &&
    (understanding.kind !== 'where' ||
      answerWords('location').test(statement.statement.text) ||
      isPlaced(clauseAsked(statement, question), understanding.text) ||
      answerWords('did_not_happen').test(statement.statement.text))
  )
}

const PLACES_IN_A_ROW = /[\p{Script=Han}]{2,4}、[\p{Script=Han}]{2,4}/u
/** The last characters of the names in a row: 公园、书画广场等. */
const ROW_ENDS = /(?<=\p{Script=Han}{2})(\p{Script=Han})(?=、|等)/gu
const FEWEST_IN_ROW = 2

/** 哪些村 asks for names that end in 村. */
const ASKED_ENDING = /哪(?:一|几|些)?[个条所座家处]?(\p{Script=Han}{1,2})/gu

/** The clause that meets the question best. */
function clauseAsked({ clauses, text }: Evidence['statement'], question: AskContext['question']): string {
  const [best] = clauses
    .map((clause) => ({ text: clause.text, score: clauseScore(clause.text, question) }))
    .sort((a, b) => b.score - a.score)
  return best?.text ?? text
}

/** 哪几所学校: 南镇学校、罗家学校. */
function rowOfAsked(text: string, question: string): boolean {
  return [...question.matchAll(ASKED_ENDING)].some(([, ending]) =>
    new RegExp(`\\p{Script=Han}{2}${ending}、`, 'u').test(text),
  )
}

function isPlaced(text: string, question: string): boolean {
  for (const [, ending] of question.matchAll(ASKED_ENDING))
    if (isNameEnding(ending!.at(-1)!) && new RegExp(`\\p{Script=Han}{2}${ending}`, 'u').test(text)) return true
  const named = [...text.matchAll(ROW_ENDS)].filter(([, end]) => isNameEnding(end!))
  if (named.length >= FEWEST_IN_ROW) return true
  return PLACES_IN_A_ROW.test(text) && loadPlaces().findIn(text).length > 0
}

/** Which ones (哪些, 分别叫什么) is answered by names, and those stand in a row or in quotation marks. */
function names({ statement }: Evidence, { understanding, question }: AskContext): boolean {
  if (!answerWords('asks_names').test(understanding.text)) return true
  const scores = statement.clauses.map((clause) => clauseScore(clause.text, question))
  const first = statement.clauses[scores.findIndex((score) => score > 0)]
  if (rowOfAsked(statement.text, understanding.text)) return true
  const from = statement.statement.text.slice(first?.start ?? 0)
  return /、|”“|”和“|一是|[:：]$/.test(from.slice(0, MOST_NAMED))
}

/** Characters from the first clause that meets the question on in which names are looked for. */
const MOST_NAMED = 160

export function rankByTime({ evidence, years, understanding }: AskContext): Ranked[] {
  return evidence
    .filter(({ statement }) => statement.statement.kind !== 'heading')
    .map((entry) => {
      const { sections, years: reportYears } = entry.searchable.report
      const own = sectionYears(sections, entry.statement.statement.section)
      const { plan } = reportYears
      const wanted =
        years.length > 0 || understanding.firmStatus !== 'target' || plan === null ? years : [{ from: plan, to: plan }]
      const isNamed = wanted.some(({ from }) => entry.statement.text.includes(String(from)))
      const fit = isNamed ? 'same' : fitPeriod(wanted, own)
      return { entry, fit, score: entry.score - (fit === 'other' ? PERIOD_MALUS : 0) }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * What stands behind a lead without content of its own: the items of a list (编制的主要依据:一是…;二是…), or the sentences
 * behind an item's title (二是着力推动招商引资。…).
 */
function itemsBehind({ statement, searchable }: Evidence): AnswerClaim[] {
  const { text, paragraph, index } = statement.statement
  if (text.length > LONGEST_LEAD) return []
  const isTitle = ITEM.test(text)
  const behind: AnswerClaim[] = []
  for (const next of searchable.report.statements.slice(index + 1)) {
    const belongs = next.paragraph === paragraph && ITEM.test(next.text) !== isTitle
    if (!belongs || (isTitle && behind.length === MOST_BEHIND_TITLE)) break
    const source = sourceOf(searchable.report, next)
    behind.push({ text: tidy(next.text), sources: [source], figures: source.figures })
  }
  return behind
}

const MOST_BEHIND_TITLE = 2
const LONGEST_LEAD = 40
const ITEM = /^[一二三四五六七八九十]是/

/** The clauses that meet the question, and those between them; the whole sentence where it is short. */
function quoteClauses({ statement }: Evidence, { question }: AskContext): string {
  const whole = statement.statement.text
  if (statement.figures.length > 0 && statement.statement.kind === 'row')
    return stateRow(
      statement.figures.map(({ figure }) => figure),
      statement.statement,
    )
  if (whole.length <= SHORT) return tidy(whole)
  const scores = statement.clauses.map((clause) => clauseScore(clause.text, question))
  const top = Math.max(...scores)
  if (top === 0) return tidy(whole)
  const chosen = scores.map((score, i) => (score >= CLAUSE_SHARE * top ? i : -1)).filter((i) => i >= 0)
  let [first, last] = [chosen[0]!, chosen.at(-1)!]
  const lengthOf = () => statement.clauses[last]!.end - statement.clauses[first]!.start
  while (lengthOf() < SHORT / 2 && last + 1 < statement.clauses.length) last++
  while (lengthOf() < SHORT / 2 && first > 0) first--
  return tidy(whole.slice(statement.clauses[first]!.start, statement.clauses[last]!.end))
}

function clauseScore(text: string, { terms }: AskContext['question']): number {
  return terms.reduce((sum, { term, weight }) => sum + weight * strengthIn(text, term), 0)
}

function tidy(text: string): string {
  return text.trim().replace(/[,，;；。、:：]+$/, '')
}

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
