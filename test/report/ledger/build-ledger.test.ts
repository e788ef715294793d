import { describe, expect, it } from 'vitest'
import { buildLedger } from '../../../src/report/ledger/build-ledger.js'
import type { Figure, Section, Statement, TableContext } from '../../../src/report/report.js'

type Line = string | { row: string; columns: string[]; unit?: string; isIndented?: boolean } | { heading: string }

const review: Section = {
  path: ['一、上年回顾'],
  level: 1,
  title: '上年回顾',
  parent: null,
  start: 0,
  end: 0,
  period: '2021',
  status: 'actual',
}
const aims: Section = { ...review, path: ['二、目标'], title: '目标', period: '2022', status: 'target' }

/** Statements of one section; a line of several sentences is one paragraph. */
function ledgerOf(section: Section, lines: Line[]): Figure[] {
  const statements: Statement[] = []
  const add = (paragraph: number, kind: Statement['kind'], text: string, table?: TableContext) =>
    statements.push({
      index: statements.length,
      kind,
      start: 0,
      end: 0,
      text,
      section: 0,
      paragraph,
      ...(table ? { table } : {}),
    })
  for (const [paragraph, line] of lines.entries()) {
    if (typeof line === 'string')
      for (const text of line.match(/[^。;]+[。;]?/g) ?? []) add(paragraph, 'sentence', text)
    else if ('heading' in line) add(paragraph, 'heading', line.heading)
    else
      add(0, 'row', line.row, { columns: line.columns, unit: line.unit ?? null, isIndented: line.isIndented ?? false })
  }
  return buildLedger({ kind: 'plan', years: { result: 2021, plan: 2022 }, sections: [section], statements })
}

const brief = ({ indicator, value, unit, period, status }: Figure) => [indicator, value, unit, period, status]

describe('sentences', () => {
  it('inherit period and status from their section', () => {
    expect(ledgerOf(review, ['旅游收入完成9亿元。']).map(brief)).toEqual([['旅游收入', 9, '亿元', '2021', 'actual']])
    expect(ledgerOf(aims, ['旅游收入增长7%。']).map(brief)).toEqual([['旅游收入', 7, '%', '2022', 'target']])
  })

  it('inherit the time that an earlier sentence of their paragraph named at its head', () => {
    const figures = ledgerOf(review, ['2019年,建成社区食堂3家。改造公厕20座。', '改造公厕8座。'])
    expect(figures.map(({ period }) => period)).toEqual(['2019', '2019', '2021'])
  })

  const both = (title: string): Section => ({ ...review, path: [title], title })

  it('belong to the years, where what came about is told, and to the last of them, where it is how things stand', () => {
    const figures = ledgerOf(both('一、2021年和“十三五”以来五年工作回顾'), [
      '一年来,新建码头2座。',
      '五年来,渔业发展壮大。',
      '新建码头9座,年均增长6%。渔业产值80亿元。',
      '各位代表。刚刚过去的2021年,困难很多。',
      '新建堤防4公里。',
    ])
    expect(figures.map(({ period }) => period)).toEqual(['2021', '2017-2021', '2017-2021', '2021', '2021'])
  })

  it('begin with what the heading names first', () => {
    const figures = ledgerOf(both('一、过去五年和2021年工作回顾'), ['新建码头9座。', '去年,新建码头2座。'])
    expect(figures.map(({ period }) => period)).toEqual(['2017-2021', '2021'])
  })

  it('belong to the plan period that their heading names second, once a paragraph has opened with it', () => {
    const title = '“十三五”成就和“十四五”目标'
    const figures = ledgerOf({ ...aims, path: [title], title }, [
      '“十三五”时期,新增绿地300亩。',
      '“十四五”时期,任务更重。',
      '新增绿地500亩。',
    ])
    expect(figures.map(brief)).toEqual([
      ['新增绿地', 300, '亩', '2016-2020', 'actual'],
      ['新增绿地', 500, '亩', '2021-2025', 'target'],
    ])
  })

  it('belong to the year that a paragraph calls just over', () => {
    const view = { ...review, period: '2017-2021' }
    const figures = ledgerOf(view, ['修建公路500公里。', '刚刚过去的2021年,成绩来之不易。修建公路70公里。'])
    expect(figures.map(({ period }) => period)).toEqual(['2017-2021', '2021'])
  })

  it('keep that time behind 一是, 二是 … of the paragraph', () => {
    const statements = [
      '过去五年,全县面貌一新。',
      '一是路网更密。',
      '新建公路60公里。',
      '二是环境更美。',
      '造林3万亩。',
    ].map(
      (text, index): Statement => ({
        ...{ index, kind: 'sentence', start: 0, end: 0, text, paragraph: 1 },
        section: index < 1 ? 0 : index < 3 ? 1 : 2,
      }),
    )
    const sections = [review, { ...review, parent: 0 }, { ...review, parent: 0 }]
    const figures = buildLedger({ kind: 'plan', years: { result: 2021, plan: 2022 }, sections, statements })
    expect(figures.map(({ period }) => period)).toEqual(['2017-2021', '2017-2021'])
  })

  it('tell what a span of years brought from how things stood at its end', () => {
    const figures = ledgerOf(review, ['五年来,改造公路60公里,公路里程900公里,绿化率提高到38%,旅游收入居全市第二。'])
    expect(figures.map(({ period }) => period)).toEqual(['2017-2021', '2021', '2021', '2021'])
  })

  it('inherit from a lead that ends in a colon, line by line', () => {
    const figures = ledgerOf(review, [
      '2022年主要预期目标是:',
      '地区生产总值增长6%;',
      '财政收入增长5%。',
      '改造公厕8座。',
    ])
    expect(figures.map(({ period, status }) => [period, status])).toEqual([
      ['2022', 'target'],
      ['2022', 'target'],
      ['2021', 'actual'],
    ])
  })

  it('take the subject of the sentence before where theirs is left out', () => {
    const figures = ledgerOf(review, ['社会消费品零售总额达88亿元;同比增长4%。'])
    expect(figures.map(({ indicator }) => indicator)).toEqual(['社会消费品零售总额', '社会消费品零售总额'])
  })

  it('number their figures in the order of the text, and headings have none', () => {
    const figures = ledgerOf(review, [{ heading: '一、建成公园3个' }, '建成公园3个、绿道8公里。'])
    expect(figures.map(({ index, statement }) => [index, statement])).toEqual([
      [0, 1],
      [1, 1],
    ])
  })
})

describe('accounts', () => {
  it('go for the parts behind them, up to the end of the sentence', () => {
    const figures = ledgerOf(review, [
      '区级一般公共预算收入20亿元,其中税收收入12亿元;非税收入8亿元。全县税收收入30亿元。',
    ])
    expect(figures.map(({ indicator }) => indicator)).toEqual([
      '区级一般公共预算收入',
      '区级税收收入',
      '区级非税收入',
      '税收收入',
    ])
  })

  it('go on in the later sentences of a paragraph that begins with them', () => {
    const figures = ledgerOf(review, [
      '市级一般公共预算收入20亿元。一般公共预算支出35亿元。全市一般公共预算支出80亿元。',
      '一般公共预算支出80亿元,其中市级35亿元。一般公共预算收入60亿元。',
    ])
    expect(figures.map(({ indicator }) => indicator)).toEqual([
      '市级一般公共预算收入',
      '市级一般公共预算支出',
      '一般公共预算支出',
      '一般公共预算支出',
      '市级一般公共预算支出',
      '一般公共预算收入',
    ])
  })

  it('under the name of a zone are the zone’s', () => {
    const section = { ...review, path: ['附件', '二、云湖旅游度假区'] }
    expect(ledgerOf(section, ['一般公共预算收入7280万元,新建游客中心3个。']).map(({ indicator }) => indicator)).toEqual(
      ['云湖旅游度假区一般公共预算收入', '新建游客中心'],
    )
  })

  it('in total are no kind of income', () => {
    const indicators = ledgerOf(review, ['非税收入3亿元,加上转移性收入7亿元,收入合计10亿元。']).map((f) => f.indicator)
    expect(indicators).toEqual(['非税收入', '转移性收入', '收入合计'])
  })
})

describe('the scope of a paragraph', () => {
  const indicatorsOf = (line: string) => ledgerOf(review, [line]).map(({ indicator }) => indicator)

  it('that names it in front goes for every sentence of it', () => {
    expect(
      indicatorsOf('市级一般公共预算收入20亿元。一般公共预算支出12亿元,加上结转下年3亿元,支出合计15亿元。'),
    ).toEqual(['市级一般公共预算收入', '市级一般公共预算支出', '市级结转下年', '市级一般公共预算支出合计'])
  })

  it('goes on to the parts of a limit, and another body’s takes its place', () => {
    expect(
      indicatorsOf(
        '市级政府债务限额9亿元,其中:一般债务4亿元、专项债务5亿元;县市区政府债务限额8亿元,其中:一般债务6亿元。',
      ),
    ).toEqual(['市级政府债务限额', '市级一般债务限额', '市级专项债务限额', '县市区政府债务限额', '县市区一般债务限额'])
  })
})

describe('what names nothing', () => {
  const namesOf = (line: string) => ledgerOf(review, [line]).map(({ indicator, text }) => `${indicator} ${text}`)

  it('is left to what was named before', () => {
    expect(namesOf('积累所占的比重,相应地由36%降到30%。')).toEqual(['积累所占的比重 36%', '积累所占的比重 30%'])
    expect(namesOf('社会商品零售总额,今年2月修订计划时减少为300亿元。')).toEqual(['社会商品零售总额 300亿元'])
  })

  it('is no figure where it points back, or is a stretch of time', () => {
    expect(namesOf('这80亿元中,有35亿元是用于增加住宅建设投资。')).toEqual(['住宅建设投资 35亿元'])
    expect(namesOf('会议以来,已经过去了一年零两个月。')).toEqual([])
  })
})

describe('the fund', () => {
  it('of a heading, or of what was named last, goes for the sides that name none', () => {
    const section = { ...review, path: ['(二)政府性基金预算收支'] }
    const figures = ledgerOf(section, [
      '收入预算为9亿元;实际完成收入8亿元。',
      '失业保险基金收入3亿元;支出完成2亿元。当年收支结余1亿元。',
    ])
    expect(figures.map(({ indicator }) => indicator)).toEqual([
      '政府性基金收入预算',
      '政府性基金收入',
      '失业保险基金收入',
      '失业保险基金支出',
      '失业保险基金收支结余',
    ])
  })

  it('behind the title of an item is what the title says', () => {
    expect(ledgerOf(aims, ['3.支持文化惠民。安排2亿元。'])[0]?.indicator).toBe('支持文化惠民安排')
  })
})

describe('what the next of a kind leaves out', () => {
  it('is what was measured of the one before', () => {
    const figures = ledgerOf(review, ['城市特困供养标准由1100元提高到1180元,农村特困由860元提高到930元。'])
    expect(figures.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['城市特困供养标准', 1100],
      ['城市特困供养标准', 1180],
      ['农村特困供养标准', 860],
      ['农村特困供养标准', 930],
    ])
  })

  it('is not carried to a thing of another kind, nor to a part', () => {
    const figures = ledgerOf(review, ['职工医保报销比例提高到85%,图书馆提高到70%。城市低保标准900元,低保金4亿元。'])
    expect(figures.map(({ indicator }) => indicator)).not.toContain('图书馆报销比例')
    expect(figures.map(({ indicator }) => indicator)).toContain('低保金')
  })

  it('is what so many became', () => {
    const figures = ledgerOf(review, ['县属国企由11户整合为4户,三次产业结构由10.1:42.4:47.5调整为8.2:41.3:50.5。'])
    expect(figures.map(({ indicator, text, period }) => [indicator, text, period])).toEqual([
      ['县属国企', '11户', '2020'],
      ['县属国企', '4户', '2021'],
      ['三次产业结构', '10.1:42.4:47.5', '2020'],
      ['三次产业结构', '8.2:41.3:50.5', '2021'],
    ])
  })

  it('is whose deposits and loans they are', () => {
    const figures = ledgerOf(review, ['金融机构存款余额900亿元、贷款余额800亿元,较年初分别增加50亿元、60亿元。'])
    expect(figures.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['金融机构存款余额', 900],
      ['金融机构贷款余额', 800],
      ['金融机构存款余额', 50],
      ['金融机构贷款余额', 60],
    ])
  })

  it('is whose review cut the price', () => {
    const figures = ledgerOf(review, ['概算评审送审额9.3亿元,审减1.4亿元,审减率15.1%。'])
    expect(figures.map(({ indicator }) => indicator)).toEqual(['概算评审送审额', '概算评审审减', '概算评审审减率'])
  })
})

describe('measures that say nothing of whose they are', () => {
  it.each([
    ['特殊教育学校3所,招生40人,在校学生210人。', ['特殊教育学校招生 40', '特殊教育学校在校学生 210']],
    ['全年发生渔船事故7起,造成死亡2人。', ['渔船事故造成死亡 2']],
    ['境内上市公司6家,总市值420亿元。', ['境内上市公司总市值 420']],
    ['政府采购规模3亿元,节约资金0.2亿元,节约率6.2%。', ['政府采购节约资金 0.2', '政府采购节约率 6.2']],
    ['预备费年初安排2亿元,实际支出0.9亿元。', ['预备费实际支出 0.9']],
    ['采矿业增加值下降2%,制造业增长9%。', ['制造业增加值 9']],
  ])('are those of what was counted in front: %s', (text, named) => {
    const figures = ledgerOf(review, [text]).map(({ indicator, value }) => `${indicator} ${value}`)
    for (const figure of named) expect(figures).toContain(figure)
  })

  it('keep to themselves where something else was counted in between', () => {
    const figures = ledgerOf(review, ['小学9所,新建操场4个,毕业生300人。'])
    expect(figures.at(-1)!.indicator).not.toContain('小学')
  })
})

describe('names with words of leading in them', () => {
  it.each([
    ['人口自然增长率为-1.2‰。', '人口自然增长率'],
    ['均衡性转移支付5亿元。', '均衡性转移支付'],
    ['市核定我县2021年政府债务限额8亿元。', '政府债务限额'],
    ['研发经费支出4亿元,与地区生产总值之比为2%。', '研发经费支出与地区生产总值之比'],
    ['860人享受农村居民最低生活保障。', '享受农村居民最低生活保障'],
  ])('keep them: %s', (text, indicator) => {
    expect(ledgerOf(review, [text]).at(-1)!.indicator).toBe(indicator)
  })
})

describe('table rows', () => {
  const columns = ['项目', '2020年完成数', '2021年预算数', '增长%']

  it('take period, status, unit and measure from the header and the caption', () => {
    const figures = ledgerOf(review, [{ row: '(一)教育支出\t10.5\t11\t4.8', columns, unit: '亿元' }])
    expect(figures.map((figure) => [...brief(figure), figure.measure])).toEqual([
      ['教育支出', 10.5, '亿元', '2020', 'actual', 'level'],
      ['教育支出', 11, '亿元', '2021', 'target', 'level'],
      ['教育支出', 4.8, '%', '2021', 'target', 'growth'],
    ])
  })

  it('read two tables side by side, each with its own label', () => {
    const figures = ledgerOf(review, [
      { row: '税收收入\t5\t公共安全支出\t3', columns: ['科目', '决算数', '科目', '决算数'], unit: '万元' },
    ])
    expect(figures.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['税收收入', 5],
      ['公共安全支出', 3],
    ])
  })

  it('name a part by the whole above it', () => {
    const columns = ['指标', '年末数(万人)', '比重(%)']
    const figures = ledgerOf(review, [
      { row: '常住人口\t60.2\t100', columns },
      { row: '其中:城镇\t40.1\t66.6', columns },
    ])
    expect(figures.map(({ indicator, unit }) => [indicator, unit])).toEqual([
      ['常住人口', '万人'],
      ['常住人口比重', '%'],
      ['城镇人口', '万人'],
      ['城镇人口比重', '%'],
    ])
  })

  it('reads rows set in further as parts, and units in brackets behind a label', () => {
    const columns = ['指标', '2021年', '比上年增长(%)']
    const figures = ledgerOf(review, [
      { row: '货物周转量（亿吨公里）\t46.2\t6.9', columns },
      { row: '公路\t31.8\t8.1', columns, isIndented: true },
      { row: '固定资产投资（不含农户）\t\t4.5', columns },
      { row: '白酒（折65度）（千升）\t8924\t-15.7', columns },
    ])
    expect(figures.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ['货物周转量', 46.2, '亿吨公里'],
      ['货物周转量', 6.9, '%'],
      ['公路货物周转量', 31.8, '亿吨公里'],
      ['公路货物周转量', 8.1, '%'],
      ['固定资产投资(不含农户)', 4.5, '%'],
      ['白酒', 8924, '千升'],
      ['白酒', -15.7, '%'],
    ])
  })

  it('knows what was done from what is planned by the header', () => {
    const columns = ['科目', '2021年预算执行数', '2022年预算数']
    const figures = ledgerOf(review, [{ row: '罚没收入\t1740\t1500', columns, unit: '万元' }])
    expect(figures.map(({ period, status }) => [period, status])).toEqual([
      ['2021', 'actual'],
      ['2022', 'target'],
    ])
  })

  it('takes the unit from its own column, and never for a label', () => {
    const columns = ['指标', '单位', '绝对数', '比上年增长(%)']
    const figures = ledgerOf(review, [
      { row: '园林水果\t万吨\t36.2\t8.5', columns },
      { row: '其中:柑橘\t万吨\t31.7\t8.2', columns },
      { row: '禽蛋\t吨\t430\t2.4', columns },
      { row: '生猪出栏\t万头\t14.6\t-3.5', columns },
    ])
    expect(figures.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ['园林水果', 36.2, '万吨'],
      ['园林水果', 8.5, '%'],
      ['柑橘', 31.7, '万吨'],
      ['柑橘', 8.2, '%'],
      ['禽蛋', 430, '吨'],
      ['禽蛋', 2.4, '%'],
      ['生猪出栏', 14.6, '万头'],
      ['生猪出栏', -3.5, '%'],
    ])
  })

  it('mark a falling rate', () => {
    const [, , rate] = ledgerOf(review, [{ row: '农林水支出\t9\t8\t-11.1%', columns, unit: '亿元' }])
    expect(rate).toMatchObject({ value: -11.1, direction: -1, text: '-11.1%' })
  })

  it('say nothing without a header', () => {
    expect(ledgerOf(review, [{ row: '首页\t12\t2021', columns: [] }])).toEqual([])
  })
})

describe('two numbers that went from one year to another', () => {
  it('are each dated by the year gone from, and by the one reached', () => {
    const line = '城乡居民人均可支配收入从2016年的31200元和12400元分别提高到44100元和19800元。'
    expect(ledgerOf(review, [line]).map(({ text, period }) => [text, period])).toEqual([
      ['31200元', '2016'],
      ['12400元', '2016'],
      ['44100元', '2021'],
      ['19800元', '2021'],
    ])
  })
})
