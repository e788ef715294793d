import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExtractedFigure, extractFigures } from '../../../src/report/ledger/extract-figures.js'

const years = { result: 2021, plan: 2022 }

/** Indicator, number, unit, as one line a figure. */
function told(text: string): string[] {
  return extractFigures(text, { years }).map(({ indicator, value, unit }) => `${indicator} ${value}${unit}`)
}

function only(text: string): ExtractedFigure {
  const figures = extractFigures(text, { years })
  expect(figures).toHaveLength(1)
  return figures[0]!
}

describe('a figure names what it measures, complete in itself', () => {
  const cases: [string, string[]][] = [
    ['滨河区粮食总产量达到18.6万吨。', ['滨河区粮食总产量 18.6万吨']],
    [
      '新建幼儿园4所,总投资1.2亿元;改造中学2所,总投资0.9亿元。',
      ['新建幼儿园 4所', '新建幼儿园总投资 1.2亿元', '改造中学 2所', '改造中学总投资 0.9亿元'],
    ],
    [
      '新区生产总值增长7%、增速全省第5,总量达到320亿元。',
      ['新区生产总值 7%', '新区生产总值增速全省 5位', '新区生产总值总量 320亿元'],
    ],
    ['加快推进灌区改造,在保证工期的前提下,完工12处。', ['灌区改造完工 12处']],
    ['拟分批发行水利专项债券,用于河道整治,今年先发行6亿元。', ['发行水利专项债券 6亿元']],
    ['审定30项粮油、果蔬和其他农产品质量标准的修订稿。', ['审定粮油、果蔬和其他农产品质量标准 30项']],
    ['桑葚、核桃全产业链产值分别达到12亿元、7亿元。', ['桑葚全产业链产值 12亿元', '核桃全产业链产值 7亿元']],
    [
      '教师和医护人员人均体检补助标准分别再增加20元和8元。',
      ['教师人均体检补助标准 20元', '医护人员人均体检补助标准 8元'],
    ],
    ['住宿餐饮零售额扣除价格因素增长6.5%。', ['住宿餐饮零售额 6.5%']],
    ['牧民人均纯收入达到980元,扣除物价因素比上年增长4%;', ['牧民人均纯收入 980元', '牧民人均纯收入 4%']],
    ['生产资料价格上涨幅度控制在5%以内。', ['生产资料价格 5%']],
    ['边境贸易额增长速度的调控目标定为12%。', ['边境贸易额 12%']],
    ['经济增长速度的调控目标定为9%。', ['经济增长速度 9%']],
    ['全省税收比上年增加3亿元,总额首次突破万亿元,达到10400亿元。', ['税收 3亿元', '税收 10400亿元']],
    ['外汇存款年末达到260亿美元。', ['外汇存款 260亿美元']],
    ['外资银行投资保持上升势头,实际到位9亿美元。', ['外资银行投资实际到位 9亿美元']],
    ['发行300亿元长期建设国债。', ['发行长期建设国债 300亿元']],
    ['油料总产量在900万吨以上。', ['油料总产量 900万吨']],
    ['参加双边公约26个。', ['参加双边公约 26个']],
    [
      '农村医疗保障的覆盖人数,由年初的30万人扩大到年末的75万人。',
      ['农村医疗保障的覆盖人数 30万人', '农村医疗保障的覆盖人数 75万人'],
    ],
    ['城乡居民收入倍差从2.5缩小至2.2。', ['城乡居民收入倍差 2.5', '城乡居民收入倍差 2.2']],
    ['⑥高龄老人津贴标准提高到每人每月90元。', ['高龄老人津贴标准 90元']],
    ['滨河园区成为全市首个产值超百亿元园区。', ['滨河园区产值 100亿元']],
    ['茶叶产量在连年丰收的基础上,又增产2万吨,达到31万吨。', ['茶叶产量 2万吨', '茶叶产量 31万吨']],
    ['水产品产量在休渔之后再增长3%。', ['水产品产量 3%']],
    ['外贸收入比上年有所增长,达到8亿元。', ['外贸收入 8亿元']],
    [
      '渔民人均纯收入,由3200元增加到4700元,平均每年实际增长6.1%。',
      ['渔民人均纯收入 3200元', '渔民人均纯收入 4700元', '渔民人均纯收入 6.1%'],
    ],
    ['旅游收入42.5亿元,同比增长11%。', ['旅游收入 42.5亿元', '旅游收入 11%']],
    ['推进投资6亿元的东湖泵站和投资2亿元的北山水库除险加固。', ['东湖泵站投资 6亿元', '北山水库除险加固投资 2亿元']],
    ['占地面积90亩、总投资3亿元的冷链物流园开工。', ['冷链物流园占地面积 90亩', '冷链物流园总投资 3亿元']],
    ['投资1.1亿元,实施了城南供热管网改造。', ['城南供热管网改造投资 1.1亿元']],
    ['进出口总额56亿元,其中出口31亿元。', ['进出口总额 56亿元', '出口总额 31亿元']],
    ['固定资产投资300亿元,其中工业120亿元。', ['固定资产投资 300亿元', '工业投资 120亿元']],
    ['工业用电量9亿千瓦时,占全社会用电量的61%。', ['工业用电量 9亿千瓦时', '工业用电量占全社会用电量 61%']],
    ['向28户困难企业发放补贴75万元。', ['困难企业 28户', '困难企业发放补贴 75万元']],
    [
      '小微企业贷款余额80亿元,增速高于全市3.2个百分点。',
      ['小微企业贷款余额 80亿元', '小微企业贷款余额增速高于全市 3.2个百分点'],
    ],
    ['新增学位600个,累计达9000个。', ['新增学位 600个', '学位 9000个']],
    ['新增上市公司2家,总量达31家。', ['新增上市公司 2家', '上市公司总量 31家']],
    ['培育科技型企业40家(规上企业超过9家)。', ['培育科技型企业 40家', '培育科技型企业中规上企业 9家']],
    [
      '政府性基金收入预算为17亿元,实际完成21亿元,为预算的123%。',
      ['政府性基金收入预算 17亿元', '政府性基金收入 21亿元', '政府性基金收入完成预算的比例 123%'],
    ],
    ['拥有众创空间 3 家、孵化器 10 家。', ['众创空间 3家', '孵化器 10家']],
    ['按照每个村级服务点3万元的标准拨付资金。', ['每个村级服务点标准 3万元']],
    ['小微商户新增3万户,达到25万户。', ['小微商户新增 3万户', '小微商户 25万户']],
    ['实现玉米播种面积8万亩、产量40万吨。', ['玉米播种面积 8万亩', '玉米产量 40万吨']],
    ['恩格尔系数为31%,其中城镇为29%,农村为34%。', ['恩格尔系数 31%', '城镇恩格尔系数 29%', '农村恩格尔系数 34%']],
    ['火灾事故8起,死亡2人。', ['火灾事故 8起', '火灾事故死亡 2人']],
    ['全县有6万人口,3万多人次参与义诊。', ['人口 6万人', '参与义诊 3万人次']],
    ['85%以上实行网上办理。', ['实行网上办理 85%']],
    ['每10万人口在校生3200人。', ['每10万人口在校生 3200人']],
    ['公用经费从每生600元提高到720元。', ['公用经费 600元', '公用经费 720元']],
    ['工业产值跨过2个百亿元大关,占全市比重为7%。', ['工业产值占全市比重 7%']],
    ['城乡居民收入比降至1.8:1,12个村入选示范村。', ['城乡居民收入比 null', '村入选示范村 12个']],
    ['村民满意度连续4年保持96%以上。', ['村民满意度 96%']],
    ['税收收入增加20亿元,稳步达到300亿元。', ['税收收入 20亿元', '税收收入 300亿元']],
    ['用足60亿元产业基金,加快5个在建水库项目建设。', ['产业基金 60亿元', '在建水库项目建设 5个']],
    ['低保补助从人均300元提高到320元。', ['低保补助 300元', '低保补助 320元']],
    ['食盐:从4万吨增加到6万吨,增长0.5倍。', ['食盐 4万吨', '食盐 6万吨', '食盐 0.5倍']],
    ['实现8个州(市)中等职业学校达标。', ['州中等职业学校 8个']],
    ['由3个县(市)扩大到7个县(市),试点全面铺开。', ['县 3个', '县 7个']],
    ['推动90户规模以上工业企业改造。', ['规模以上工业企业改造 90户']],
    ['改造危房2万套(户)、老旧管道30公里。', ['改造危房 2万套', '老旧管道 30公里']],
    ['投入8亿元办好30件便民实事。', ['便民实事投入 8亿元', '办好便民实事 30件']],
    ['粮食产量迈上90亿斤新台阶、居全省第三。', ['粮食产量 90亿斤', '粮食产量居全省 3位']],
    [
      '2022年省对我市转移支付预计90亿元,其中专项转移支付12亿元。',
      ['省对我市转移支付 90亿元', '省对我市专项转移支付 12亿元'],
    ],
  ]
  it.each(cases)('%s', (text, figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('分别 and lists give every owner its own value', () => {
  const cases: [string, string[]][] = [
    ['原煤、原油产量分别增长2%和3%。', ['原煤产量 2%', '原油产量 3%']],
    ['第二、第三产业增加值分别增长4%、6%。', ['第二产业增加值 4%', '第三产业增加值 6%']],
    ['单位GDP能耗、用水量分别下降3%和5%。', ['单位GDP能耗 -3%', '单位GDP用水量 -5%']],
    ['职工、城乡居民住院报销比例分别为80%、65%。', ['职工住院报销比例 80%', '城乡居民住院报销比例 65%']],
    ['刑事、治安案件分别下降7%、4%。', ['刑事案件 -7%', '治安案件 -4%']],
    ['城乡居民人均可支配收入分别增长5%、7%。', ['城镇居民人均可支配收入 5%', '农村居民人均可支配收入 7%']],
    ['失业保险、工伤保险参保人数分别为3万人、4万人。', ['失业保险参保人数 3万人', '工伤保险参保人数 4万人']],
    [
      '接待游客90万人次,旅游收入8亿元,分别增长6%和9%。',
      ['接待游客 90万人次', '旅游收入 8亿元', '接待游客 6%', '旅游收入 9%'],
    ],
    [
      '新增专利授权60件、驰名商标2件,累计分别达900和15件。',
      ['新增专利授权 60件', '新增驰名商标 2件', '专利授权 900件', '驰名商标 15件'],
    ],
  ]
  it.each(cases)('%s', (text, figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('分别 without owners of its own', () => {
  it('gives its values to those that the clause before lists, and so does the change behind', () => {
    expect(told('牧民人均纯收入和城镇居民人均收入,2021年分别达到960元和2400元,平均每年增长3%和5%。')).toEqual([
      '牧民人均纯收入 960元',
      '城镇居民人均收入 2400元',
      '牧民人均纯收入 3%',
      '城镇居民人均收入 5%',
    ])
  })
})

describe('a number whose unit is cut short', () => {
  it('takes the unit of the number that it is in a row with', () => {
    expect(told('东站、西站旅客分别达140万、130万人次。').map((line) => line.split(' ')[1])).toEqual([
      '140万人次',
      '130万人次',
    ])
  })
})

describe('由…到: what was left behind and what was reached', () => {
  const read = (text: string, context = {}) =>
    extractFigures(text, { years, ...context }).map(({ value, period, status }) => [value, period, status])

  it('belong to the year before and to the year spoken of', () => {
    expect(read('森林覆盖率从20%提高到21%。', { period: '2021' })).toEqual([
      [20, '2020', 'actual'],
      [21, '2021', 'actual'],
    ])
  })

  it('belong to the span before and to its end in a review of several years', () => {
    expect(read('公路里程由80公里增加到120公里。', { period: '2017-2021' })).toEqual([
      [80, '2016', 'actual'],
      [120, '2021', 'actual'],
    ])
  })

  it('keep the years that they name', () => {
    expect(read('财政收入由2015年的5亿元增加到2021年的9亿元。')).toEqual([
      [5, '2015', 'actual'],
      [9, '2021', 'actual'],
    ])
  })

  it('are a result and a target where the sentence plans', () => {
    expect(read('补助标准从每人每月200元提高到220元。', { period: '2022', status: 'target' })).toEqual([
      [200, '2021', 'actual'],
      [220, '2022', 'target'],
    ])
  })

  it('pair in order', () => {
    const text = '生活补贴、护理补贴标准分别从每人每月200元、300元提高到220元、330元。'
    expect(told(text)).toEqual(['生活补贴标准 200元', '护理补贴标准 300元', '生活补贴标准 220元', '护理补贴标准 330元'])
    expect(read(text, { period: '2021' }).map(([, period]) => period)).toEqual(['2020', '2020', '2021', '2021'])
  })
})

describe('numbers that measure nothing stay out', () => {
  it.each([
    '深入实施“2+4+N”行动,建设5G基站专网。',
    '全面推行365天不打烊服务。',
    '巩固“十四五”开局成果,推进3号线建设。',
    '年营收5000万元以上企业实现研发机构全覆盖。',
    '60周岁及以上老年人免费乘车。',
    '国发〔2021〕7号文件要求于2022年6月30日前落实。',
    '落实《三年投资9亿元行动方案》。',
    '实现15户以上自然村通宽带,人口5万以上的镇设消防站。',
    '连续7个季度超额完成任务。',
    '召开第十二届三次全会,贯彻二十大精神。',
    '打造15分钟生活圈,进一步深化三大改革。',
    '动员几十家企业参与。',
  ])('%s', (text) => {
    expect(told(text)).toEqual([])
  })

  it('keeps a growth rate whose indicator holds a threshold', () => {
    expect(told('500万元以上项目投资增长4%。')).toEqual(['500万元以上项目投资 4%'])
  })
})

describe('measure, direction and qualifiers', () => {
  it('makes a fall negative', () => {
    expect(only('万元生产总值能耗下降3.1%。')).toMatchObject({ value: -3.1, measure: 'growth', direction: -1 })
  })

  it('does not take 下降到 for a fall', () => {
    const figures = extractFigures('登记失业率由4.1%下降到3.8%。')
    expect(figures.map(({ value, measure }) => [value, measure])).toEqual([
      [4.1, 'share'],
      [3.8, 'share'],
    ])
  })

  it('reads qualifiers on both sides in the order they stand', () => {
    expect(only('预计接待游客超过30万人次左右。').qualifiers).toEqual(['预计', '超过', '左右'])
    expect(only('发放稳岗资金1.3亿余元。')).toMatchObject({
      value: 1.3,
      unit: '亿元',
      text: '1.3亿余元',
      qualifiers: ['余'],
    })
  })

  it('reads ranks and ratings', () => {
    expect(only('创新指数排名全省第三。')).toMatchObject({ value: 3, text: '第三', measure: 'rank' })
    expect(only('茶叶产量居全国首位。')).toMatchObject({ value: 1, text: '首位', measure: 'rank' })
    expect(only('城建集团获得AA+主体信用评级。')).toMatchObject({ value: null, text: 'AA+', measure: 'rating' })
  })

  it('keeps a ratio of several numbers whole', () => {
    expect(only('三次产业结构调整为6.1:40.2:53.7。')).toMatchObject({
      text: '6.1:40.2:53.7',
      value: null,
      measure: 'share',
    })
  })

  it('gives both ends of a range the phrase of the whole', () => {
    const text = '城镇调查失业率为5%—5.5%。'
    const [lower, upper] = extractFigures(text)
    expect([lower!.value, lower!.unit, upper!.value]).toEqual([5, '%', 5.5])
    expect(text.slice(lower!.phrase.start, lower!.phrase.end)).toBe('城镇调查失业率为5%—5.5%')
    expect(told('外贸增长6.5%－7%。')).toEqual(['外贸 6.5%', '外贸 7%'])
  })
})

describe('period and status', () => {
  const told2001 = { result: 2000, plan: 2001 }

  it('knows the five-year plans before the eleventh, and 十五 from a number', () => {
    const periodsOf = (text: string) => extractFigures(text, { years: told2001 }).map(({ period }) => period)
    expect(periodsOf('“九五”时期修建水库12座。')).toEqual(['1996-2000'])
    expect(periodsOf('“十五”期间年均增长9%。')).toEqual(['2001-2005'])
    expect(periodsOf('十五年建成水库12座。')).toEqual([null])
  })

  it('does not date a figure by the plan or year that it is compared with or built on', () => {
    const [invested] = extractFigures('1996年以来利用外资12亿美元,比“八五”时期增长80%。', { years: told2001 }).slice(1)
    expect(invested).toMatchObject({ period: '1996', indicator: '利用外资' })
    expect(only('在2019年较快增长的基础上,茶叶产量达到9万吨。').period).toBeNull()
    expect(extractFigures('2021年盈利34亿元,为2018年的2.9倍。', { years })[1]).toMatchObject({ period: '2021' })
  })

  it('counts 两年来 up to the year reported', () => {
    expect(only('两年来发行国债40亿元。')).toMatchObject({ period: '2020-2021', status: 'actual' })
  })

  it('keeps 预定 as what it is', () => {
    expect(only('公路投资预定增长10%。')).toMatchObject({ qualifiers: ['预定'], status: 'target' })
  })

  it('gives the number gone from its own year', () => {
    const figures = extractFigures('公共预算收入由2016年的7亿元增加到2021年的12亿元。', { years })
    expect(figures.map(({ value, period }) => [value, period])).toEqual([
      [7, '2016'],
      [12, '2021'],
    ])
  })

  it('takes what is counted from behind a bracket that has no number', () => {
    const options = { years: { result: 2021, plan: 2022 } }
    expect(extractFigures('筹措3万套(间)保障性租赁住房', options)[0]?.indicator).toContain('保障性租赁住房')
    expect(extractFigures('1.6万人(不含开发区)享受农村低保', options)[0]?.indicator).toBe('享受农村低保')
  })

  it('does not date a figure by the year it is level with', () => {
    const figures = extractFigures('收入8亿元,与去年持平,支出9亿元', {
      years: { result: 2021, plan: null },
      period: '2021',
    })
    expect(figures.map(({ period }) => period)).toEqual(['2021', '2021'])
  })

  it('does not date a figure by the year it is compared with', () => {
    expect(extractFigures('产值比2019年增长30%。', { years, period: '2021' })[0]).toMatchObject({ period: '2021' })
  })

  it('reads 今后五年 as years to come, and takes no streak for years gone by', () => {
    expect(only('今后五年,新建学校40所。')).toMatchObject({
      period: '2022-2026',
      status: 'target',
      indicator: '新建学校',
    })
    expect(only('过去5年,新建学校40所。')).toMatchObject({ period: '2017-2021', status: 'actual' })
    expect(only('连续五年举办马拉松赛,参赛2万人。').period).toBeNull()
    const [before, reached] = extractFigures('用于助学的资金由上年4亿元增加到6亿元。', { years, period: '2021' })
    expect([before!.period, reached!.period]).toEqual(['2020', '2021'])
    const planned = (text: string) => extractFigures(text, { years, period: '2022' })[0]
    expect(planned('市财政五年投入6亿元支持办学。')).toMatchObject({ period: '2022-2026', status: 'target' })
    expect(planned('五年来,新建学校40所。')).toMatchObject({ period: '2017-2021' })
    expect(planned('力争3年内新建学校40所。')).toMatchObject({ period: '2022-2024', status: 'target' })
    expect(planned('毕业3年内的学生40人。')).toMatchObject({ period: '2022' })
  })

  it('tells targets by their words and by years to come', () => {
    expect(only('力争招商引资到位资金突破50亿元。').status).toBe('target')
    expect(only('到2025年,森林覆盖率达到40%。')).toMatchObject({ status: 'target', period: '2025' })
    expect(only('2021年,森林覆盖率达到36%。')).toMatchObject({ status: 'actual', period: '2021' })
  })
})

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    '增长',
    '下降',
    '分别',
    '亿元',
    '8%',
    '1.2万',
    '、',
    ',',
    '(',
    ')',
    '第三',
    '2020年',
    '由',
    '到',
    '其中',
    '的',
    '个',
    '三千五百',
    '“',
    '》',
    '\t',
  )
  const reportLike = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''))
  const anyText = fc.oneof(reportLike, fc.string({ unit: 'binary', maxLength: 60 }))

  it('never throws, and every figure stands where it says', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { at, phrase, text: written } of extractFigures(text, { years })) {
          expect(text.slice(at.start, at.end)).toBe(written)
          expect(phrase.start).toBeLessThanOrEqual(at.start)
          expect(phrase.end).toBeGreaterThanOrEqual(at.end)
          expect(phrase.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
