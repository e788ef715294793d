import { bodyOver } from '../report/body-over.js'
import { scopeOfHeading } from '../report/ledger/name-cell.js'
import type { Figure, Report } from '../report/report.js'

const ACCOUNT = /(?:收入|支出|税|结余)(?:完成.{0,3}预算的比例)?$/

/** Whose figures a part of a report gives, where its heading names another place than the report's; '' elsewhere. */
export function ownerOf({ statement, indicator }: Figure, report: Report): string {
  const section = report.statements[statement]!.section
  const body = bodyOver(section, report)
  if (body !== '') return body
  const path = section === null ? [] : report.sections[section]!.path
  const scope = path.map(scopeOfHeading).findLast((word) => word !== '') ?? ''
  return scope.startsWith('全') && ACCOUNT.test(indicator) && scopeOfHeading(indicator) === '' ? scope : ''
}
