import type { Place, Scene } from './scene.js'
import { needsOwner, wordAt } from './words.js'

/** 粮食播种面积…、产量…: the noun of another measure takes the place of the owner's own; 支出 is no part of 收入预算. */
export function owned(owner: string, noun: string): string {
  if (owner.endsWith(noun)) return owner
  if (/^(?:收入|支出)$/.test(noun)) return owner.replace(SIDE, '').replace(/一般公共$/, '$&预算') + noun
  const measure = BESIDE.test(noun) ? (MEASURE.exec(owner)?.[0] ?? '') : ''
  if (measure === '') return joined(owner, noun)
  const holder = owner.slice(0, owner.length - measure.length)
  return holder.slice(0, holder.length - wordAt('carriers', 'end', holder).length) + noun
}

/** 住户存款 and 存款余额 share a word: 住户存款余额. */
export function joined(owner: string, noun: string): string {
  const isShared = noun.length > SHARED && owner.endsWith(noun.slice(0, SHARED))
  return owner + (isShared ? noun.slice(SHARED) : noun)
}

const SHARED = 2

const SIDE = /(?:调整后的?)?(?:收入|支出)(?:年初|调整)?(?:预算)?$/

/** Measures that stand beside another one of the same owner, and those that they stand beside. */
const BESIDE =
  /^(?:[存贷]款余额|[审核]减(?:金?额|率)?|到位资金|签约资金|总里程|总?产量|单产|总产|总?产值|增加值|年产值|利润(?:总额)?|营业收入|营收)$/
const MEASURE =
  /[存贷]款余额$|送审金?额$|(?:签约|合同|协议)(?:总?金额|总额|资金)$|(?:播种|种植|养殖|采收)?面积$|(?:通车|运营|营运)?里程$|产量$|(?:营业|业务)?收入$|总?产值$|增加值$|利税总额$/

/** 开通地铁新线3条、新增运营里程30公里: an increase of what goes with the thing in front. */
export function isAddedTo({ folded }: Scene, { left, start }: Place): boolean {
  const measure = /^(?:新增|净增)(.+)$/.exec(left.noun)?.[1] ?? ''
  return folded[start] === '、' && needsOwner(measure)
}

/** 零售总额增长4%,出口增长5%: what the whole place trades, no part of another total. */
export function isTradeOfAll({ folded, owner }: Scene, { left, start }: Place): boolean {
  const isTotal = wordAt('attributes', 'end', owner) !== '' && !/[进出]口/.test(owner)
  return /^(?:进出口|[进出]口)$/.test(left.noun) && isTotal && folded[start - 1] === ','
}
