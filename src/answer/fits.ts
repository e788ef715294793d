import { ownerOfAccount } from '../report/ledger/carry-scope.js'
import { needsOwner } from '../report/ledger/words.js'
import type { Figure } from '../report/report.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { fitsKind } from '../retrieval/fits-kind.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import { figureYears, fitPeriod } from '../retrieval/match-period.js'
import { matchingWords } from '../retrieval/matching-words.js'
import { asksAmountOfChange, isAdded } from '../retrieval/score-figure.js'
import { strengthIn, tellsLevel, type WeighedQuestion } from '../retrieval/weigh-terms.js'
import { bareUnit } from '../understand/find-claims.js'
import { findModifiers } from '../understand/modifiers.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import { fitsBound } from './fits-bound.js'
import { fitsWords } from './fits-words.js'
import { isMilestone } from './is-milestone.js'
import { isOpposite } from './opposed-kinds.js'
import { lacksQuarter } from './quarters.js'

/** A term is met from here on (0–1). */
const MET = 0.5
/** A thing goes by many names: some of its words are enough. */
const PARTLY_MET = 0.25

/** The time asked is the figure's, or stands in its clause (兑现2021年度…资金); and a plan is no result. */
export function fitsTime(evidence: FigureEvidence, { years, understanding }: AskContext): boolean {
  const { figure, found } = evidence
  if (years.length === 0) return fitsFirmStatus(figure.status, understanding.firmStatus)
  const isPlanOnly = understanding.firmStatus === 'target' && figure.status !== 'target'
  if (fitPeriod(years, figureYears(figure.period)) === 'same' || isReachedIn(years, figure, found)) return !isPlanOnly
  if (isOfSpan(evidence, years)) return !isPlanOnly
  const named = years.some(({ from, to }) => from === to && found.clause.includes(String(from)))
  return named || (figure.period === null && fitsFirmStatus(figure.status, understanding.firmStatus))
}

/** 从28件提高到70件, dated to the last year of the span asked for, is what the span came to. */
export function isReachedIn(
  years: AskContext['years'],
  { period }: Figure,
  { phrase }: FigureEvidence['found'],
): boolean {
  const isLast = years.some(({ from, to }) => from < to && period === String(to))
  return isLast && /(?:到|至|达|突破|超过?)[约近超]?\d[^,。;]*$/.test(phrase)
}

/** 2025年和“十四五”时期工作回顾: what it gives without naming a year of what was built may be the sum of the five. */
function isOfSpan({ figure, found, statement }: FigureEvidence, years: AskContext['years']): boolean {
  const isLast = years.some(({ from, to }) => to - from === 4 && figure.period === String(to))
  const isSum = answerWords('counts_works').test(figure.unit) && !answerWords('origin').test(found.phrase)
  const namesYear = [statement.text, statement.before].some((said) =>
    answerWords('one_year').test(said.replace(answerWords('from_year_to_year'), '')),
  )
  return isLast && isSum && answerWords('five_years').test(statement.heading) && !namesYear
}

function fitsFirmStatus(status: 'actual' | 'estimate' | 'target', asked: 'actual' | 'target' | null): boolean {
  return asked === null || (asked === 'target') === (status === 'target')
}

/** The figure is of the kind asked, and not merely the number that the question brought along. */
export function fitsAsked(candidate: FigureEvidence, context: AskContext): boolean {
  const { understanding } = context
  const { figure, found } = candidate
  if (!fitsKind(understanding, figure)) return false
  if (!meetsMatter(candidate, context) || isOfAll(candidate, context) || isLeftOut(found, understanding)) return false
  if (isUnable(found.indicator + found.phrase, context)) return false
  if (isOthersAccount(found.indicator, understanding.text)) return false
  if (isOpposite(found.indicator, understanding.text)) return false
  if (!fitsScope(found, understanding) || isOtherSide(found.indicator, understanding.text)) return false
  if (!fitsWords(candidate, understanding.text)) return false
  if (isLeftBehind(candidate, context)) return false
  if (asksStockAlone(understanding) && isAdded(found)) return false
  if (isStockForAdded(found, understanding.text) || hasAddedBeside(candidate, understanding.text)) return false
  if (lacksQuarter(candidate.statement, understanding.text)) return false
  if (isFlow(found.indicator, understanding.text) || isLevelReached(candidate, understanding.text)) return false
  if (isOfEach(found.indicator, understanding.terms) || !fitsBound(candidate, understanding)) return false
  const { claims, asksAmount } = understanding
  if (claims.length === 0 && isMilestone(candidate, context)) return false
  return !asksAmount || !claims.some((claim) => !claim.isAtLeast && isClaimed(claim, figure))
}

/** Of the words that it meets one must say more than 国家 does. */
function meetsMatter({ met }: FigureEvidence, { question }: AskContext): boolean {
  const heard = question.terms.filter((_, i) => (met[i]?.any ?? 0) > 0)
  return heard.length === 0 || !heard.every(tellsLevel)
}

/** What the question leaves out (不算残奥会) is no answer to it; a name that leaves it out itself (不含农户) may be one. */
function isLeftOut({ indicator }: FigureEvidence['found'], { leftOut = [] }: AskContext['understanding']): boolean {
  const said = indicator.replace(matchingWords('leaves_out', 'anywhere', 'g'), '')
  return leftOut.some((term) => strengthIn(said, term) > 0)
}

/** 人均生产总值 is no 生产总值; 人均可支配收入 is what is meant by 收入. */
function isOfEach(indicator: string, terms: AskContext['understanding']['terms']): boolean {
  if (!indicator.includes('人均')) return false
  const asksMeasure = terms.some(({ concept, role }) => ASKED.includes(role) && concept?.kind === 'measure')
  const asksEach = terms.some(({ role, forms }) => role === 'per' || forms.some(({ form }) => form.includes('人均')))
  return asksMeasure && !asksEach
}

/** 从40元 of 从40元提高到45元: it came to the second, unless what was before is asked, or the time of it. */
function isLeftBehind({ figure, found, statement }: FigureEvidence, { years, understanding }: AskContext): boolean {
  const { text } = understanding
  const asksReached = answerWords('reached').test(text)
  if (!asksReached && (years.length > 0 || answerWords('asks_before').test(text))) return false
  const next = statement.figures.find(({ figure: other }) => other.index === figure.index + 1)
  return (
    next !== undefined &&
    bareUnit(next.figure.unit) === bareUnit(figure.unit) &&
    (!asksReached || next.figure.period === figure.period) &&
    answerWords('origin').test(found.phrase) &&
    /[到至为][约近超]?$/.test(next.lead)
  )
}

/** 总量, 现在有多少, of no time: what was added in a year is no answer. */
function asksStockAlone({ text, periods }: AskContext['understanding']): boolean {
  return periods.length === 0 && matchingWords('stock_alone').test(text) && !/[新增]/.test(text)
}

/** 运营里程 is all there is: not what is new of it (新修了多少公里). */
function isStockForAdded(found: FigureEvidence['found'], text: string): boolean {
  return answerWords('asks_added').test(text) && answerWords('stock').test(found.indicator) && !isAdded(found)
}

/** 净增商户 stands beside 在册商户: who asks how many more there are is told the former. */
function hasAddedBeside({ figure, found, statement }: FigureEvidence, text: string): boolean {
  if (isAdded(found) || !answerWords('asks_more').test(text)) return false
  return statement.figures.some(
    (other) =>
      isAdded(other) &&
      other.figure.unit === figure.unit &&
      other.figure.period === figure.period &&
      figure.indicator.endsWith(other.figure.indicator.replace(answerWords('more_in_front', 'start'), '')),
  )
}

/** 人口净流入 is no 人口: what came or went is asked for as such. */
function isFlow(indicator: string, text: string): boolean {
  return answerWords('flow', 'end').test(indicator) && !answerWords('asks_flow').test(text)
}

/** 提高到700元 tells not by how much it was raised, unless what it was before stands there, too. */
function isLevelReached({ figure, found, statement }: FigureEvidence, text: string): boolean {
  if (figure.measure === 'growth' || !asksAmountOfChange(text)) return false
  const before = statement.figures.find(({ figure: other }) => other.index === figure.index - 1)
  const hasOrigin = before !== undefined && answerWords('origin').test(before.phrase)
  return answerWords('raised_to', 'end').test(found.lead) && !hasOrigin
}

/**
 * 能送药 of 多少家药店能送药: what is counted is to do something that the report knows nothing of, and not a character of
 * it stands in what is said.
 */
export function isUnable(said: string, { understanding, question }: AskContext): boolean {
  const able = understanding.text.match(answerWords('able'))
  if (!able) return false
  const done = question.terms.filter(({ term, weight }) => term.at >= able.index! + able[0].length && weight > 0)
  return (
    done.length > 0 &&
    done.every(
      ({ term, isTalk }) => isTalk && !isAction(term) && ![...term.text].some((character) => said.includes(character)),
    )
  )
}

/** The income of a zone answers only where the question names it, or a zone: the place's own name is taken out of it. */
function isOthersAccount(indicator: string, text: string): boolean {
  const owner = ownerOfAccount(indicator)
  return owner !== '' && !text.includes(owner.slice(0, SHORTEST_OWNER)) && !answerWords('zone').test(text)
}

const SHORTEST_OWNER = 2

/** 转移支付支出 is not 转移支付收入; and what is left over (结余) is neither. */
function isOtherSide(indicator: string, text: string): boolean {
  const asked = SIDES.filter(({ said }) => answerWords(said).test(text))
  if (asked.length !== 1) return false
  const own = SIDES.map(({ side, named }) => ({ side, at: indicator.search(named) })).sort((a, b) => b.at - a.at)[0]!
  return own.at >= 0 && asked[0]!.side !== own.side
}

const SIDES = [
  { side: 'income', said: 'asks_income', named: /(?<!支配|纯|居民)收入(?!.*(?:收入|支出|结余))/ },
  { side: 'spending', said: 'asks_spending', named: /(?<!消费|生活)支出(?!.*(?:收入|支出|结余))/ },
  { side: 'balance', said: 'asks_balance', named: /(?<!上年)结余(?!.*(?:收入|支出|结余))/ },
  { side: 'carried', said: 'asks_carried', named: /上年结[余转](?!.*(?:支出|年末))/ },
] as const

/** Whose account was asked for (全市, 市级) is not another one's, as the indicator names it, else the words around it. */
export function fitsScope(
  { indicator, phrase }: FigureEvidence['found'],
  { terms }: AskContext['understanding'],
): boolean {
  const asked = terms.filter(({ role }) => role === 'scope').flatMap(({ forms }) => forms.map(({ form }) => form))
  if (asked.length === 0) return true
  const scopesOf = (words: string) => findModifiers(words).filter(({ role }) => role === 'scope')
  const named = scopesOf(indicator)
  const own = named.length > 0 ? named : scopesOf(phrase)
  return own.length === 0 || own.some(({ forms }) => forms.some(({ form }) => asked.includes(form)))
}

/** The figure meets what no answer may lack: the rarest word that the report knows, the thing counted, 人均, a place. */
export function fitsDemands({ met }: Pick<FigureEvidence, 'met'>, context: AskContext): boolean {
  const { question, oneSide, understanding } = context
  const rarest = rarestTerm(question)
  if (!oneSide && rarest >= 0 && !isMetAsRare(met, question, rarest)) return false
  if (lacksKind(met, question, understanding.text) || meetsActionsAlone(met, question)) return false
  return question.terms.every((entry, i) => {
    const { term, present } = entry
    const isOther = meansSeveral(term) && asksMeasure(question)
    if (!oneSide && isName(entry) && !isOther) return met[i]!.any >= MET
    if (term.role === 'topic' && present && isZoneOf(term.text, question)) return met[i]!.any >= PARTLY_MET
    if (term.role === 'per') return met[i]!.own > 0
    if (term.role === 'place') return met[i]!.any >= MET
    if (term.role === 'head' && term.concept?.kind === 'measure' && present) return met[i]!.own >= MET
    if (term.role === 'head') return met[i]!.any >= (term.concept?.kind === 'thing' ? PARTLY_MET : MET)
    return true
  })
}

/** 外国 of 多少外国选手: a number of all of them is not asked. */
function isOfAll({ met }: FigureEvidence, { question: { terms } }: AskContext): boolean {
  return terms.some(
    ({ term }, i) =>
      met[i]!.any < MET &&
      terms[i + 1]?.term.at === term.at + term.text.length &&
      answerWords('tells_whom', 'whole').test(term.text),
  )
}

/** 用上 of 有多少人用上了天然气: what is done answers nothing where no thing is met that it is done with. */
export function meetsActionsAlone(met: FigureEvidence['met'], { terms }: WeighedQuestion): boolean {
  const isMet = (_: unknown, i: number) => met[i]!.any >= PARTLY_MET
  const things = terms.filter(({ term, weight }) => ASKED.includes(term.role) && weight > 0 && !isAction(term))
  return things.length > 0 && terms.some(isMet) && !terms.some((entry, i) => isMet(entry, i) && !isAction(entry.term))
}

function isAction({ concept }: WeighedQuestion['terms'][number]['term']): boolean {
  return concept?.kind === 'action'
}

/** Whether the lexicon knows it as what something may be asked of. */
function isThing(term: WeighedQuestion['terms'][number]['term']): boolean {
  return term.concept !== null && !isAction(term)
}

/** 工业园区的地区生产总值: a zone whose measure is asked is a place of its own. */
function isZoneOf(text: string, question: WeighedQuestion): boolean {
  return asksMeasure(question) && answerWords('zone', 'end').test(text)
}

/** A name that the report writes (豪驰): what is another one's does not answer. */
export function isName({ term, isName }: WeighedQuestion['terms'][number]): boolean {
  return isName && TOLD.includes(term.role)
}

/** The lexicon has several meanings for it (困难户): beside a measure that is asked, it is no name. */
function meansSeveral({ forms }: WeighedQuestion['terms'][number]['term']): boolean {
  return forms.some(({ weight }) => weight < 1)
}

/** Whether a known measure is what is asked for. */
function asksMeasure({ terms }: WeighedQuestion): boolean {
  return terms.some(({ term }) => term.role === 'head' && term.concept?.kind === 'measure')
}

const ASKED = ['topic', 'head']
const TOLD = [...ASKED, 'background']

/** Of words that are equally rare any will do. */
function isMetAsRare(met: FigureEvidence['met'], { terms }: WeighedQuestion, rarest: number): boolean {
  const least = AS_RARE * terms[rarest]!.weight
  return terms.some(
    ({ term, weight, present }, i) =>
      present && (term.role === 'head' || term.role === 'topic') && weight >= least && met[i]!.any >= MET,
  )
}

const AS_RARE = 0.99

/** A number of one kind is no other's, nor all kinds': 新能源 of 新能源汽车保有量 is to be met. */
function lacksKind(met: FigureEvidence['met'], { terms }: WeighedQuestion, text: string): boolean {
  return terms.some(
    (_, i) => terms[i + 1]?.term.concept?.kind === 'measure' && tellsKind(terms, i, text) && met[i]!.any < PARTLY_MET,
  )
}

/**
 * Whether a word right in front of a known thing tells which kind of it is meant: 新能源汽车保有量, 高中学杂费; not who gets
 * something: 给企业兑现的资金.
 */
export function tellsKind(terms: WeighedQuestion['terms'], i: number, text: string): boolean {
  const { term, present } = terms[i]!
  const next = terms[i + 1]
  const isFront = next !== undefined && term.at + term.text.length === next.term.at
  const isReceiver = answerWords('receives', 'end').test(text.slice(0, term.at))
  return (
    isFront &&
    !isReceiver &&
    next.present &&
    isThing(next.term) &&
    ASKED.includes(term.role) &&
    (present || isThing(term))
  )
}

/** A common noun (收入, 总投资) is nobody's until its owner is met, too, where the question names one. */
export function meetsOwner({ met }: Pick<FigureEvidence, 'met'>, { question }: AskContext): boolean {
  let [named, owned] = [0, 0]
  question.terms.forEach(({ term, weight, isTalk }, i) => {
    if (isTalk || needsOwner(term.text) || !OWNING.includes(term.role)) return
    named += weight
    owned += weight * met[i]!.any
  })
  return named === 0 || owned / named >= OWNER_MET
}

const OWNING = ['topic', 'head', 'inherited']
const OWNER_MET = 0.3

/**
 * Position of the term of the asking clauses that the report knows and that tells most: a name first, one with an owner
 * (总投资) last, else the heaviest; −1: none.
 */
export function rarestTerm(question: WeighedQuestion): number {
  const { terms } = question
  const isNamed = (entry: (typeof terms)[number]) =>
    isName(entry) && !(meansSeveral(entry.term) && asksMeasure(question))
  const rankOf = (entry: (typeof terms)[number]) => (isNamed(entry) ? 2 : needsOwner(entry.term.text) ? 0 : 1)
  let rarest = -1
  terms.forEach((entry, i) => {
    if (!entry.present || !ASKED.includes(entry.term.role)) return
    const known = terms[rarest]
    const byRank = known ? rankOf(entry) - rankOf(known) : 1
    if (byRank > 0 || (byRank === 0 && entry.weight > known!.weight)) rarest = i
  })
  return rarest
}
