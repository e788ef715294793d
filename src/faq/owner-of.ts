import { scopeOfHeading } from '../report/ledger/name-cell.js'
import type { Figure, Report } from '../report/report.js'

const NUMBER = /^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．])\s*/
/** A heading that is nothing but the name of a place or a body: 常德经济技术开发区. */
const NAME = /^\p{Script=Han}{2,14}(?:区|县|市|镇|乡|街道|集团|公司)$/u

const ACCOUNT = /(?:收入|支出|税|结余)(?:完成.{0,3}预算的比例)?$/

/** Whose figures a part of a report gives, where its heading names another place than the report's; '' elsewhere. */
export function ownerOf({ statement, indicator }: Figure, report: Report): string {
  const section = report.statements[statement]!.section
  const path = section === null ? [] : report.sections[section]!.path
  const names = path.map((heading) => heading.replace(NUMBER, '').trim()).filter((heading) => NAME.test(heading))
  const name = names.at(-1) ?? ''
  if (name !== '' && name !== report.place && !report.placeAliases.includes(name)) return name
  const scope = path.map(scopeOfHeading).findLast((word) => word !== '') ?? ''
  return scope.startsWith('全') && ACCOUNT.test(indicator) && scopeOfHeading(indicator) === '' ? scope : ''
}
