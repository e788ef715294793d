import type { ExtractedFigure } from './extract-figures.js'
import { figureWords } from './figure-words.js'
import { scopeAtHead } from './name-cell.js'

/**
 * Whose account a sentence named goes for the parts behind it: 市级一般公共预算收入77亿元,其中税收收入45亿元 speaks of
 * 市级税收收入. 全市 in front of a number takes the scope off again.
 *
 * @param scope what the sentence before leaves standing; '' for none
 */
export function carryScope(
  figures: readonly ExtractedFigure[],
  text: string,
  scope: string,
): { figures: ExtractedFigure[]; scope: string } {
  let carried = scope
  const scoped = figures.map((figure) => {
    const named = scopeAtHead(figure.indicator)
    if (named) carried = named
    else if (/全[国省市区县州盟旗]/.test(text.slice(figure.phrase.start, figure.at.start))) carried = ''
    else if (carried && !SCOPED.test(figure.indicator) && figureWords('budget_account', 'whole').test(figure.indicator))
      return { ...figure, indicator: carried + figure.indicator }
    return figure
  })
  return { figures: scoped, scope: carried }
}

/** 安排市级支出 says already whose it is. */
const SCOPED = /[省市区县](?:本级|级(?!别))/
