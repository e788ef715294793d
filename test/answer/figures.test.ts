import { describe, expect, it } from 'vitest'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const assistant = assistantOver([lanxi(), qinglan()])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('a question for a figure', () => {
  it.each([
    ['去年GDP增长多少', ['8.1%']],
    ['今年GDP目标是多少?', ['7.5%']],
    ['2031年GDP增长目标', ['7.5%']],
    ['2030年GDP是多少亿', ['128.8亿元']],
    ['高企有多少家?', ['149家']],
    ['新增学位多少个?', ['2400个']],
    ['出口多少', ['8.4亿元']],
    ['进出口总额多少', ['12.6亿元']],
    ['云帆服装智慧工厂投资多少', ['30亿元']],
    ['去年改造了多少老旧小区', ['46个']],
    ['今年要改造多少老旧小区', ['52个']],
    ['科技创新指数排名第几', ['第一']],
    ['养老服务覆盖率多少', ['95%']],
    ['就业补助花了多少钱', ['860万元']],
    ['给居民发放的就业补助资金多少', ['860万元']],
    ['养老服務覆蓋率是多少?', ['95%']],
    ['What was the GDP growth in 2030?', ['8.1%']],
    ['青岚县的发电量', ['18.2亿千瓦时']],
  ])('as “%s” is answered with that figure alone', async (question, figures) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe('answered')
    expect(printed(reply)).toEqual(figures)
  })

  it('gets amount and growth where no kind is asked', async () => {
    expect(printed(await ask('2030年GDP是多少?'))).toEqual(['128.8亿元', '8.1%'])
  })

  it('keeps the qualifiers of the figure', async () => {
    const { answer, figures } = await ask('今年GDP目标是多少?')
    expect(answer).toContain('左右')
    expect(figures.find(({ text }) => text === '7.5%')).toMatchObject({ qualifiers: ['左右'], status: 'target' })
    expect((await ask('去年规上工业增加值增长多少')).answer).toMatch(/预计.*9\.2%.*左右/)
  })

  it.each([
    ['2035年GDP是多少?', 'out_of_period'],
    ['明年GDP目标是多少?', 'out_of_period'],
    ['人均GDP是多少?', 'not_in_report'],
    ['博物馆有多少个', 'not_in_report'],
    ['发电量多少', 'not_in_report'],
    ['上海的GDP是多少', 'out_of_place'],
  ])('as “%s” is %s, without a figure', async (question, outcome) => {
    const reply = await ask(question)
    expect(reply.outcome).toBe(outcome)
    expect(printed(reply)).toEqual([])
  })

  it('offers the nearest that the report says of another time, and where to ask', async () => {
    const { citations, contact, text } = await ask('2035年GDP是多少?')
    expect(citations[0]?.sentence).toContain('地区生产总值')
    expect(contact).not.toBeNull()
    expect(text).toContain(contact!)
  })

  it('gives no total where one of many is asked', async () => {
    expect((await ask('平均每户进出口多少')).outcome).not.toBe('answered')
  })
})

describe('a question for two figures', () => {
  it('of two times gets both, each with its own', async () => {
    const reply = await ask('2030年和2031年GDP增速分别是多少')
    expect(printed(reply)).toEqual(['8.1%', '7.5%'])
    expect(reply.figures.find(({ text }) => text === '8.1%')?.period).toBe('2030')
    expect(reply.figures.find(({ text }) => text === '7.5%')?.period).toBe('2031')
  })

  it('in two clauses gets both', async () => {
    expect(printed(await ask('去年改造了多少老旧小区,今年要改造多少?'))).toEqual(['46个', '52个'])
    expect(printed(await ask('高新技术企业多少家,科技型中小企业多少家'))).toEqual(['149家', '261家'])
  })

  it('says how far one lies from the other as computed, with its operands', async () => {
    const reply = await ask('2031年GDP增速目标比2030年低多少')
    expect(reply.answer).toContain('计算得出')
    const difference = reply.figures.find(({ computed }) => computed !== null)
    expect(difference).toMatchObject({ value: 0.6, unit: '个百分点', citation: null })
    expect(difference?.computed?.expression).toContain('8.1%')
    expect(difference?.computed?.expression).toContain('7.5%')
    expect(difference?.computed?.citations.length).toBe(2)
  })

  it('adds up what is asked together', async () => {
    const reply = await ask('高企和科技型中小企业加起来多少家')
    expect(reply.answer).toContain('计算得出')
    expect(reply.figures.find(({ computed }) => computed !== null)).toMatchObject({ value: 410, unit: '家' })
  })

  it('says which is more without a number of its own', async () => {
    const reply = await ask('省重点项目和市重点项目哪个总投资多?')
    expect(printed(reply)).toEqual(['295.4亿元', '354亿元'])
    expect(reply.answer.split('\n').at(-1)).toContain('市重点项目')
    expect(reply.figures.every(({ computed }) => computed === null)).toBe(true)
  })
})

describe('a number that the question takes for granted', () => {
  it('is confirmed where the report says the same', async () => {
    const { text, answer } = await ask('听说去年改造了46个老旧小区,对吗?')
    expect(answer).toContain('46个')
    expect(text.startsWith(answer)).toBe(false)
  })

  it('is corrected where the report says another, and not repeated', async () => {
    const wrong = await ask('听说去年改造了500个老旧小区,对吗?')
    const right = await ask('听说去年改造了46个老旧小区,对吗?')
    expect(printed(wrong)).toEqual(['46个'])
    expect(wrong.text).not.toContain('500')
    expect(wrong.text.split('\n')[0]).not.toBe(right.text.split('\n')[0])
  })

  it('tells which thing has it', async () => {
    expect((await ask('投资28亿的是哪个项目')).answer).toContain('泰禾纺织产业园')
  })
})

describe('a plan set against the year before', () => {
  it('is the coming year’s, wherever that year is left out', async () => {
    const { answer } = await ask('固定资产投资目标比上一年完成的低了几个百分点')
    expect(answer).toContain('1.5个百分点')
  })
})

describe('how something is worded', () => {
  it('is no list of names', async () => {
    expect((await ask('居民收入的目标用哪几个字表述')).answer).toContain('与经济增长基本同步')
  })
})
