import type { ExtractedFigure } from './extract-figures.js'

/** Whose it is what is counted by the head: 农村居民 of 农村居民人均可支配收入. */
const OWNED = /^(.*(?:居民|农民|农牧民|职工))人均/
/** What people earn and spend, with nothing in front. */
const BARE = /^人均.*(?:收入|支出)$/
/** What is told of how people live, which may be that of all of them. */
const OF_LIFE = /^(?:恩格尔系数|人均(?:住房)?(?:建筑|居住|使用)?面积)$/

/**
 * 农村居民人均可支配收入2万元,人均消费支出1.5万元: whose income was told goes for what they spend.
 *
 * @param subject what the part of the sentence in front spoke of; '' for nothing
 */
export function carryPeople(figures: readonly ExtractedFigure[], subject: string): ExtractedFigure[] {
  let people = OWNED.exec(subject)?.[1] ?? ''
  const isOfEach = tellsOfEach(figures)
  return figures.map((figure) => {
    people = OWNED.exec(figure.indicator)?.[1] ?? people
    const isTheirs = BARE.test(figure.indicator) || (isOfEach && OF_LIFE.test(figure.indicator))
    return isTheirs ? { ...figure, indicator: people + figure.indicator } : figure
  })
}

/** Whether what a sentence tells of how people live it tells of each of those that it names: 城镇…,恩格尔系数29%;农村…,恩格尔系数32%. */
function tellsOfEach(figures: readonly ExtractedFigure[]): boolean {
  const people = new Set(figures.flatMap(({ indicator }) => OWNED.exec(indicator)?.[1] ?? []))
  const told = figures.filter(({ indicator, measure }) => measure === 'level' && OF_LIFE.test(indicator))
  const perMeasure = new Map<string, number>()
  for (const { indicator } of told) perMeasure.set(indicator, (perMeasure.get(indicator) ?? 0) + 1)
  return people.size > 0 && [...perMeasure.values()].every((times) => times === people.size)
}
