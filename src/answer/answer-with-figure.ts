import type { FigureEvidence } from '../retrieval/evidence.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import { asksAmountOfChange } from '../retrieval/score-figure.js'
import { unitKindOf } from '../understand/find-claims.js'
import { answerWords } from './answer-words.js'
import { changeSince } from './change-since.js'
import { type ChosenFigures, chooseFigures } from './choose-figures.js'
import { compareFigures, isComparable } from './compute.js'
import type { AskContext } from './context.js'
import { counterpartOf } from './counterpart-of.js'
import type { Finding } from './finding.js'
import { fitsAsked, fitsDemands, fitsTime, rarestTerm } from './fits.js'
import { planAndResult, slotsOf } from './slots-of.js'
import { sourceOf } from './source.js'
import { stateFigure } from './state-figure.js'
import { withBothYears } from './with-both-years.js'
import { withOtherHalf } from './with-other-half.js'

/** Share of the question's weight that the figures must meet, in all and by their own words. */
export const ENOUGH = { coverage: 0.55, own: 0.15 }
/** The share is lower where the figure's own words meet the question's rarest and its unit is the one asked for. */
const ENOUGH_WITH_KEY = 0.38
/** Figures that speak of the thing at all: enough to say that the report has it for another time only. */
const SPOKEN_OF = { coverage: 0.45, own: 0.15 }

/** Answers a question for a number out of the ledger, or says what the ledger lacks of it. */
export function answerWithFigure(context: AskContext): Finding {
  const since = changeSince(context)
  const byChange = since && answerAsked(since)
  return byChange?.outcome === 'answered' ? withBothYears(byChange, context) : answerAsked(context)
}

function answerAsked(context: AskContext): Finding {
  const { understanding } = context
  const slots = slotsOf(context)
  const choices = withCounterparts(
    slots.map((slot) => chooseFigures(slot)),
    slots,
    context,
  )
  const chosen = choices.filter((choice) => isEnough(choice, context))
  const missing = understanding.cues.has('compare') ? slots.find((_, i) => !isEnough(choices[i]!, context)) : undefined
  if (slots.length > 1 && missing && !bringsNumber(context)) return lacking(missing)
  if (chosen.length === 0 || (slots.length > 1 && comparesUnlike(chosen, context))) return lacking(context)
  const found = withOrigin(withCounterpart(unique(chosen.flatMap((choice) => choice.figures)), context), context)
  const halves = withOtherHalf(found, context)
  const figures = withGroup(withCount(withMeasures(halves, context), context), context)
  return {
    outcome: 'answered',
    claims: [
      ...figures.map((figure) => stateFigure(figure)),
      ...compareFigures(figures, understanding, planAndResult(context)),
    ],
    related: repeated(figures, context),
    reasons: figures.map(
      ({ figure }) => `数字账里“${figure.indicator}”(${figure.period ?? '时间不详'})符合所问,取 ${figure.text}。`,
    ),
    confidence: Math.min(1, Math.max(...chosen.map(({ coverage }) => coverage))),
  }
}

/**
 * Where one of the two times compared is answered by one figure, the other is by the figure that measures the same: 486万人次
 * beside a target of 500万人次, and not by how much that grew.
 */
function withCounterparts(
  choices: readonly ChosenFigures[],
  slots: readonly AskContext[],
  context: AskContext,
): ChosenFigures[] {
  const enough = choices.filter((choice) => isEnough(choice, context))
  if (choices.length !== 2 || (enough.length === 2 && !comparesUnlike(enough, context))) return [...choices]
  for (const kept of enough) {
    const other = choices.findIndex((choice) => choice !== kept)
    const counterpart = kept.figures.length === 1 ? counterpartOf(kept.figures[0]!, slots[other]!) : null
    if (counterpart) return choices.map((choice) => (choice === kept ? kept : { ...kept, figures: [counterpart] }))
  }
  return [...choices]
}

/** 都98%了,比前年还好吧: the number taken for granted is put right, though one of the times has none. */
function bringsNumber({ understanding: { claims, asksAmount } }: AskContext): boolean {
  return claims.length > 0 && !asksAmount
}

/** 18.8亿元 and 20条 of two years are not compared: they measure different things. */
function comparesUnlike(chosen: readonly ChosenFigures[], { understanding }: AskContext): boolean {
  const kinds = chosen.map(({ figures }) => figures.map(({ figure }) => unitKindOf(figure.unit)))
  const [first, ...others] = kinds
  return understanding.cues.has('compare') && others.some((other) => !other.some((kind) => first!.includes(kind)))
}

function unique(figures: readonly FigureEvidence[]): FigureEvidence[] {
  return [...new Set(figures)]
}

/** A comparison that found one figure compares it with the same indicator's figure for the report's other year. */
function withCounterpart(
  figures: FigureEvidence[],
  { understanding, question, figures: candidates }: AskContext,
): FigureEvidence[] {
  const [only] = figures
  if (figures.length !== 1 || !only || !understanding.cues.has('compare') || understanding.severalPlaces) return figures
  const isAsked = (i: number) => question.terms[i]!.term.role !== 'background'
  const other = candidates.find(
    (candidate) =>
      candidate.figure.measure === only.figure.measure &&
      isComparable(candidate.figure, only.figure) &&
      candidate.figure.period !== only.figure.period &&
      candidate.figure.period !== null &&
      candidate.met.every(({ own }, i) => !isAsked(i) || own >= only.met[i]!.own * 0.9),
  )
  return other ? [only, other].sort((a, b) => a.figure.index - b.figure.index) : figures
}

/** 从多少提到多少: what it was before, in the same breath, is asked for along with what it came to. */
function withOrigin(figures: FigureEvidence[], { understanding, figures: candidates }: AskContext): FigureEvidence[] {
  const [only] = figures
  if (figures.length !== 1 || !only || !answerWords('from_and_to').test(understanding.text)) return figures
  const origin = candidates.find(
    ({ figure, statement, found }) =>
      statement === only.statement &&
      figure.index === only.figure.index - 1 &&
      figure.indicator === only.figure.indicator &&
      figure.unit === only.figure.unit &&
      answerWords('origin').test(found.phrase),
  )
  return origin ? [origin, only] : figures
}

/** 地区生产总值和增速, 目标是多少: amount and growth of one indicator in one sentence belong together where no kind is asked. */
function withMeasures(figures: FigureEvidence[], { understanding, figures: candidates }: AskContext): FigureEvidence[] {
  const [only] = figures
  if (APART.some((cue) => understanding.cues.has(cue)) || understanding.severalPlaces) return figures
  const asksBoth =
    understanding.kind === 'figure' ||
    (understanding.kind === 'growth' && answerWords('amount_and_growth').test(understanding.text))
  if (figures.length !== 1 || !only || !asksBoth || understanding.unit !== null) return figures
  const byHowMuch = asksAmountOfChange(understanding.text) && !answerWords('amount_and_growth').test(understanding.text)
  const others = candidates.filter(
    ({ figure, statement }) =>
      statement === only.statement &&
      figure.indicator === only.figure.indicator &&
      figure.period === only.figure.period &&
      (byHowMuch ? figure !== only.figure && figure.measure === 'growth' : figure.measure !== only.figure.measure) &&
      CHANGES.includes(figure.measure) &&
      CHANGES.includes(only.figure.measure),
  )
  const other = others.find(({ figure }) => figure.unit === '%') ?? others[0]
  return other ? [only, other].sort((a, b) => a.figure.index - b.figure.index) : figures
}

const CHANGES = ['level', 'growth']
/** Who compares or lists asks for one measure; who asks how much in all, for no change. */
const APART = ['compare', 'list', 'sum']

/** 个数和总投资: how many there are is asked for along with what they cost. */
function withCount(figures: FigureEvidence[], { understanding, figures: candidates }: AskContext): FigureEvidence[] {
  const [only] = figures
  if (figures.length !== 1 || !only || !COUNT_TOO.test(understanding.text)) return figures
  const count = candidates.find(
    ({ figure, statement }) =>
      statement === only.statement &&
      figure.period === only.figure.period &&
      unitKindOf(figure.unit) !== unitKindOf(only.figure.unit) &&
      (only.figure.indicator.startsWith(figure.indicator) || figure.indicator.startsWith(only.figure.indicator)),
  )
  return count ? [only, count].sort((a, b) => a.figure.index - b.figure.index) : figures
}

const NUMBER = '(?:个数|数量|家数|户数|件数|套数|数目|多少[个家户件套]|几[个家户件套])'
const COUNT_TOO = new RegExp(`${NUMBER}[^,。;?]{0,4}[和与及跟、]|[和与及跟、][^,。;?]{0,4}${NUMBER}`)

/** 原煤、原油产量分别多少: what the report gives in one breath (分别), asked for in one breath, is answered whole. */
function withGroup(figures: FigureEvidence[], { understanding, figures: candidates }: AskContext): FigureEvidence[] {
  const [only] = figures
  if (!only || !(understanding.cues.has('list') || understanding.cues.has('compare'))) return figures
  const { figure, found, statement } = only
  const inOneBreath = found.clause.includes('分别') || found.phrase.includes('分别')
  const asksEach = figures.length === 1 && answerWords('each_part').test(understanding.text)
  if (!inOneBreath && !asksEach) return figures
  const group = candidates.filter(
    (candidate) =>
      candidate.statement === statement &&
      candidate.figure.measure === figure.measure &&
      candidate.figure.unit === figure.unit &&
      (asksEach || candidate.found.clause === found.clause) &&
      (asksEach || understanding.cues.has('list') || candidate.met.some(({ own }) => own > 0)),
  )
  const all = [...new Set([...figures, ...group])]
  return all.sort((a, b) => a.figure.index - b.figure.index)
}

function isEnough({ figures, coverage, own }: ChosenFigures, context: AskContext): boolean {
  const enough = figures.some((figure) => hasKey(figure, context)) ? ENOUGH_WITH_KEY : ENOUGH.coverage
  return figures.length > 0 && coverage >= enough && own >= ENOUGH.own
}

const KEY_MET = 0.8

function hasKey({ figure, met }: FigureEvidence, { understanding, question }: AskContext): boolean {
  const rarest = rarestTerm(question)
  const { unit, kind, asksAmount } = understanding
  const isNamed = understanding.claims.some((claim) => isClaimed(claim, figure))
  const isUnit = unit === null ? asksAmount && kind !== 'figure' : unitKindOf(unit) === unitKindOf(figure.unit)
  return rarest >= 0 && met[rarest]!.own >= KEY_MET && (isUnit || isNamed)
}

/** Other sentences that state the chosen figures: cited, too. */
function repeated(chosen: readonly FigureEvidence[], { figures }: AskContext): Finding['related'] {
  return figures
    .filter(
      ({ figure, statement, met }) =>
        !chosen.some((other) => other.statement === statement) &&
        chosen.some(
          (other) =>
            other.figure.value === figure.value &&
            other.figure.unit === figure.unit &&
            other.figure.period === figure.period &&
            met.every(({ own }, i) => own >= other.met[i]!.own * 0.9),
        ),
    )
    .slice(0, 2)
    .map(({ searchable, statement }) => sourceOf(searchable.report, statement.statement))
}

function lacking(context: AskContext): Finding {
  const spoken = context.figures.filter(
    (candidate) =>
      candidate.coverage >= SPOKEN_OF.coverage && candidate.own >= SPOKEN_OF.own && fitsDemands(candidate, context),
  )
  const ofKind = spoken.filter((candidate) => fitsAsked(candidate, context))
  const nearest = ofKind[0] ?? spoken[0] ?? context.evidence.find(({ coverage }) => coverage >= SPOKEN_OF.coverage)
  const related = nearest ? [sourceOf(context.searchable.report, nearest.statement.statement)] : []
  const base = { claims: [], related }
  if (ofKind.length > 0 && !ofKind.some((candidate) => fitsTime(candidate, context)))
    return { ...base, outcome: 'out_of_period', confidence: 0.5, reasons: ['报告有这项数字,但不是所问的时间或状态。'] }
  if (nearest)
    return { ...base, outcome: 'no_figure', confidence: 0.4, reasons: ['报告提到这件事,但没有给出所问的数字。'] }
  return { ...base, outcome: 'not_in_report', confidence: 0, reasons: ['报告没有提到所问的内容。'] }
}
