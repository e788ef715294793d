import type { ExtractedFigure } from './extract-figures.js'

interface Family {
  /** Names what bears the measures; its group is how they are called by it. */
  bearer: RegExp
  /** Measures of it, with nothing in front. */
  bare: RegExp
}

/** What reports count in one breath: a thing, and behind it numbers that say nothing of whose they are. */
const FAMILIES: readonly Family[] = [
  {
    bearer: /^(.*(?:学校|院校|高校|高中|初中|小学|中学|幼儿园|教育))(?:招生(?:人?数)?)?$/,
    bare: /^(?:招生|在校学?生|在校|毕业生|在学人数|在学研究生|在园幼儿|专任教师)(?:人?数)?$/,
  },
  {
    bearer: /^(?:共?发生|查处)?(.*(?:事故|火灾|灾害|地震))(?:起数)?$/,
    bare: /^(?:共?造成)?(?:人员)?(?:死亡|受伤|失踪|伤亡|直接(?:财产|经济)损失)(?:人员|人数|人口)?$/,
  },
  { bearer: /^(.*(?:轨道交通|地铁))(?:线路)?(?:运营|营运)?(?:总?里程|长度|线路)$/, bare: /^(?:旅?客运量|客流量)$/ },
  { bearer: /^(.*上市公司)$/, bare: /^总?市值$/ },
  { bearer: /^(.*政府采购)(?:规模|金额|总?额|预算)?$/, bare: /^节[约支](?:资金|金额|率)$/ },
  { bearer: /^(?:发放|投放)?(.*消费券)$/, bare: /^(?:带动|拉动|撬动)(?:.*消费|.*销售额?)$/ },
  { bearer: /^(?:开展)?(.*绩效(?:评价|评估))(?:项目)?$/, bare: /^涉及(?:资金|金额)$/ },
  { bearer: /^(.*预备费)(?:年初)?(?:安排|预算)$/, bare: /^(?:实际)?(?:支出|使用|动用)$/ },
  { bearer: /^压[减缩](.*支出)$/, bare: /^压[减缩](?:比例|率)$/ },
  { bearer: /^(?:收到|争取|下达)?(.*资金)支出$/, bare: /^(?:支出|拨付|使用)进度$/ },
  { bearer: /^(?:设立)?(.*基金)(?:总?规模)$/, bare: /^(?:实际)?到位(?:资金)?$/ },
]

/**
 * 普通小学32所,招生1.2万人,在校生7万人: what was counted in front is whose pupils they are; 交通事故9起,造成死亡2人 likewise.
 *
 * @param subject what the part of the sentence in front spoke of; '' for nothing
 */
export function carryBearer(figures: readonly ExtractedFigure[], subject: string): ExtractedFigure[] {
  let before = subject
  return figures.map((figure) => {
    const family = FAMILIES.find(({ bearer, bare }) => bare.test(figure.indicator) && bearer.test(before))
    if (family) return { ...figure, indicator: family.bearer.exec(before)![1] + figure.indicator }
    if (figure.measure === 'level' && !FAMILIES.some(({ bare }) => bare.test(figure.indicator)))
      before = figure.indicator
    return figure
  })
}
