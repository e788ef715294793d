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

function isAccount({ indicator }: ExtractedFigure): boolean {
  return figureWords('budget_account', 'whole').test(indicator)
}

/** The name of a zone or place that is all there is of a heading: 二、柳叶湖旅游度假区; '' for other headings. */
export function ownerOfHeading(heading: string): string {
  const words = heading.replace(/\s+/g, '').replace(NUMBERING, '')
  return figureWords('account_owner', 'whole').test(words) ? words : ''
}

/** The name of such a place at the head of an account; '' where none stands there, and for what is no account. */
export function ownerOfAccount(indicator: string): string {
  const owner = figureWords('account_owner', 'start').exec(indicator)?.[0] ?? ''
  return figureWords('budget_account', 'whole').test(indicator.slice(owner.length)) ? owner : ''
}

const NUMBERING = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．])/

/** Income, spending and balance under such a heading are those of the place that it names. */
export function ownedBy(figures: readonly ExtractedFigure[], owner: string): ExtractedFigure[] {
  return figures.map((figure) => {
    const isOwned = owner !== '' && isAccount(figure) && !figure.indicator.includes(owner)
    return isOwned ? { ...figure, indicator: owner + figure.indicator } : figure
  })
}
