import { parseReport } from '../../src/report/parse-report.js'
import type { ReportFormat } from '../../src/report/read-lines.js'
import type { Report, Section } from '../../src/report/report.js'
import { noSidecar, type Sidecar } from '../../src/report/sidecar.js'

/** A made-up county's plan report, as copied from a web page. */
export const planPage = `柳溪县人民政府网站欢迎您的访问!
索引号: LX-0301-2024-0002 主题分类: 综合政务
发布机构: 柳溪县人民政府 生成日期: 2024-01-19
文件编号: 有效性: 有效

柳溪县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告

浏览量: 字体:

——2024年1月12日在柳溪县第九届

人民代表大会第四次会议上

柳溪县发展和改革局局长  周  平

各位代表:

受县人民政府委托,现将柳溪县2023年计划执行情况与2024年计划草案提请大会审议。

一、2023年计划执行情况

2023年主要指标完成情况:

地区生产总值增长6.1%;

粮食总产量12.5万吨。

(一)抓项目、促投资,后劲持续增强

全年实施重点项目42个,完成投资58.6亿元。一是工业提质。新增规上企业9家,占“千亿计划,百企行动”的三成。二是农业增效,建成高标准农田3.2万亩;新增合作社14个。

各位代表,成绩来之不易。

二、2024年预期目标

地区生产总值增长6%左右;

城镇调查失业率控制在5.5%以内。

三、2024年主要任务

(一)做强产业支撑。推进开发区扩园,力争新签约项目30个以上。

分享
打印此页|关闭窗口
扫码浏览`

export function parse(
  text: string,
  options: { format?: ReportFormat; sidecar?: Partial<Sidecar>; file?: string } = {},
): Report {
  const { format = 'text', sidecar = {}, file = '/corpus/report.txt' } = options
  return parseReport({ id: 'report', file, text, format, sidecar: { ...noSidecar, ...sidecar } })
}

/** `title` with the titles of the sections around it, outermost first, as one text. */
export function paths(report: Report): string[] {
  return report.sections.map(({ path }) => path.join(' > '))
}

export function sectionOf(report: Report, words: string): Section | undefined {
  const statement = report.statements.find(({ text }) => text.includes(words))
  return statement?.section == null ? undefined : report.sections[statement.section]
}
