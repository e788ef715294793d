import type { Figure } from '../report/report.js'
import { unitKindOf } from '../understand/find-claims.js'
import type { Claim, Term, Understanding } from '../understand/understanding.js'
import { type Evidence, type FigureEvidence, MOST_BY_MEANING } from './evidence.js'
import { figureYears } from './match-period.js'
import type { SearchableFigure } from './searchable-report.js'
import { strengthIn, type WeighedQuestion } from './weigh-terms.js'

/** What meeting a term counts, by where it stands as seen from the figure and by whether it belongs to another figure. */
const PLACE = {
  free: { clause: 0.9, statement: 0.65, behind: 0.35 },
  foreign: { clause: 0.45, statement: 0.35, behind: 0.25 },
}
/** Added to the coverage to order figures that meet the question alike. */
const BONUS = {
  status: -0.06,
  level: 0.05,
  total: 0.12,
  each: -0.12,
  budget: -0.15,
  old: -0.08,
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
 * Every ledger figure that stands in evidence which meets a word of the question, best first. Kind and unit order; they do
 * not filter.
 */
export function findFigures(
  understanding: Understanding,
  question: WeighedQuestion,
  evidence: readonly Evidence[],
): FigureEvidence[] {
  const isNamed = understanding.claims.length > 0
  return evidence
    .filter(({ coverage, arms }) => coverage > 0 || arms.near > 0 || isNamed)
    .flatMap((entry) => scoreFigures(understanding, question, entry))
    .sort((a, b) => b.score - a.score || ratesFirst(a, b, understanding) || a.figure.index - b.figure.index)
}

/** 增速 and 增长 are asked of a rate; what was added (增加) may be an amount as well. */
function ratesFirst(a: FigureEvidence, b: FigureEvidence, { kind, unit, text }: Understanding): number {
  if (kind !== 'growth' || unit !== null || !/增[速长幅]|下降|[涨跌]/.test(text)) return 0
  const isSameMatter = a.statement === b.statement && a.figure.indicator === b.figure.indicator
  return isSameMatter ? Number(b.figure.unit === '%') - Number(a.figure.unit === '%') : 0
}

/** From here on (0–1) a term belongs to the figure whose words meet it. */
const OWNED = 0.6

/** What a figure's own words, and its clause, meet of a term. */
interface Words {
  own: number
  clause: number
  /** What the sentence says before the figure. */
  lead: number
}

function scoreFigures(understanding: Understanding, question: WeighedQuestion, entry: Evidence): FigureEvidence[] {
  const { figures } = entry.statement
  const words = figures.map((found) => question.terms.map(({ term }) => wordsOf(term, found)))
  const claimed = figures.some(({ figure }) => understanding.claims.some((claim) => isClaimed(claim, figure)))
  const kinds = figures.map(({ figure }) => unitKindOf(figure.unit))
  return figures.map((found, i) => {
    const met = question.terms.map((_, t) => {
      const foreign = words.some((other, j) => j !== i && kinds[j] === kinds[i] && other[t]!.own >= OWNED)
      return meet(words[i]![t]!, entry.words[t]!, entry.around[t]!, foreign)
    })
    return scoreFigure(understanding, question, entry, { found, met, claimed })
  })
}

function wordsOf(term: Term, { indicator, whole, phrase, clause, lead }: SearchableFigure): Words {
  // Of several owners in one breath (A、B分别增长…) the phrase names all: only the indicator tells whose figure it is.
  const said = phrase.includes('分别') ? '' : phrase
  const named = term.text.includes('占') ? whole : indicator
  const listed = isListed(term, indicator, said)
  const own =
    term.concept?.kind === 'measure'
      ? measured(term, named, said)
      : Math.max(strengthIn(named, term), strengthIn(said, term) * (listed ? LISTED : SAID))
  if (own === 1) return { own, clause: 1, lead: 1 }
  return { own, clause: (listed ? LISTED : 1) * strengthIn(clause, term), lead: strengthIn(lead, term) }
}

/** 教育、社会保障、农林水等民生支出 is no 教育支出: what is named in the row in front of the thing counted. */
function isListed({ forms }: Term, indicator: string, phrase: string): boolean {
  const end = Math.max(phrase.lastIndexOf('、'), phrase.lastIndexOf('等'))
  if (end < 0) return false
  return forms.some(({ form }) => {
    const at = phrase.indexOf(form)
    return at >= 0 && at + form.length <= end && !indicator.includes(form)
  })
}

const LISTED = 0.5
/** What only the words around the number say, counts less than what it is named. */
const SAID = 0.82

/** How much of a measure counts that stands elsewhere than at the head of the indicator, or inside a wider measure. */
const NOT_HEAD = 0.6
const WIDER = 0.6
/** What may stand behind the head and leaves it the same. */
const NEUTRAL_END =
  /^(?:数|总数|数量|额|总额|金额|量|总量|值|总值|规模|完成额|增速|增幅|增长|目标|预算|合计|小计|共计|\s)*$/

/**
 * How far a figure measures the term itself. The head of a Chinese noun phrase is its end: 万元地区生产总值用水量 measures
 * 用水量, and a wider measure (工业固定资产投资) is another one.
 */
function measured(term: Term, indicator: string, phrase: string): number {
  const literal = strengthIn(indicator, term)
  if (literal === 0) return NOT_HEAD * strengthIn(phrase, term)
  const isHead = term.forms.some(({ form }) => {
    const at = indicator.lastIndexOf(form)
    return at >= 0 && NEUTRAL_END.test(indicator.slice(at + form.length))
  })
  const isWider = term.wider.some((wider) => indicator.includes(wider))
  return literal * (isHead ? 1 : NOT_HEAD) * (isWider ? WIDER : 1)
}

/**
 * How far a figure meets a term: by its own words, and by anything around it.
 * @param words what the whole statement meets
 * @param around what its headings and the sentence before meet
 * @param foreign whether the term belongs to another figure of the statement, of the same kind: 74家企业 and their 58万元 are one matter
 */
function meet(
  { own, clause, lead }: Words,
  words: number,
  around: number,
  foreign: boolean,
): { own: number; any: number } {
  const place = foreign ? PLACE.foreign : PLACE.free
  const inStatement = words * (lead > 0 ? place.statement : place.behind)
  return { own, any: Math.max(own, clause * place.clause, inStatement, around) }
}

function scoreFigure(
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
  return rest === indicator ? 0 : rest.length
}

/** 2010年的21.6% where the report's own years are later, and no time was asked. */
function isOld({ periods }: Understanding, { report }: Evidence['searchable'], { figure }: SearchableFigure): boolean {
  const { result } = report.years
  const last = figureYears(figure.period)?.to
  return periods.length === 0 && result !== null && last !== undefined && last < result
}

/** What a budget set in the beginning, asked for or not. */
const BUDGETED = /预算(?:为|合计|数|安排)|年初预算|预算$/
const ASKS_BUDGET = /(?<!公共|基金|经营)预算|安排|计划|目标/

/** Small preferences among figures that meet the words alike. */
function manner(
  { kind, cues, terms, asksAmount, status, periods, text }: Understanding,
  { figure, phrase, indicator }: SearchableFigure,
): number {
  const isBudget = (BUDGETED.test(phrase) || BUDGETED.test(indicator)) && !ASKS_BUDGET.test(text)
  const isTotal = figure.qualifiers.includes('累计') || /总|累计|共/.test(phrase)
  const isOtherStatus =
    status !== null && periods.length === 0 && (status === 'target') !== (figure.status === 'target')
  const isEach =
    /每|人均(?!可支配|纯收入|收入|消费|生活)|平均/.test(phrase) &&
    !terms.some(({ role }) => role === 'per' || role === 'each')
  return (
    (kind === 'figure' && (asksAmount || cues.has('amount')) && figure.measure === 'level' ? BONUS.level : 0) +
    (cues.has('sum') && isTotal ? BONUS.total : 0) +
    (isEach ? BONUS.each : 0) +
    (isBudget ? BONUS.budget : 0) +
    (isOtherStatus ? BONUS.status : 0)
  )
}

/** What 十亿多 may mean at most, as a multiple. */
const MOST_ABOVE = 1.5

/** Whether the question itself says this number. */
export function isClaimed(claim: Claim, { value, unit }: Figure): boolean {
  if (value === null) return false
  const scale = unit.match(/^(万亿|亿|万)/)?.[0] ?? ''
  const full = Math.abs(value) * ({ '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12 }[scale] ?? 1)
  if (claim.isAtLeast) return full >= claim.value && full < MOST_ABOVE * claim.value
  return Math.abs(full - claim.value) <= 1e-9 * Math.max(1, full)
}

/** Whether a figure is of the kind asked for. Things and people are counted in many words (家, 处, 座): any will do. */
export function fitsKind({ kind, unit, cues }: Understanding, figure: Figure): boolean {
  const asksChange = cues.has('change')
  const unitKind = unitKindOf(figure.unit)
  switch (kind) {
    case 'money':
      return unitKind === 'money' && (figure.measure !== 'growth' || asksChange)
    case 'count':
      return (unit === null ? unitKind !== 'percent' : unitKind === unitKindOf(unit)) && figure.measure !== 'rank'
    case 'growth':
      return figure.measure === 'growth'
    case 'share':
      return figure.measure === 'share' || (unitKind === 'percent' && figure.measure !== 'growth')
    case 'rank':
      return figure.measure === 'rank' || figure.measure === 'rating'
    default:
      return true
  }
}
