import { parseReport } from '../../src/report/parse-report.js'
import type { Report } from '../../src/report/report.js'
import { noSidecar } from '../../src/report/sidecar.js'

const PLAN = `柳溪县2022年国民经济和社会发展计划执行情况与2023年国民经济和社会发展计划草案的报告

一、2022年计划执行情况

全县地区生产总值预计增长6%左右。全年网络零售总额达48亿元。新建学校12所,新增学位3600个。

二、2023年预期目标

地区生产总值增长8%左右;

固定资产投资增长9%以上;

培育高新技术企业70家。
`

/** A small plan report of a made-up county; `change` edits its text or says what the sidecar would. */
export function planReport(
  change: { place?: string; id?: string; isDefault?: boolean; edit?: (text: string) => string } = {},
): Report {
  const { place = '柳溪县', id = 'liuxi', isDefault = true, edit = (text: string) => text } = change
  const text = edit(PLAN.replaceAll('柳溪县', place))
  const sidecar = { ...noSidecar, place, contact: '可拨打12345热线。' }
  const report = parseReport({ id, file: `/${id}.txt`, text, format: 'text', sidecar })
  return { ...report, isDefault }
}
