import type { ExtractedFigure } from './extract-figures.js'
import { wordAt } from './words.js'

/** What is set for each kind by itself. */
const SET = /(?:标准|比例|率|价格?)$/
/** The word that two of a kind share is so long. */
const SHARED = { least: 2, most: 4 }

/**
 * 城市低保月保障标准由765元提高到815元,农村低保由535元提高到600元: what is measured of one is measured of the next of its kind,
 * where that names no measure of its own.
 */
export function carryMeasure(figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  let before: ExtractedFigure | null = null
  return carryAdded(figures).map((figure) => {
    const measured = before && figure.measure === 'level' && before.unit === figure.unit
    const indicator = measured ? figure.indicator + measureOf(before!.indicator, figure.indicator) : figure.indicator
    if (SET.test(indicator)) before = { ...figure, indicator }
    return { ...figure, indicator }
  })
}

/** 采矿业增加值下降1%,制造业增长8%: what one trade added grows, and what the next one added. */
function carryAdded(figures: readonly ExtractedFigure[]): ExtractedFigure[] {
  let isAdded = false
  return figures.map((figure) => {
    const goesOn = isAdded && figure.measure === 'growth' && /业$/.test(figure.indicator)
    isAdded = goesOn || (figure.measure === 'growth' && /业增加值$/.test(figure.indicator))
    return goesOn ? { ...figure, indicator: `${figure.indicator}增加值` } : figure
  })
}

/** What follows in `first` on the word that both hold; '' where they share none, or the second is complete. */
function measureOf(first: string, second: string): string {
  if (isMeasure(second)) return ''
  const rests = first.startsWith(second) ? [first.slice(second.length)] : restsBehind(first, second)
  return rests.find((rest) => SET.test(rest)) ?? ''
}

/** What stands in `first` behind the end of `second`, the longest end first; nothing where it has no head of its own. */
function restsBehind(first: string, second: string): string[] {
  if (first.includes(second)) return []
  const longest = Math.min(SHARED.most, second.length - 1)
  return Array.from({ length: Math.max(0, longest - SHARED.least + 1) }, (_, i) => second.slice(i - longest)).flatMap(
    (shared) => (first.indexOf(shared) > 0 ? [first.slice(first.indexOf(shared) + shared.length)] : []),
  )
}

function isMeasure(indicator: string): boolean {
  return SET.test(indicator) || wordAt('attributes', 'end', indicator) !== ''
}
