import type { ExtractedFigure } from './extract-figures.js'

/** Whose it is what is counted by the head: 农村居民 of 农村居民人均可支配收入. */
const OWNED = /^(.*(?:居民|农民|农牧民|职工))人均/
/** What people earn and spend, with nothing in front. */
const BARE = /^人均.*(?:收入|支出)$/

/**
 * 农村居民人均可支配收入2万元,人均消费支出1.5万元: whose income was told goes for what they spend.
 *
 * @param subject what the part of the sentence in front spoke of; '' for nothing
 */
export function carryPeople(figures: readonly ExtractedFigure[], subject: string): ExtractedFigure[] {
  let people = OWNED.exec(subject)?.[1] ?? ''
  return figures.map((figure) => {
    people = OWNED.exec(figure.indicator)?.[1] ?? people
    return BARE.test(figure.indicator) ? { ...figure, indicator: people + figure.indicator } : figure
  })
}
