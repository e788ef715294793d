import type { ExtractedFigure } from './extract-figures.js'

const FUND = /一般公共预算|政府性基金(?:预算)?|国有资本经营预算|社会保险基金(?:预算)?|社保基金(?:预算)?/g
const SCOPE = '(?:全[国省市区县]|(?:自治)?[省市区县](?:本级|级))?'
const SIDE =
  '(?:收入|支出)(?:年初|调整)?(?:预算)?(?:合计|总计)?|预算(?:收入|支出)|(?:当年)?(?:收支)?(?:结余|赤字)|(?:年末)?滚存结余'
/** A side of an account that does not say whose it is: 实际完成收入, 市级支出预算, 年末滚存结余. */
const BARE = new RegExp(`^(${SCOPE})(调整后的?|年初)?(?:实际|完成)*(${SIDE})(完成.{0,4}预算的比例)?$`)

/** 失业保险基金收入, 市级政府性基金预算支出: a side of an account with its fund. */
const SIDE_OF = new RegExp(`^${SCOPE}(.*(?:基金(?:预算)?|一般公共预算|国有资本经营预算))(?:收入|支出)$`)

/** The fund that a heading alone names: 社会保险基金 of （四）社会保险基金预算执行情况; '' where it names none, or several. */
export function fundOfHeading(heading: string): string {
  const funds = new Set(heading.replace(/\s+/g, '').match(FUND))
  const [fund = ''] = funds.size === 1 ? funds : []
  return fund.replace(/(?<=基金)预算$/, '')
}

/**
 * Gives income, spending and balance that say nothing of their fund that of the figures in front of them, else that of the
 * heading they stand under.
 *
 * @param fund what is spoken of so far; '' for none
 */
export function carryFund(
  figures: readonly ExtractedFigure[],
  fund: string,
): { figures: ExtractedFigure[]; fund: string } {
  let carried = fund
  const named = figures.map((figure) => {
    carried = SIDE_OF.exec(figure.indicator)?.[1] ?? carried
    const bare = carried === '' ? null : BARE.exec(figure.indicator)
    if (!bare) return figure
    const [, scope = '', revised = '', side = '', relation = ''] = bare
    const name = side.includes('预算') ? carried.replace(/预算$/, '') : carried
    return { ...figure, indicator: `${scope}${name}${revised}${side}${relation}` }
  })
  return { figures: named, fund: carried }
}
