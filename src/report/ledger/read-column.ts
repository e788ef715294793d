import { foldWidth } from '../../text/width.js'
import type { FigureStatus, Measure, ReportYears } from '../report.js'

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
}

const GROWTH = /增长|增速|增幅|增减|涨跌|比上年|同比|±|为上年|较上年/
const SHARE = /比重|占比|构成|完成预算|为预算|占预算|完成率|%|‰/
const BUDGET_SHARE = /(?:完成|为|占)(?:年初|调整|上年)?预算/
const TARGET = /预算|目标|计划|安排|任务/
const ESTIMATE = /预计/
/** Words that tell time, status or nothing; the rest is the noun. */
const EMPTY =
  /(?:20\d\d年?|上年|本年|当年|全年|年初|年末|期末|年度|决算|执行|完成|预计|预算|计划|目标|调整|实际|绝对|合计|累计)+(?:数|值|额|情况)?|数值?$|增长速度|增长|增速|增减|增幅|比上年|同比|较上年|为上年|指标|项目|科目|名称|名目|备注|[±%‰()、/\s]/g

/** Reads a column's header; blanks in it do not matter. */
export function readColumn(header: string, years: ReportYears): ColumnMeaning {
  const plain = foldWidth(header).replace(/\s+/g, '')
  const unit =
    plain.match(/[((]([^()]*(?:元|人|户|吨|%|‰|个|家|米|亩|公顷|千瓦时?|次|辆|头|只|件|台|套|倍)[^()]*)[))]/)?.[1] ?? ''
  const measure = GROWTH.test(plain) ? 'growth' : SHARE.test(plain) ? 'share' : 'level'
  return {
    unit: unit.replace(/^单位:/, '') || (/%/.test(plain) ? '%' : ''),
    measure,
    period: periodOf(plain, years),
    status: TARGET.test(plain) && measure === 'level' ? 'target' : ESTIMATE.test(plain) ? 'estimate' : null,
    noun: nounOf(plain, measure),
    isUnit: /^(?:计量)?单位$/.test(plain),
    isIgnored: /^(?:序号|编号|备注|排名次序|行次|代码|科目编码)$/.test(plain),
  }
}

/** 完成预算% is of the budget; the words for a result (完成数) say nothing of what is measured. */
function nounOf(header: string, measure: Measure): string {
  const plain = header.replace(/[((][^()]*[))]/g, '')
  const relation = measure === 'share' ? BUDGET_SHARE.exec(plain)?.[0] : undefined
  return relation ?? plain.replace(EMPTY, '')
}

function periodOf(header: string, { result }: ReportYears): string | null {
  const named = header.match(/(?:19|20)\d\d(?=年|[^\d]|$)/)?.[0]
  if (named) return named
  if (/^上年(?!比|增|同)/.test(header) && result !== null) return String(result - 1)
  return null
}
