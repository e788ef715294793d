import type { Measure } from '../report.js'
import type { NumeralReading } from './classify-numerals.js'
import { withoutQualifiers } from './qualifiers.js'

/** What a figure measures, read from the words around it. */
export interface NamedIndicator {
  indicator: string
  measure: Measure
  direction: 1 | -1
}

const RISE = /(?:同比|环比|比上年|较上年)?(?:增长|提高|上升|提升|增加|增幅|扩大|净增|增)[了为达到]*$/
const FALL = /(?:同比|环比|比上年|较上年)?(?:下降|减少|降低|回落|收窄|下滑|降幅|压减|降)[了为]*$/
const REACH = /(?:达到了?|达成|达|为|是|至|到|完成了?|实现|共计|合计|共|位居|排名|居|有|了)+$/
const LEAD =
  /^[、\s及和与,]*(?:(?:其中|此外|同时|截至目前|目前|预计)?[:,]?|(?:\d{4}年度?|今年|去年|全年|年末|年底)|(?:全[国省市区县]|我[省市区县])|(?:积极|扎实|全力|加快|稳步|持续|有序|大力|深入|组织|推进|完成|实现))*/
const GENERIC = /^(?:总投资额?|投资额?|总额|总量|产值|占比|比重|增速|面积|总面积|资金|金额|净增率|签约率)?$/

/**
 * @param left the words between the previous figure or clause mark and the number
 * @param right the words behind the unit, up to the clause's end or the next figure
 * @param subject what the text spoke of before
 */
export function nameIndicator(
  left: string,
  right: string,
  subject: string | null,
  reading: NumeralReading,
): NamedIndicator {
  const bare = withoutQualifiers(left).trim()
  const growth = RISE.test(bare) ? 1 : FALL.test(bare) ? -1 : 0
  const noun = clean(bare.replace(RISE, '').replace(FALL, ''))
  const owner = right.match(/^的(\p{Script=Han}[^、,]*)/u)?.[1]
  const measure = measureOf(reading, growth !== 0, noun)
  const direction = growth === -1 ? -1 : 1
  if (owner && noun) return { indicator: owner + noun, measure, direction }
  if (!noun && right && reading.unitKind === 'count') return { indicator: right.trim(), measure, direction }
  if (GENERIC.test(noun)) return { indicator: (subject ?? '') + noun, measure, direction }
  return { indicator: noun, measure, direction }
}

function clean(words: string): string {
  return words.replace(LEAD, '').replace(REACH, '').replace(/\s+/g, '').replace(REACH, '')
}

function measureOf(reading: NumeralReading, growth: boolean, noun: string): Measure {
  if (reading.unitKind === 'rank') return 'rank'
  if (reading.unitKind === 'rating') return 'rating'
  if (growth || reading.unitKind === 'points') return 'growth'
  if (reading.numeral.kind === 'ratio' || reading.numeral.kind === 'fraction') return 'share'
  return reading.unitKind === 'percent' && noun !== '' ? 'share' : 'level'
}
