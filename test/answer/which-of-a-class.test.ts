import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'lanxi-2031',
  `兰溪市2030年国民经济和社会发展情况与2031年安排的报告

一、2030年工作回顾

新创建国家级低碳园区4家。推动文旅与农业、林业、商业融合。新建铁路投产里程86公里,高速铁路运营里程410公里。经济总量突破900亿元,实现新跨越。东陵、西川经济总量突破200亿元。

二、2031年工作安排

加快建设青河、白水、松岭文化旅游带。办好国际旅游节、购物节、灯会等活动。
`,
  { place: '兰溪市', aliases: ['兰溪'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('which of a class', () => {
  it('is told by a sentence that names the class', async () => {
    const { answer } = await ask('今年要建哪三条文旅带')
    expect(answer).toContain('松岭')
    expect(answer).not.toContain('林业')
  })

  it('is not told by another class of the same level', async () => {
    expect((await ask('今年要办好哪几个国际大赛')).outcome).not.toBe('answered')
  })

  it('is told by a sentence that says the number they came to', async () => {
    const { outcome, answer } = await ask('哪几个县GDP突破了200亿')
    if (outcome === 'answered') expect(answer).toContain('东陵')
    expect(answer).not.toContain('900亿元')
  })
})

describe('whose something is', () => {
  it('says nothing of what it is', async () => {
    expect((await ask('我领到国家发的修屋钱了,去年全市多少家领了')).answer).not.toContain('4家')
  })
})

describe('what is new', () => {
  it('is not all there is', async () => {
    expect((await ask('去年新铁路通了多少公里')).answer).not.toContain('410公里')
  })
})
