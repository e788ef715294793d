import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/report/report.js'
import { parse, paths, planPage, sectionOf } from './fixtures.js'

const texts = (report: Report) => report.statements.map(({ text }) => text)

describe('a plan report copied from a web page', () => {
  const report = parse(planPage)

  it('gives title, place, years and who said it when', () => {
    expect(report.title).toBe('柳溪县2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告')
    expect(report).toMatchObject({ place: '柳溪县', kind: 'plan', years: { result: 2023, plan: 2024 } })
    expect(report.placeAliases).toContain('柳溪')
    expect(report.metadata).toEqual({
      indexNumber: 'LX-0301-2024-0002',
      publisher: '柳溪县人民政府',
      publishedOn: '2024-01-19',
      validity: '有效',
      givenOn: '2024-01-12',
      meeting: '柳溪县第九届人民代表大会第四次会议',
      speaker: '周平',
      speakerOffice: '柳溪县发展和改革局局长',
    })
  })

  it('leaves the page around the text out', () => {
    expect(texts(report)[0]).toBe('各位代表:')
    expect(texts(report).at(-1)).toBe('推进开发区扩园,力争新签约项目30个以上。')
    expect(texts(report).join('')).not.toMatch(/浏览|分享|打印|索引号/)
  })

  it('nests headings down to 一是 items', () => {
    expect(paths(report)).toEqual([
      '一、2023年计划执行情况',
      '一、2023年计划执行情况 > (一)抓项目、促投资,后劲持续增强',
      '一、2023年计划执行情况 > (一)抓项目、促投资,后劲持续增强 > 一是工业提质',
      '一、2023年计划执行情况 > (一)抓项目、促投资,后劲持续增强 > 二是农业增效',
      '二、2024年预期目标',
      '三、2024年主要任务',
      '三、2024年主要任务 > (一)做强产业支撑',
    ])
  })

  it('tells a review from aims and tasks', () => {
    expect(sectionOf(report, '42个')).toMatchObject({ period: '2023', status: 'actual' })
    expect(sectionOf(report, '失业率')).toMatchObject({ period: '2024', status: 'target' })
    expect(sectionOf(report, '扩园')).toMatchObject({ period: '2024', status: 'target' })
  })

  it('makes every line of a list, and every sentence up to ; or 。, a statement of its own', () => {
    expect(texts(report)).toEqual(
      expect.arrayContaining([
        '地区生产总值增长6.1%;',
        '全年实施重点项目42个,完成投资58.6亿元。',
        '新增规上企业9家,占“千亿计划,百企行动”的三成。',
        '二是农业增效,建成高标准农田3.2万亩;',
        '新增合作社14个。',
      ]),
    )
  })

  it('takes what is said to the listeners out of the item in front of it', () => {
    expect(sectionOf(report, '来之不易')?.path).toEqual(['一、2023年计划执行情况'])
  })

  it('lets the sidecar decide', () => {
    const named = parse(planPage, { sidecar: { place: '青州市柳溪县', aliases: ['溪城'], title: '计划报告' } })
    expect(named).toMatchObject({ place: '青州市柳溪县', title: '计划报告' })
    expect(named.placeAliases).toEqual(expect.arrayContaining(['柳溪县', '柳溪', '溪城']))
  })
})

describe('a text without line breaks and stops', () => {
  const lengths = (part: string) => {
    const { statements } = parse(part.repeat(Math.ceil(200_000 / part.length)))
    return statements.map(({ text }) => text.length)
  }

  it.each([
    ['no mark at all', '全区重点项目建设推进有力'],
    ['commas', '全区重点项目建设推进有力，'],
    ['blanks', '全区重点项目建设推进有力 '],
    ['tabs', '全区重点项目建设推进有力\t'],
    ['brackets that never close', '（全区重点项目建设推进有力'],
  ])('is cut into statements of a length that can be quoted: %s', (_, part) => {
    expect(Math.max(...lengths(part))).toBeLessThanOrEqual(601)
  })

  it('is cut at its commas', () => {
    const { statements } = parse('全区重点项目建设推进有力，'.repeat(1000))
    expect(statements.every(({ text }) => text.endsWith('，'))).toBe(true)
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    '一、2023年工作回顾',
    '二、2024年工作安排',
    '（一）稳增长',
    '(二)促改革。推进“放管服;简政”改革',
    '1.一般公共预算',
    '一是抓投入,增加3.5亿元;二是抓管理。',
    '各位代表：',
    '地区生产总值增长8%左右；',
    '指标\t数值\n人口\t12.5',
    '政 府 工 作 报 告',
    '——2024年1月5日在某县第一次会议上',
    '全年新增就业1.2万人，比上年增长5.6%。其中（含农村；城镇）3000人！',
    '附件1',
    '名词解释',
    '版权所有：某县人民政府',
    '\u3000\u3000',
    '\r\n',
  )
  const pages = fc.array(pieces, { maxLength: 30 }).map((lines) => lines.join('\n'))

  it('gives statements that are its words, in order, without overlap', () => {
    fc.assert(
      fc.property(pages, (text) => {
        let last = 0
        for (const statement of parse(text).statements) {
          expect(statement.start).toBeGreaterThanOrEqual(last)
          expect(statement.end).toBeGreaterThan(statement.start)
          const slice = text.slice(statement.start, statement.end)
          expect(slice.replace(/\s/g, '')).toBe(statement.text.replace(/\s/g, ''))
          last = statement.end
        }
      }),
    )
  })

  it('gives sections that lie within the section around them', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const { sections, statements } = parse(text)
        for (const section of sections) {
          const parent = section.parent === null ? null : sections[section.parent]!
          expect(section.level).toBe(section.path.length)
          expect(section.end).toBeGreaterThan(section.start)
          if (!parent) continue
          expect(section.path.slice(0, -1)).toEqual(parent.path)
          expect(section.start).toBeGreaterThanOrEqual(parent.start)
          expect(section.end).toBeLessThanOrEqual(parent.end)
        }
        for (const { section, start, end } of statements) {
          if (section === null) continue
          expect(start).toBeGreaterThanOrEqual(sections[section]!.start)
          expect(end).toBeLessThanOrEqual(sections[section]!.end)
        }
      }),
    )
  })

  it('is read whatever it is made of', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('text', 'markdown', 'html'),
        (text, format) => {
          for (const { start, end } of parse(text, { format: format as 'text' }).statements)
            expect(start < end && end <= text.length).toBe(true)
        },
      ),
    )
  })
})
