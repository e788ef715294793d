import type { Figure } from '../report/report.js'
import { bareUnit, unitKindOf } from '../understand/find-claims.js'
import type { Understanding } from '../understand/understanding.js'
import { matchingWords } from './matching-words.js'

/** Whether a figure is of the kind asked for. Things and people are counted in many words (家, 处, 座): any will do. */
export function fitsKind({ kind, unit, cues, text }: Understanding, figure: Figure): boolean {
  const asksChange = cues.has('change') || cues.has('growth') || matchingWords('change_asked').test(text)
  const unitKind = unitKindOf(figure.unit)
  switch (kind) {
    case 'money':
      return unitKind === 'money' && (figure.measure !== 'growth' || asksChange)
    case 'count':
      return (unit === null ? unitKind !== 'percent' : isCountedIn(unit, figure)) && figure.measure !== 'rank'
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

/** Things are counted in many words (家, 处, 座), of which none counts people; people and households in few (1451个县 are none). */
function isCountedIn(asked: string, { unit, indicator }: Figure): boolean {
  if (asked === '倍' && unit === '') return matchingWords('ratio', 'end').test(indicator)
  if (unitKindOf(asked) !== unitKindOf(unit)) return false
  const bare = bareUnit(unit)
  if (COUNTS_NO_PEOPLE.includes(asked) && COUNTS_PEOPLE.includes(bare)) return false
  if (COUNTS_PEOPLE.includes(asked) && bare === '个' && matchingWords('no_people', 'end').test(indicator)) return false
  // 床位300个 are beds, too.
  if (asked === '张' && indicator.includes('床')) return true
  const words = COUNTED_IN.find(({ asked: words }) => words.includes(bareUnit(asked)))?.given
  return words === undefined || bare === '' || words.includes(bare)
}

const COUNTS_NO_PEOPLE = [...'所座条间栋幢辆台艘架部本株棵列处站家']
const COUNTS_PEOPLE = ['人', '名', '位', '人次', '人份']
const COUNTED_IN = [
  { asked: ['人', '名', '位'], given: ['人', '名', '位', '人次', '个', '例', '户'] },
  { asked: ['辆'], given: ['辆', '台', '部', '列', '标台'] },
  { asked: ['张'], given: ['张'] },
  { asked: ['头'], given: ['头', '只', '口'] },
  { asked: ['户'], given: ['户', '家', '套', '个', '户次', '人', '名', '位'] },
]
