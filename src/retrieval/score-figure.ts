import { toSearchForm } from '../text/search-form.js'
import type { Understanding } from '../understand/understanding.js'
import { type Evidence, type FigureEvidence, MOST_BY_MEANING } from './evidence.js'
import { fitsKind } from './fits-kind.js'
import { figureYears } from './match-period.js'
import { matchingWords } from './matching-words.js'
import type { SearchableFigure } from './searchable-report.js'
import type { WeighedQuestion } from './weigh-terms.js'

/** Added to the coverage to order figures that meet the question alike. */
const BONUS = {
  status: -0.06,
  level: 0.05,
  total: 0.12,
  sum: 0.25,
  planned: 0.25,
  elsewhere: -0.3,
  each: -0.12,
  change: 0.12,
  scope: -0.1,
  added: -0.2,
  budget: -0.15,
  old: -0.08,
  acted: -0.12,
  part: -0.04,
  extra: -0.02,
  own: 0.2,
  unit: 0.08,
  kind: 0.12,
  claim: 0.25,
  lexical: 0.08,
  dense: MOST_BY_MEANING.figure,
  near: 0.3,
}

/**
 * A ledger figure as evidence, with the score that orders it: what it meets of the question, and small preferences.
 * @param claimed whether the question says a number of its statement
 */
export function scoreFigure(
  understanding: Understanding,
  question: WeighedQuestion,
  { searchable, statement, arms }: Evidence,
  { found, met, claimed }: { found: SearchableFigure; met: FigureEvidence['met']; claimed: boolean },
): FigureEvidence {
  const { figure } = found
  const { unit } = understanding
  const sumOf = (part: 'own' | 'any') => question.terms.reduce((sum, { weight }, i) => sum + weight * met[i]![part], 0)
  const total = question.total || 1
  const [coverage, own] = [sumOf('any') / total, sumOf('own') / total]
  const score =
    coverage +
    BONUS.own * own +
    (unit && figure.unit.endsWith(unit) ? BONUS.unit : 0) +
    (fitsKind(understanding, figure) ? BONUS.kind : -BONUS.kind) +
    (claimed ? BONUS.claim : 0) +
    manner(understanding, found) +
    (isOld(understanding, searchable, found) ? BONUS.old : 0) +
    (own > 0 ? BONUS.extra * Math.min(MOST_EXTRA, extraLength(question, found)) : 0) +
    BONUS.lexical * arms.lexical +
    BONUS.dense * arms.dense +
    BONUS.near * arms.near
  return { searchable, statement, found, figure, met, coverage, own, score }
}

/** Characters of the indicator beyond which further ones tell nothing. */
const MOST_EXTRA = 6

/** How many characters of the indicator no term explains: 城乡一体化示范区 in 城乡一体化示范区一般公共预算收入. */
function extraLength({ terms }: WeighedQuestion, { indicator }: SearchableFigure): number {
  let rest = indicator
  for (const { term } of terms) {
    let longest = ''
    for (const { form } of term.forms) if (form.length > longest.length && rest.includes(form)) longest = form
    rest = rest.replace(longest, '')
  }
  return rest === indicator
    ? 0
    : rest.replace(/代编|[本当全]年|(?:年初|调整后?)?预算|金融机构|人民币|本外币|各项|总(?:[量数额值]|规模)$/g, '')
        .length
}

/** 2010年的21.6% where the report's own years are later, and no time was asked. */
function isOld({ periods }: Understanding, { report }: Evidence['searchable'], { figure }: SearchableFigure): boolean {
  const { result } = report.years
  const last = figureYears(figure.period)?.to
  return periods.length === 0 && result !== null && last !== undefined && last < result
}

/** 增加了多少: by how much, not to how much. */
export function asksAmountOfChange(text: string): boolean {
  return matchingWords('change_asked').test(text)
}

/** 总量, 一共有多少: all there is, not what was added. */
export function asksStock(text: string): boolean {
  return matchingWords('stock').test(text) && !/[新增]/.test(text)
}

/** 新增新能源装机1258万千瓦, 分别新增65家. */
export function isAdded({ indicator, lead }: SearchableFigure): boolean {
  return matchingWords('increase', 'start').test(indicator) || matchingWords('added_in_front', 'end').test(lead)
}

/** Small preferences among figures that meet the words alike. */
function manner(
  { kind, cues, terms, asksAmount, status, periods, text }: Understanding,
  found: SearchableFigure,
): number {
  const { figure, phrase, indicator, owner } = found
  const isBudget =
    (matchingWords('budgeted').test(phrase) || matchingWords('budgeted').test(indicator)) &&
    !matchingWords('asks_budget').test(text)
  const isOtherStatus =
    status !== null && periods.length === 0 && (status === 'target') !== (figure.status === 'target')
  const asksScope = terms.some(({ role }) => role === 'scope')
  const isEach = matchingWords('each').test(phrase) && !terms.some(({ role }) => role === 'per' || role === 'each')
  return (
    (asksAmountOfChange(text) ? (figure.measure === 'growth' ? BONUS.change : -BONUS.change) : 0) +
    (matchingWords('added').test(text) && !/新|增/.test(indicator) ? BONUS.added : 0) +
    (asksStock(text) && isAdded(found) ? BONUS.added : 0) +
    (!asksScope && matchingWords('lower_account', 'start').test(indicator) ? BONUS.scope : 0) +
    (kind === 'figure' && (asksAmount || cues.has('amount')) && figure.measure === 'level' ? BONUS.level : 0) +
    ((cues.has('sum') || asksStock(text)) && isTotal(found) ? BONUS.total : 0) +
    (matchingWords('asks_planned').test(text)
      ? BONUS.planned * (matchingWords('planned').test(indicator) ? 1 : -1)
      : 0) +
    (matchingWords('asks_sum').test(text) && matchingWords('sums').test(indicator) ? BONUS.sum : 0) +
    (owner !== '' && !namesOwner(terms, owner) ? BONUS.elsewhere : 0) +
    (isActedOn(found, text) ? BONUS.acted : 0) +
    (PART.test(found.lead) && !text.includes('其中') ? BONUS.part : 0) +
    (isEach ? BONUS.each : 0) +
    (isBudget ? BONUS.budget : 0) +
    (isOtherStatus ? BONUS.status : 0)
  )
}

/** 入园企业163家,其中规上企业76家: those of a part are not all there are. */
const PART = /其中[^,;。]*$/

/** 推动86家企业, 为239家企业: those that something was done for are not all there are. */
function isActedOn({ lead }: SearchableFigure, asked: string): boolean {
  const verb = lead.match(matchingWords('acted_on', 'end'))?.[0]
  return verb !== undefined && !asked.includes(verb)
}

function isTotal(found: SearchableFigure): boolean {
  return (
    found.figure.qualifiers.includes('累计') ||
    matchingWords('total').test(inFront(found)) ||
    matchingWords('sums').test(found.indicator)
  )
}

/** What its phrase says before the number: the 共 of 39500套共29个项目 counts the projects. */
function inFront({ figure, phrase }: SearchableFigure): string {
  const at = phrase.indexOf(toSearchForm(figure.text))
  return at < 0 ? phrase : phrase.slice(0, at)
}

/** A district's own figure answers where it is asked for: 西湖 for 西湖管理区. */
function namesOwner(terms: Understanding['terms'], owner: string): boolean {
  return terms.some(({ forms }) =>
    forms.some(({ form }) => form.length > 1 && (owner.includes(form) || form.includes(owner))),
  )
}
