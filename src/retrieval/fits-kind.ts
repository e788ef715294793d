import type { Figure } from '../report/report.js'
import { unitKindOf } from '../understand/find-claims.js'
import type { Understanding } from '../understand/understanding.js'

/** Whether a figure is of the kind asked for. Things and people are counted in many words (家, 处, 座): any will do. */
export function fitsKind({ kind, unit, cues }: Understanding, figure: Figure): boolean {
  const asksChange = cues.has('change')
  const unitKind = unitKindOf(figure.unit)
  switch (kind) {
    case 'money':
      return unitKind === 'money' && (figure.measure !== 'growth' || asksChange)
    case 'count':
      return (unit === null ? unitKind !== 'percent' : unitKind === unitKindOf(unit)) && figure.measure !== 'rank'
    case 'growth':
      return figure.measure === 'growth'
    case 'share':
      return figure.measure === 'share' || (unitKind === 'percent' && figure.measure !== 'growth')
    case 'rank':
      return figure.measure === 'rank' || figure.measure === 'rating'
    default:
      return true
  }
}
