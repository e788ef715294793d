import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizensNames, conceptName } from '../../src/faq/concept-names.js'
import { figureQuestions } from '../../src/faq/figure-questions.js'
import { leansOn, quoteFigure } from '../../src/faq/quote-clauses.js'
import { answerReadsWell, questionReadsWell, withoutDangling } from '../../src/faq/reads-well.js'
import { chosenFirst } from '../../src/faq/seeded.js'
import { questionForm, similarity } from '../../src/faq/similarity.js'
import { concepts, reportOf, themes, wording } from './fixture.js'

const report = reportOf()
const figureOf = (text: string) => report.figures.find((figure) => figure.text === text)!
const ask = (text: string, name = figureOf(text).indicator) =>
  figureQuestions({ figure: figureOf(text), name, place: '' }, wording, 1)

describe('the questions for a figure', () => {
  it('ask for a count with its verb and measure word', () => {
    expect(ask('9条', '打通断头路')).toContain('2030年打通了多少条断头路?')
    expect(ask('3所', '新建学校')).toContain('2031年计划新建多少所学校?')
  })

  it('ask for growth and targets as such, in citizens’ names', () => {
    expect(ask('8.1%', 'GDP')).toContain('2030年GDP增长了多少?')
    expect(ask('7.5%', 'GDP')).toContain('2031年GDP的增长目标是多少?')
  })

  it('come in an order that the seed chooses, and the same every time', () => {
    const orders = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => chosenFirst(['甲', '乙', '丙'], 2, seed, 'key'))
    expect(new Set(orders.map(([first]) => first))).toEqual(new Set(['甲', '乙']))
    expect(orders).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => chosenFirst(['甲', '乙', '丙'], 2, seed, 'key')))
    for (const order of orders) expect([...order].sort()).toEqual(['丙', '乙', '甲'].sort())
  })
})

describe('the wording of a name', () => {
  it('has the 的 that a report leaves out', () => {
    expect(ask('9条', '每个社会工作服务站标准').join()).toContain('每个社会工作服务站的标准')
    expect(ask('3所', '新建高新技术企业中规上企业')).toContain('2031年计划新建多少所高新技术企业中的规上企业?')
  })

  it('asks by how much money something changed in the unit of that money', () => {
    const figure = { ...figureOf('342.2亿元'), measure: 'growth' as const, unit: '亿元' }
    const [first] = figureQuestions({ figure, name: '教育支出', place: '' }, wording, 1)
    expect(first).toMatch(/^2030年教育支出(?:比上年)?增加了多少亿元\?$/)
  })
})

describe('names', () => {
  it('are those of the concept, or the indicator itself', () => {
    expect(conceptName('国内生产总值', concepts)).toBe('地区生产总值')
    expect(conceptName('孺子牛奖', concepts)).toBe('孺子牛奖')
  })

  it('take a citizen’s word only for a whole concept, a verb in front aside', () => {
    expect(citizensNames('培育高新技术企业', concepts, wording)[0]).toMatch(/^培育.+/)
    expect(citizensNames('泰华新型纺织服装创新智慧产业园投资', concepts, wording)).toEqual([])
  })
})

describe('what reads well', () => {
  it.each([
    '2030年的的增长了多少?',
    '2030年其中新建公园多少个?',
    '2030年“五上企业有多少家?',
    '2030年一是改善民生方面做了什么?',
    '2030年总投资是多少?',
  ])('is no question like %s', (question) => {
    expect(questionReadsWell(question, wording)).toBe(false)
  })

  it.each([
    '2030年:一是着力推动招商引资。[1]',
    '同时,完成469名老人住房的适老化改造。[1]',
    '2030年:净增率:净增率27%。[1]',
    '(一)不断改善民生。[1]',
    '项目“三个一批。[1]',
    '甲\t12[1]',
  ])('is no answer like %s', (answer) => {
    expect(answerReadsWell(answer, wording)).toBe(false)
  })

  it('is what a citizen would say and read', () => {
    expect(questionReadsWell('2030年打通了多少条断头路?', wording)).toBe(true)
    expect(answerReadsWell('2031年目标:地区生产总值增长7.5%左右。[1]', wording)).toBe(true)
    expect(answerReadsWell('相差(计算得出):8% − 6% = 2个百分点。[1][2]', wording)).toBe(true)
    expect(answerReadsWell('(一)抓项目;(二)惠民生。[1][2]', wording, { mayNumber: true })).toBe(true)
  })

  it('loses a connective in front, but no word that only begins like one', () => {
    expect(withoutDangling('此外,我区新建公园', wording)).toBe('我区新建公园')
    expect(withoutDangling('并为企业减税', wording)).toBe('为企业减税')
    expect(withoutDangling('并购企业3家', wording)).toBe('并购企业3家')
    expect(withoutDangling('该区新建公园', wording)).toBe('该区新建公园')
  })
})

describe('a quoted figure', () => {
  it('has the clauses that name what it measures, and its year', () => {
    const figure = figureOf('342.2亿元')
    expect(quoteFigure(figure, report.statements[figure.statement]!, wording)).toBe(
      '2030年:全年新引进项目59个,总投资额342.2亿元。',
    )
  })

  it('does not begin with a connective', () => {
    const figure = figureOf('469名')
    expect(quoteFigure(figure, report.statements[figure.statement]!, wording)).toBe(
      '2030年:完成469名老人住房的适老化改造。',
    )
  })
})

describe('clauses without a predicate', () => {
  it.each(['重点围绕全区重点企业共9条', '围绕产业链9条'])('lean on the next: %s', (clause) => {
    expect(leansOn(clause, figureOf('9条'), wording)).toBe(true)
  })
})

describe('a figure quoted beside one of another year', () => {
  it('has no year in front', () => {
    const figure = figureOf('342.2亿元')
    const others = report.figures.filter(({ statement }) => statement === figure.statement)
    const elder = others.map((other) => (other === figure ? other : { ...other, period: '2029' }))
    expect(quoteFigure(figure, report.statements[figure.statement]!, wording, elder)).toBe(
      '全年新引进项目59个,总投资额342.2亿元。',
    )
  })
})

describe('similarity', () => {
  const near = (one: string, other: string) => similarity(questionForm(one), questionForm(other))

  it('is 1 for a question itself, the same both ways, and within 0 and 1', () => {
    const text = fc
      .array(fc.constantFrom(...'年多少增长目标0123GDP?,'), { minLength: 1 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(near(one, one)).toBe(1)
        expect(near(one, other)).toBe(near(other, one))
        expect(near(one, other)).toBeGreaterThanOrEqual(0)
        expect(near(one, other)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('tells years apart, and passes over punctuation and width', () => {
    expect(near('2022年GDP增长多少?', '2023年GDP增长多少?')).toBe(0)
    expect(near('2022年“断头路”打通几条?', '２０２２年断头路打通几条')).toBe(1)
  })
})

describe('themes', () => {
  it('are decided by the first text that says anything of one', () => {
    expect(themes.of('2030年新建了多少所学校?', '全年地区生产总值')).toBe('教育、医疗与文化')
    expect(themes.of('这里什么也没有', '全年地区生产总值增长')).toBe('经济总量与目标')
    expect(themes.of('这里什么也没有')).toBe('其他')
  })
})
