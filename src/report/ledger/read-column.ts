import { foldWidth } from '../../text/width.js'
import type { FigureStatus, Measure, ReportYears } from '../report.js'
import { tableWords } from './table-words.js'

/** What the header above a column says of the numbers in it. */
export interface ColumnMeaning {
  /** 亿元 from 年末数(亿元); '' where it names none. */
  unit: string
  measure: Measure
  period: string | null
  status: FigureStatus | null
  /** What is measured, where the header says it: 产量. */
  noun: string
  /** The column of units, and columns that count the rows. */
  isUnit: boolean
  isIgnored: boolean
  /** A column of words on what the row names: 建设内容, 责任单位. */
  isText: boolean
}

/** Reads a column's header; blanks in it do not matter. */
export function readColumn(header: string, years: ReportYears): ColumnMeaning {
  const plain = foldWidth(header).replace(/\s+/g, '')
  const unit = plain.match(tableWords('unit_in_brackets'))?.[1] ?? ''
  const measure = tableWords('growth').test(plain) ? 'growth' : tableWords('share').test(plain) ? 'share' : 'level'
  return {
    unit: unit.replace(/^单位:/, '') || (/%/.test(plain) ? '%' : ''),
    measure,
    period: periodOf(plain, years),
    status: statusOf(plain, measure),
    noun: nounOf(plain, measure),
    isUnit: tableWords('unit_column', 'whole').test(plain),
    isIgnored: tableWords('ignored_column', 'whole').test(plain),
    isText: tableWords('text_column', 'whole').test(plain),
  }
}

/** 预算执行数 was done; 预计执行数 is not yet. */
function statusOf(header: string, measure: Measure): FigureStatus | null {
  if (tableWords('estimate').test(header)) return 'estimate'
  if (measure === 'growth' && tableWords('aimed_rate').test(header)) return 'target'
  if (measure !== 'level') return null
  if (tableWords('actual').test(header)) return 'actual'
  return tableWords('target').test(header) ? 'target' : null
}

/** 完成预算% is of the budget; the words for a result (完成数) say nothing of what is measured. */
function nounOf(header: string, measure: Measure): string {
  const plain = header.replace(/[((][^()]*[))]/g, '')
  const relation = measure === 'share' ? tableWords('budget_share').exec(plain)?.[0] : undefined
  return relation ?? plain.replace(tableWords('empty', 'anywhere', 'g'), '')
}

function periodOf(header: string, { result }: ReportYears): string | null {
  const named = header.match(/(?:19|20)\d\d(?=年|[^\d]|$)/)?.[0]
  if (named) return named
  if (tableWords('last_year', 'start').test(header) && result !== null) return String(result - 1)
  return null
}
