import type { Figure } from '../report/report.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { toSearchForm } from '../text/search-form.js'
import { askingWords } from '../understand/asking-words.js'
import { amountOf, isComparable } from './compute.js'
import type { AskContext } from './context.js'

/** 突破2万元 of 突破2万元、达到20793元: the number itself stands right behind the mark that it passed, or elsewhere. */
export function isMilestone(mark: FigureEvidence, { figures }: AskContext): boolean {
  if (!passesMark(mark.figure) && !isStep(mark)) return false
  const next = mark.statement.figures.find(({ figure }) => figure.index === mark.figure.index + 1)
  const isBehind = next !== undefined && /[,、](?:实际)?[达为]到?(?:了)?$/.test(next.lead)
  return (
    (isBehind && isExactOf(next.figure, mark.figure)) || figures.some(({ figure }) => isExactOf(figure, mark.figure))
  )
}

/** 6万亿元 of 迈上6万亿元台阶. */
function isStep({ figure, found }: FigureEvidence): boolean {
  if (!STEP.test(found.clause)) return false
  const behind = found.clause.split(toSearchForm(figure.text))[1] ?? ''
  return STEP_BEHIND.test(behind)
}

const STEP = /台阶|大关|关口/
const STEP_BEHIND = /^新?(?:台阶|大关|关口)/

function passesMark({ qualifiers }: Figure): boolean {
  return qualifiers.some((word) => askingWords('reaches', 'whole').test(word))
}

/** The same thing's number at the same time, in whichever scale it is written, just past the mark. */
function isExactOf(figure: Figure, mark: Figure): boolean {
  const [size, least] = [amountOf(figure) ?? 0, amountOf(mark) ?? 0]
  return (
    figure.indicator === mark.indicator &&
    figure.measure === mark.measure &&
    figure.period === mark.period &&
    isComparable(figure, mark) &&
    !passesMark(figure) &&
    size >= least &&
    size < MOST_PAST_MARK * least
  )
}

const MOST_PAST_MARK = 1.5
