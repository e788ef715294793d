import { describe, expect, it } from 'vitest'
import { pointsBack } from '../../src/answer/follow-up.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { reportOf } from '../fixtures/report-of.js'
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

  it('does not take the time of a plan where it asks what there is by now', async () => {
    expect(printed(await last('今年要改造多少老旧小区', '现在已经有多少个改造好的了'))).toEqual(['46个'])
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

  it('that adds up is answered by no sum of things counted otherwise than it asks', async () => {
    expect((await last('新增学位多少个?', '去年改造了多少老旧小区', '合起来多少个')).text).toContain('合计')
    expect((await last('新增学位多少个?', '去年改造了多少老旧小区', '合起来多少套')).text).not.toContain('合计')
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

describe('a follow-up in another unit', () => {
  const shibei = assistantOver([
    reportOf(
      'shibei',
      '石北区2031年政府工作报告\n\n一、2030年工作回顾\n\n续建12600余套共8个保障房项目,建成人才公寓930套。',
      { place: '石北区' },
    ),
  ])

  it('asks for the number that was told beside the one asked before', async () => {
    const [first, next] = await converse(shibei, ['续建的保障房是几个项目', '总共多少套?'])
    expect(first?.answer).toContain('8个')
    expect(next?.answer).toContain('12600余套')
  })
})

describe('a follow-up that asks for an attribute of the thing just told', () => {
  const text = `松岭县2030年国民经济和社会发展计划执行情况与2031年计划草案的报告

——2031年1月6日在松岭县第五届人民代表大会第四次会议上

松岭县发展和改革委员会主任  林  山

一、2030年计划执行情况

全年产业创新指数连续3年位居全省第二,获评2029年度全国绿色发展示范县。县城投公司取得AA+信用评级,县农投公司稳步发展。按照每个日间照料中心8万元的标准,落实日间照料中心建设补助96万元。新引进加工项目14个,总投资21.5亿元;申报省级储备项目9个,总投资33亿元。农产品网络零售额16.2亿元,增长12%,增速全省第4。

地区生产总值增长5.4%。

农村居民人均可支配收入增速居全省第6位,城镇居民人均可支配收入增速居全省第9位。

二、2031年预期目标

地区生产总值增长6%左右。
`
  const songling = assistantOver([reportOf('songling', text, { place: '松岭县', aliases: ['松岭'] })])
  const ask = async (...questions: string[]) => (await converse(songling, questions)).at(-1)!

  it.each([
    ['its level', '哪家公司拿到了信用评级', '评的是什么级别', 'AA+'],
    ['its year', '县里获评了什么示范县', '哪一年的', '2029年度'],
    ['what it comes to for one', '日间照料中心建设补助落实了多少', '一个中心多少钱', '8万元'],
    ['the sum beside a number', '新引进加工项目几个', '投资总共多少', '21.5亿元'],
    ['what the speaker is', '报告是谁作的', '他是什么职务', '主任'],
    ['the meeting', '报告是谁作的', '在什么会上作的', '第四次会议'],
  ])('is answered from what told of it: %s', async (_, first, second, said) => {
    const reply = await ask(first, second)
    expect(reply.outcome).toBe('answered')
    expect(reply.answer).toContain(said)
  })

  it('gets the rank and the growth that stand beside the figure told', async () => {
    expect((await ask('去年农产品网络零售额多少', '排第几')).answer).toContain('第4')
    expect((await ask('去年农产品网络零售额多少', '涨了几个点', '涨了多少')).answer).toContain('12%')
    expect((await ask('产业创新指数全省第几', '连着几年了')).answer).toContain('连续3年')
  })

  it('goes over to the other half', async () => {
    expect(printed(await ask('农村居民人均可支配收入增速排第几', '城镇的排第几'))).toEqual(['第9位'])
  })

  it('takes no number of another thing', async () => {
    expect((await ask('县城投公司取得什么信用评级', '全省排第几')).outcome).not.toBe('answered')
  })

  it('gets the year of the figure told', async () => {
    expect((await ask('加工项目新引进了几个', '哪年的')).answer).toMatch(/2030年.*14个/)
  })

  it('gets nothing where the clause does not say', async () => {
    expect((await ask('县里获评了什么示范县', '在这个名单里排第几')).outcome).not.toBe('answered')
    expect((await ask('落实日间照料中心建设补助多少', '是几级的')).outcome).not.toBe('answered')
  })

  it('adds up nothing of another kind', async () => {
    expect((await ask('日间照料中心建设补助落实了多少', '每个多少钱', '一共几个中心')).outcome).not.toBe('answered')
  })

  it('sets what was told against another year or thing, and goes on from it', async () => {
    const [, difference, , next] = await converse(songling, ['今年GDP目标多少', '比去年高几个点', '谢谢啊', '那去年呢'])
    expect(difference?.answer).toContain('0.6个百分点')
    expect(printed(next!)).toEqual(['5.4%'])
    const other = await ask('新引进加工项目总投资多少', '跟省级储备项目比哪个多')
    expect(printed(other)).toEqual(expect.arrayContaining(['21.5亿元', '33亿元']))
  })
})

describe('pointsBack', () => {
  it('hears none where another question is announced', () => {
    expect(pointsBack('再问一下停车位有多少')).toBe(false)
    expect(pointsBack('再加上出口是多少')).toBe(true)
  })

  it.each(['谁评的', '什么时候启用的', '那今年呢?', '其中多少是出口', '这笔钱给谁了', '目标呢'])(
    'hears it in “%s”',
    (text) => {
      expect(pointsBack(text)).toBe(true)
    },
  )

  it.each(['新增学位多少', '去年gdp增长多少'])('does not in “%s”', (text) => {
    expect(pointsBack(text)).toBe(false)
  })
})
