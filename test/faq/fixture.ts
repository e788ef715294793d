import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeAssistant } from '../../src/compose.js'
import { loadConfig } from '../../src/config/load-config.js'
import type { AskedQuestions } from '../../src/faq/asked-questions.js'
import type { FaqEntry } from '../../src/faq/faq-entry.js'
import { loadThemes } from '../../src/faq/themes.js'
import { loadWording } from '../../src/faq/wording.js'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { parseReport } from '../../src/report/parse-report.js'
import type { Report } from '../../src/report/report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { folderOf } from '../cli/run-cli.js'
import { sampleSidecar } from '../cli/sample-report.js'

/** A report of an invented district: figures of every kind, items, a list of targets, two years of one indicator. */
export const faqReport = `兰溪区2030年国民经济和社会发展计划执行情况与2031年计划草案的报告

——2031年1月8日在兰溪区第六届人民代表大会第三次会议上

兰溪区发展和改革委员会主任 李一

一、2030年计划执行情况

2030年,全区经济平稳运行。全年地区生产总值增长8.1%。

(一)着力推动招商引资。全年新引进项目59个,总投资额342.2亿元。积极开展招大引强行动,举办推介会12场。

(二)不断改善民生。打通断头路9条,新建公园17个,稳步推进总投资84.8亿元的132个实事项目。同时,完成469名老人住房的适老化改造。

二、2031年预期目标

2031年主要预期目标是:

地区生产总值增长7.5%左右;

规模以上工业增加值增长6%以上;

居民人均可支配收入增长6.5%左右。

三、2031年主要任务

(一)加快项目建设。计划新建学校3所,总投资4.6亿元,让孩子们就近上学。
`

export const wording = loadWording()
export const themes = loadThemes('其他')
export const concepts = loadConcepts()

export const nobodyAsked: AskedQuestions = { read: async () => [] }

/** What a run is told where nothing else is. */
export const plainRun = { seed: 1, fresh: false, runModel: null, onReworded: () => {}, onProgress: () => {} }

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'qingwen-faq-'))
}

/** The whole house over one report. */
export async function houseOf(text = faqReport) {
  const corpus = folderOf({ 'lanxi.txt': text, 'lanxi.yaml': sampleSidecar })
  return composeAssistant(loadConfig({ corpus, index: newFolder(), variables: {} }))
}

/** The report by itself, as the house reads it. */
export function reportOf(text = faqReport): Report {
  const sidecar = { ...noSidecar, id: 'lanxi-2031', default: true, place: '江州市兰溪区' }
  return parseReport({ id: 'lanxi-2031', file: '/corpus/lanxi.txt', text, format: 'text', sidecar })
}

/** An entry with every field filled. */
export function sampleEntry(changes: Partial<FaqEntry> = {}): FaqEntry {
  return {
    id: 'q-1',
    kind: 'figure',
    theme: '经济总量与目标',
    question: '2031年GDP的增长目标是多少?',
    also: ['2031年GDP计划增长多少?'],
    answer: '2031年目标:地区生产总值增长7.5%左右。[1]',
    wording: 'reply',
    sources: [
      {
        n: 1,
        reportId: 'lanxi-2031',
        title: '兰溪区的报告',
        section: ['二、2031年预期目标'],
        sentence: '地区生产总值增长7.5%左右;',
        start: 0,
        end: 14,
        url: null,
      },
    ],
    figures: [
      {
        text: '7.5%',
        value: 7.5,
        unit: '%',
        qualifiers: ['左右'],
        indicator: '地区生产总值',
        period: '2031',
        status: 'target',
        citation: 1,
        computed: null,
      },
    ],
    ...changes,
  }
}
