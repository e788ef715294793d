import { describe, expect, it } from 'vitest'
import { pointsBack } from '../../src/answer/follow-up.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { assistantOver, converse, printed } from '../fixtures/small-assistant.js'

const assistant = assistantOver([lanxi(), qinglan()])
const talk = (...questions: string[]) => converse(assistant, questions)
const last = async (...questions: string[]) => (await talk(...questions)).at(-1)!

describe('a follow-up', () => {
  it('takes the topic of the turn before for another time', async () => {
    expect(printed(await last('去年GDP增长多少', '那今年目标呢?'))).toEqual(['7.5%'])
    expect(printed(await last('去年改造了多少老旧小区', '今年呢?'))).toEqual(['52个'])
  })

  it('takes the time and kind of the turn before for another topic', async () => {
    expect(printed(await last('高企多少家?', '科技型中小企业呢?'))).toEqual(['261家'])
    expect(printed(await last('今年GDP目标是多少', '固定资产投资呢?'))).toEqual(['9%'])
  })

  it('stays with the place of the turn before', async () => {
    const reply = await last('青岚县GDP多少', '那进出口呢?')
    expect(printed(reply)).toContain('9.9亿元')
    expect(reply.citations.every(({ reportId }) => reportId === 'qinglan-2030')).toBe(true)
  })

  it('goes to another place with the topic of the turn before', async () => {
    expect(printed(await last('兰溪的进出口总额多少', '青岚呢?'))).toContain('9.9亿元')
  })

  it('that stands alone is answered as if nothing had been asked before', async () => {
    const alone = await last('新增学位多少个?')
    const after = await last('去年GDP增长多少', '新增学位多少个?')
    expect(after.answer).toBe(alone.answer)
  })

  it('for the source gets the sentence itself', async () => {
    const [first, source] = await talk('新增学位多少个?', '出处在哪?')
    expect(source?.outcome).toBe('answered')
    expect(source?.citations[0]).toEqual(first?.citations[0])
    expect(source?.citations[0]?.sentence).toContain(source!.answer.replace(/。?\[1\]$/, ''))
  })

  it('that doubts gets the sentence again', async () => {
    const reply = await last('新增学位多少个?', '确定吗?')
    expect(reply.outcome).toBe('answered')
    expect(reply.answer).toContain('2400个')
  })

  it('that doubts with a number of its own is corrected', async () => {
    const reply = await last('新增学位多少个?', '不是9000个吗?')
    expect(reply.answer).toContain('2400个')
    expect(reply.text).not.toContain('9000')
  })

  it('that compares sets the figures answered last side by side', async () => {
    const reply = await last('去年改造了多少老旧小区', '今年呢?', '差多少?')
    expect(printed(reply)).toEqual(expect.arrayContaining(['46个', '52个']))
    expect(reply.figures.find(({ computed }) => computed !== null)).toMatchObject({ value: 6, unit: '个' })
  })

  it('compares what can be compared: the growth with the growth', async () => {
    const reply = await last('2030年GDP多少?', '那今年目标呢?', '差多少?')
    expect(reply.figures.find(({ computed }) => computed !== null)).toMatchObject({ value: 0.6, unit: '个百分点' })
  })

  it('for money gets no sum of what was counted before', async () => {
    const reply = await last('改造了多少老旧小区', '新建公园呢?', '一共花了多少钱?')
    expect(reply.outcome).toBe('no_figure')
    expect(reply.figures.filter(({ computed }) => computed !== null)).toEqual([])
  })

  it('adds up no projects and money', async () => {
    const reply = await last('申报省重点项目多少个', '总投资多少?', '市重点的呢,总共投多少?')
    expect(printed(reply)).toContain('354亿元')
    expect(printed(reply)).not.toContain('295.4亿元')
  })

  it('that turns to another matter asks for that one', async () => {
    expect(printed(await last('新增学位多少个?', '再问下老旧小区,去年改造了几个?'))).toEqual(['46个'])
    expect(printed(await last('去年改造了多少老旧小区', '新增学位呢?', '回到刚才小区改造的事,真有46个?'))).toEqual([
      '46个',
    ])
  })

  it('for the source of nothing gets a question back', async () => {
    expect((await last('你好', '出处在哪?')).outcome).not.toBe('answered')
  })

  it('does not lose the thread to thanks in between', async () => {
    expect(printed(await last('去年GDP增长多少', '谢谢', '那今年目标呢?'))).toEqual(['7.5%'])
  })
})

describe('pointsBack', () => {
  it('hears none where another question is announced', () => {
    expect(pointsBack('再问一下停车位有多少')).toBe(false)
    expect(pointsBack('再加上出口是多少')).toBe(true)
  })

  it.each(['那今年呢?', '其中多少是出口', '这笔钱给谁了', '目标呢'])('hears it in “%s”', (text) => {
    expect(pointsBack(text)).toBe(true)
  })

  it.each(['新增学位多少', '去年gdp增长多少'])('does not in “%s”', (text) => {
    expect(pointsBack(text)).toBe(false)
  })
})
