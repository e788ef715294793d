import { describe, expect, it } from 'vitest'
import { parse, paths, sectionOf } from './fixtures.js'

const prose = '全县上下坚持稳中求进工作总基调，经济运行总体平稳，民生保障持续改善，社会大局和谐稳定。'

describe('headings of other layouts', () => {
  it('reads （一） as the outer level where it comes first, and a series nested in its own kind', () => {
    const report = parse(
      [
        `（一）当前的形势\n${prose}\n（二）今后的方针\n${prose}\n一、加快农业发展\n${prose}`,
        `二、改造技术\n${prose}\n一、节约能源的路子\n${prose}\n二、更新产品的路子\n${prose}\n三、用好资源的路子\n${prose}`,
        `三、整顿企业\n${prose}\n（三）前景\n${prose}`,
      ].join('\n'),
    )
    expect(paths(report)).toEqual([
      '（一）当前的形势',
      '（二）今后的方针',
      '（二）今后的方针 > 一、加快农业发展',
      '（二）今后的方针 > 二、改造技术',
      '（二）今后的方针 > 二、改造技术 > 一、节约能源的路子',
      '（二）今后的方针 > 二、改造技术 > 二、更新产品的路子',
      '（二）今后的方针 > 二、改造技术 > 三、用好资源的路子',
      '（二）今后的方针 > 三、整顿企业',
      '（三）前景',
    ])
  })

  it('finds headings without a number', () => {
    const report = parse(
      `各位代表：\n2024年工作回顾\n${prose}\n（一）稳住大盘。${prose}\n2025年工作安排建议\n${prose}\n（一）扩大内需。${prose}\n加强政府自身建设\n${prose}`,
    )
    expect(paths(report)).toEqual([
      '2024年工作回顾',
      '2024年工作回顾 > （一）稳住大盘',
      '2025年工作安排建议',
      '2025年工作安排建议 > （一）扩大内需',
      '加强政府自身建设',
    ])
    expect(report.sections.map(({ status }) => status)).toEqual(['actual', 'actual', 'target', 'target', 'target'])
    expect(report.years).toEqual({ result: 2024, plan: 2025 })
  })

  it('dates a review of five years by all of them', () => {
    const report = parse(
      `各位代表：\n一、过去五年工作回顾\n${prose}新建学校12所。2023年新建公园3个。\n二、2024年工作安排\n${prose}新建医院2所。`,
    )
    expect(report.figures.map(({ period }) => period)).toEqual(['2019-2023', '2023', '2024'])
  })

  it('dates a section whose heading tells nothing by the aims that it sets', () => {
    const report = parse(
      `各位代表：\n现在，我代表县人民政府向大会报告工作。\n一、2023年工作回顾\n${prose}\n二、同心同德再出发\n去年秋天的嘱托言犹在耳。${prose}今年全县发展的主要预期目标是：地区生产总值增长6%。\n（一）兴产业。新建园区3个。`,
    )
    expect(report.figures.map(({ period, status }) => [period, status])).toEqual([
      ['2024', 'target'],
      ['2024', 'target'],
    ])
  })

  it('dates what a heading of two five-year plans aims at by the plan ahead', () => {
    const report = parse(
      `各位代表：\n一、2025年工作回顾\n${prose}\n二、“十四五”时期发展成就和“十五五”时期主要目标\n《纲要草案》设定了新指标，包括：全员劳动生产率达30万元/人。\n三、2026年重点工作\n${prose}新建医院2所。`,
    )
    expect(report.figures.map(({ period }) => period)).toEqual(['2030', '2026'])
  })

  it('reads a number that stands on a line of its own with the name below it', () => {
    const report = parse(
      `初步核算如下，各项事业取得新的进展，全面完成了年度任务。\n01\n综合\n${prose}\n02\n农业\n${prose}`,
    )
    expect(paths(report)).toEqual(['01 综合', '02 农业'])
  })

  it('keeps 一是 on a line of its own open for the paragraphs below it', () => {
    const report = parse(
      `一、2025年工作回顾\n${prose}\n一是办好盛会。\n办赛总点击量超610亿次，交流合作不断深化，群众满意度明显提高。\n二是稳住经济。\n增长3.9%，为高质量发展奠定了坚实的基础，各项工作有序推进。`,
    )
    expect(sectionOf(report, '610亿次')?.path).toEqual(['一、2025年工作回顾', '一是办好盛会'])
    expect(sectionOf(report, '3.9%')?.path).toEqual(['一、2025年工作回顾', '二是稳住经济'])
  })

  it('takes the entries of a list for no headings', () => {
    const list = '一、节约能源，降低生产成本；\n二、改革产品结构，满足市场需要；\n三、合理利用资源，提高水平。'
    expect(paths(parse(`各位代表：\n${prose}\n${list}\n${prose}`))).toEqual([])
  })

  it('skips a table of contents', () => {
    const report = parse(
      `全县2024年预算执行情况说明\n目    录\n一、编报说明\n二、收入情况\n（一）税收收入\n一、编报说明\n${prose}\n二、收入情况\n${prose}`,
    )
    expect(paths(report)).toEqual(['一、编报说明', '二、收入情况'])
  })

  it('reads a report without any heading by its paragraphs', () => {
    const report = parse(`${prose}\n新增就业1.2万人。比上年多300人。\n${prose}`)
    expect(report.sections).toEqual([])
    expect(report.statements.map(({ paragraph }) => paragraph)).toEqual([1, 2, 2, 3])
  })
})

describe('lines that copying broke', () => {
  it('reads a text whose paragraphs were run together on one line', () => {
    const body = Array.from({ length: 20 }, () => prose).join(' ')
    const report = parse(
      `各位代表： ${prose} 一、2023年工作回顾 ${body} （一）深化改革，扩大开放 ${body} 二、2024年主要任务 ${body}`,
    )
    expect(paths(report)).toEqual([
      '一、2023年工作回顾',
      '一、2023年工作回顾 > （一）深化改革，扩大开放',
      '二、2024年主要任务',
    ])
  })

  it('reads text from a PDF: blanks between characters, hard wraps, page numbers', () => {
    const words = `一般公共预算收入完成421.8亿元，同比增长3.6%。${prose.repeat(12)}`
    const wrapped = words.match(/.{1,30}/gs) ?? []
    const lines = ['各位代表：', '一、2025年预算执行情况', ...wrapped.slice(0, 8), '—1—', ...wrapped.slice(8)]
    const text = lines
      .map((line) => (line.startsWith('—') ? line : [...line].join(' ').replace(/(?<=[\d.]) (?=[\d.%])/g, '')))
      .join('\n')
    const report = parse(text)
    const [first] = report.statements.filter((statement) => statement.text.includes('421.8'))
    expect(first?.text).toBe('一般公共预算收入完成421.8亿元，同比增长3.6%。')
    expect(text.slice(first!.start, first!.end).replace(/\s/g, '')).toBe(first!.text)
    const across = report.statements.find(({ start, end }) => text.slice(start, end).includes('—1—'))
    expect(across?.text).toBe(prose)
  })

  it('joins a sentence that a link or a subscript broke over lines', () => {
    const report = parse(
      `各位代表：\n五年来累计完成林分优化1105万亩、森林抚育1111万亩，PM\n2.5\n年平均浓度保持在20微克/立方米左右。\n${prose}`,
    )
    expect(report.statements.map(({ text }) => text)).toContain(
      '五年来累计完成林分优化1105万亩、森林抚育1111万亩，PM2.5年平均浓度保持在20微克/立方米左右。',
    )
  })
})

describe('tables, notes and annexes', () => {
  const table = '表1 年末人口\n单位：万人\n\t 指标 \t 2024年 \t 2025年\n\t 一、常住人口 \t 80.1 \t 81.3\n\t \t 12.5'
  const report = parse(
    `一、综合\n初步核算，全年地区生产总值[1]274.4亿元，比上年增长5.3%，经济运行稳中有进。\n${table}\n${prose}\n附件1\n十件实事\n一、提高低保水平。\n${prose}\n注释：\n[1]地区生产总值按现价计算，2024年修订为260亿元。`,
  )

  it('puts a table together of which each cell stands on a line of its own', () => {
    const cells = ['产品名称', '单位', '产量', '比上年增长(%)', '原盐', '万吨', '31.5', '4.2']
    const more = ['其中:井盐', '万吨', '20.1', '—', '农用机械', '台', '860', '-7.5', '瓦楞纸箱', '吨', '5200', '1.3']
    const report = parse(
      `一、工业\n${prose}\n表1 2024年主要产品产量\n\n${[...cells, ...more].join('\n\n')}\n\n${prose}`,
    )
    const rows = report.statements.filter(({ kind }) => kind === 'row')
    expect(rows.map(({ text }) => text).slice(1, 3)).toEqual(['原盐\t万吨\t31.5\t4.2', '其中:井盐\t万吨\t20.1\t—'])
    expect(rows.every(({ start, end, text }) => report.text.slice(start, end).replace(/\n+/g, '\t') === text)).toBe(
      true,
    )
    expect(report.figures.map(({ indicator, value, unit }) => [indicator, value, unit])).toEqual([
      ['原盐产量', 31.5, '万吨'],
      ['原盐产量', 4.2, '%'],
      ['井盐产量', 20.1, '万吨'],
      ['农用机械产量', 860, '台'],
      ['农用机械产量', -7.5, '%'],
      ['瓦楞纸箱产量', 5200, '吨'],
      ['瓦楞纸箱产量', 1.3, '%'],
    ])
    expect(report.statements.at(-1)!.text).toBe(prose)
  })

  it('leaves lines alone that make no table', () => {
    const lines = ['主要目标', '地区生产总值', '增长6%', '财政收入', '5', '就业人数', '3万人']
    const report = parse(`一、目标\n${prose}\n${lines.join('\n')}\n${prose}`)
    expect(report.statements.filter(({ kind }) => kind === 'row')).toEqual([])
  })

  it('gives rows their header, unit and caption, and takes none for a heading', () => {
    const rows = report.statements.filter(({ kind }) => kind === 'row')
    expect(rows[1]).toMatchObject({
      text: '一、常住人口\t80.1\t81.3',
      table: { columns: ['指标', '2024年', '2025年'], unit: '万人' },
    })
    expect(sectionOf(report, '常住人口')?.path).toEqual(['一、综合', '表1 年末人口'])
    expect(rows[2]?.table?.columns).toEqual(['2024年'])
  })

  it('gives two tables side by side a row each, under headers that span columns', () => {
    const head = '\t 科目 \t 预计数 \t 科目 \t 预计数\n\t 全市 \t 市级 \t 全市 \t 市级'
    const { statements } = parse(
      `一、预算\n${prose}\n${head}\n\t 收入 \t 1 \t 2 \t 支出 \t 3 \t 4\n\t \t \t \t 结余 \t 5 \t 6`,
    )
    expect(statements.slice(-3).map(({ text, table }) => [text, table?.columns])).toEqual([
      ['收入\t1\t2', ['科目', '预计数全市', '预计数市级']],
      ['支出\t3\t4', ['科目', '预计数全市', '预计数市级']],
      ['结余\t5\t6', ['科目', '预计数全市', '预计数市级']],
    ])
  })

  it('ends a table with its last row', () => {
    const after = report.statements.filter(({ text }) => text === prose)
    expect(report.sections[after[0]!.section!]?.path).toEqual(['一、综合'])
  })

  it('reads past the marks of notes, and counts no figures in notes', () => {
    expect(report.statements.map(({ text }) => text)).toContainEqual(expect.stringContaining('地区生产总值274.4亿元'))
    const notes = report.statements.filter(({ kind }) => kind === 'note')
    expect(notes.map(({ text }) => text)).toContainEqual(expect.stringContaining('260亿元'))
    expect(report.figures.map(({ statement }) => report.statements[statement]?.kind)).not.toContain('note')
  })

  it('opens an annex at the top, with its own 一、', () => {
    expect(paths(report)).toContain('附件1 十件实事 > 一、提高低保水平')
  })
})

describe('the foot of a page', () => {
  it('is not where a task of a list names who is in charge of it', () => {
    const report = parse(
      [
        `一、2023年工作回顾\n${prose}\n${prose}\n二、2024年重点工作\n${prose}\n附件\n2024年民生实事`,
        `一、改善出行\n年度目标：新建公交站亭30个，改造农村公路40公里，方便群众出行。\n主办单位：县交通局`,
        `二、关爱老人\n年度目标：新建老年食堂12家，为高龄老人送餐上门，服务更多家庭。\n主办单位：县民政局`,
        `主办单位：柳溪县人民政府办公室\n网站地图`,
      ].join('\n'),
    )
    expect(paths(report).some((path) => path.endsWith('二、关爱老人'))).toBe(true)
    expect(report.figures.map(({ text }) => text)).toEqual(['30个', '40公里', '12家'])
    expect(report.statements.some(({ text }) => text.includes('网站地图'))).toBe(false)
  })
})

describe('other formats', () => {
  it('reads a page as shown, with offsets into its source', () => {
    const html = `<html><head><title>预算报告_柳溪县</title><script>var a = "一、不是";</script></head><body><div style="display:none">隐藏的话，不会有人看见，也不该读进来。</div>
<h1>关于柳溪县2024年预算执行情况的报告</h1><p>　　一、2024年预算执行情况</p><p>　　收入完成<b>1,076</b>&nbsp;万元，增长&gt;5%，
收支平衡，财政运行总体平稳有序。</p><table><tr><td>项目</td><td>万元</td></tr><tr><td>税收</td><td>93</td></tr></table><p>版权所有：柳溪县</p></body></html>`
    const report = parse(html, { format: 'html' })
    const sentence = report.statements.find(({ kind }) => kind === 'sentence')!
    expect(sentence.text).toMatch(/^收入完成1,076\s万元，增长>5%，收支平衡，财政运行总体平稳有序。$/)
    expect(html.slice(sentence.start, sentence.end)).toMatch(/^收入完成<b>1,076<\/b>&nbsp;万元，增长&gt;5%，\n收支/)
    expect(report.statements.filter(({ kind }) => kind === 'row').map(({ text }) => text)).toEqual([
      '项目\t万元',
      '税收\t93',
    ])
    expect(report.title).toBe('关于柳溪县2024年预算执行情况的报告')
    expect(report.statements.map(({ text }) => text).join('')).not.toMatch(/隐藏|不是|版权/)
  })

  it('reads a number whose digits are set apart as one', () => {
    const { figures, statements, text } = parse(
      `柳溪县１９９８年政府工作报告\n一、1 9 9 7 年工作回顾\n${prose}\n粮食产量达到1 2 4 0 吨，增长6 5 ％，改造农房8 户，棉花3 0 0 万吨，电话1 ．2 万部。`,
    )
    expect(figures.map((figure) => `${figure.value}${figure.unit}`)).toEqual([
      '1240吨',
      '65%',
      '8户',
      '300万吨',
      '1.2万部',
    ])
    const { start, end } = statements[figures[0]!.statement]!
    expect(text.slice(start, end)).toContain('1 2 4 0 吨')
  })

  it('reads Markdown without its marks', () => {
    const report = parse(
      `# 柳溪县2025年政府工作报告\n\n## 2024年工作回顾\n\n- **新增**就业1.2万人，${prose}\n\n| 指标 | 数值 |\n| --- | --- |\n| 人口 | 12.5 |\n`,
      {
        format: 'markdown',
      },
    )
    expect(report.title).toBe('柳溪县2025年政府工作报告')
    expect(report.statements.map(({ text }) => text)).toEqual([
      '2024年工作回顾',
      `新增就业1.2万人，${prose}`,
      '指标\t数值',
      '人口\t12.5',
    ])
  })
})
