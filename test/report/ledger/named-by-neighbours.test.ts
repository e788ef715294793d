import { describe, expect, it } from 'vitest'
import { extractFigures } from '../../../src/report/ledger/extract-figures.js'

const years = { result: 2021, plan: 2022 }

/** Indicator and number as one line a figure. */
function told(text: string): string[] {
  return extractFigures(text, { years }).map(({ indicator, text: number }) => `${indicator} ${number}`)
}

describe('the verb in front of a list of counts', () => {
  it.each([
    ['新增托育园6家、社区书屋4家。', ['新增托育园 6家', '新增社区书屋 4家']],
    ['新建3座泵站和7座水闸。', ['新建泵站 3座', '新建水闸 7座']],
    ['新培育科技型企业9家、工厂总数达到40家。', ['新培育科技型企业 9家', '工厂总数 40家']],
    ['新增渔港泊位12个,其中深水泊位5个。', ['新增渔港泊位 12个', '新增深水泊位 5个']],
    ['新登记商户8千户,总量达6万户,其中餐饮店2万户。', ['新登记商户 8千户', '商户总量 6万户', '餐饮店 2万户']],
    ['受理仲裁申请90件、办结85件。', ['受理仲裁申请 90件', '办结仲裁申请 85件']],
    ['渔民安置房基本建成300套、新开工120套。', ['渔民安置房基本建成 300套', '渔民安置房新开工 120套']],
    ['建成5个市级、8个县级养殖示范区。', ['建成市级养殖示范区 5个', '建成县级养殖示范区 8个']],
    ['造林5万亩、种草3万亩。', ['造林 5万亩', '种草 3万亩']],
  ])('goes for all of it, unless another thing is told: “%s”', (text, figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('a share that opens a clause', () => {
  it.each([
    ['新修渠道12公里,85%以上渔村通上公交。', '渔村通上公交 85%'],
    ['七成以上的渔船完成改造。', '渔船完成改造 七成'],
  ])('is of those named behind it: “%s”', (text, figure) => {
    expect(told(text).at(-1)).toBe(figure)
  })

  it('is what the clause in front measured where a predicate follows', () => {
    expect(told('水质达标率达到90%,95%以上由社区管护。')[0]).toBe('水质达标率 90%')
  })
})

describe('a place among others', () => {
  it.each([
    ['茶叶产量9万吨,跃升到全国第四位。', '茶叶产量跃升到全国 第四位'],
    ['茶叶出口量从全省第九位提升到第四位。', '茶叶出口量 第四位'],
    ['粽叶、菱角等产量稳居全省首位。', '粽叶、菱角等产量稳居全省 首位'],
    ['海水珍珠产量5吨,产量居全国第一位。', '海水珍珠产量居全国 第一位'],
    ['快件量和客运量增速分别居全省第二位、第六位。', '客运量增速居全省 第六位'],
  ])('is told of what was measured: “%s”', (text, figure) => {
    expect(told(text).at(-1)).toBe(figure)
  })

  it('is no part of what is told next', () => {
    expect(told('珍珠出口额跃居世界第一位,占全国市场份额40%。')[1]).toBe('珍珠出口额占全国市场份额 40%')
  })
})

describe('what a number went from', () => {
  it.each([
    ['渔船补贴从2018年每人每月300元提高到现在的480元。', ['渔船补贴 300元', '渔船补贴 480元']],
    ['坏账率从2018年底的4%降到去年底的2%。', ['坏账率 4%', '坏账率 2%']],
    ['赤字比上年预算减少3亿元。', ['赤字 3亿元']],
    ['渔民合作社较五年前增加60家。', ['渔民合作社 60家']],
    ['渔业经济总量突破千亿、达到1080亿元。', ['渔业经济总量 1080亿元']],
  ])('leaves no trace in its name: “%s”', (text, figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('owners of a list', () => {
  it.each([
    ['区属企业总产值、利润分别增长5%、6%。', ['区属企业总产值 5%', '区属企业利润 6%']],
    ['化学需氧量、氨氮排放量分别下降2%、3%。', ['化学需氧量排放量 2%', '氨氮排放量 3%']],
    ['城镇和农村人均居住面积40平方米、52平方米。', ['城镇人均居住面积 40平方米', '农村人均居住面积 52平方米']],
    ['早稻、晚稻收购价提高4%到6%。', ['早稻、晚稻收购价 4%', '早稻、晚稻收购价 6%']],
    ['渔业增加值、渔具销售额占比分别为3%、2%。', ['渔业增加值占比 3%', '渔具销售额占比 2%']],
    ['渔业、林业贷款分别增长3%、2%。', ['渔业贷款 3%', '林业贷款 2%']],
    ['做强2—3个主导产业。', ['做强主导产业 2', '做强主导产业 3个']],
  ])('share what stands behind or in front of it: “%s”', (text, figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('a measure without its owner', () => {
  it.each([
    ['开通2条轮渡航线、新增运营里程20公里,总里程达90公里。', '开通轮渡航线总里程 90公里'],
    ['零售总额增长3%,出口增长9%。', '出口 9%'],
    ['集聚养殖专家30人、实施育种项目12项。', '实施育种项目 12项'],
    ['渔业招商签约金额8亿元、到位资金3亿元。', '渔业招商到位资金 3亿元'],
  ])('takes it from the thing in front, and only where it lacks one: “%s”', (text, figure) => {
    expect(told(text).at(-1)).toBe(figure)
  })
})

describe('names', () => {
  it.each([
    ['25项“马上就办好”事项上线运行。', '“马上就办好”事项 25项'],
    ['设立12个涉农服务网点。', '设立涉农服务网点 12个'],
    ['规划3个先行启动区。', '规划先行启动区 3个'],
    ['对外贸易额9亿元。', '对外贸易额 9亿元'],
    ['渔业占比提高2个多百分点。', '渔业占比 2个多百分点'],
  ])('are not cut at a word that looks like a verb: “%s”', (text, figure) => {
    expect(told(text)).toEqual([figure])
  })

  it.each(['每生产5台风机就有1台出自本市。', '培育千亿级、六百亿级产业集群。', '海盐产量连续8个盐季创新高。'])(
    'and proportions, classes and streaks are no figures: “%s”',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )
})
