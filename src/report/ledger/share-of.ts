import { endOf } from './read-right.js'
import type { Place, Scene } from './scene.js'
import { wordAt } from './words.js'

/** 80%的园区完成改造, 九成以上村庄通公交: the share of those named behind it of which something is said; '' elsewhere. */
export function sharedOut({ folded, readings }: Scene, { i, start, left, right, reading }: Place): string {
  const isShare = reading.unitKind === 'percent' || reading.unit === '成'
  if (!isShare || left.noun || left.action || left.change || left.to) return ''
  const isOpening = /^[、及和]?(?:约|近|超过?|逾)?$/.test(folded.slice(start, reading.start))
  const next = readings[i + 1]
  const leadsOn = next !== undefined && !/[,;。、]/.test(folded.slice(endOf(reading), next.start))
  if (!isOpening || leadsOn || right.tail.length < SHORTEST_SAYING) return ''
  const isSubject = right.owner !== '' || !(/^[至到—-]/.test(right.tail) || wordAt('predicates', 'start', right.tail))
  return isSubject ? right.owner + right.tail : ''
}

const SHORTEST_SAYING = 3
