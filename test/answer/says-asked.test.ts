import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, converse } from '../fixtures/small-assistant.js'

const report = reportOf(
  'lanxi-2031',
  `发布机构: 兰溪市人民政府 生成日期: 2031-01-15

兰溪市2030年国民经济和社会发展情况与2031年安排的报告

——2031年1月8日在兰溪市第七届
人民代表大会第四次会议上

兰溪市发展和改革委员会主任  周  平

各位代表:

一、2030年工作回顾

通过视频会议方式召开项目评审会30余次。2030年青河大桥通车,两岸群众出行更加方便,沿线各镇发展迎来新的机遇。9月26日青河大桥举行通车仪式。白水机场2030年启用。市城投集团、市交投集团稳步发展,市城投集团获评省级文明单位。规范发展产业基金。

二、2031年工作安排

总结医保试点经验,将医保试点扩大到东陵和西川两县。同意园区设立300亿元产业基金,由市财政局负责管理。
`,
  { place: '兰溪市', aliases: ['兰溪'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('the day', () => {
  it('is told by a sentence that says a day', async () => {
    expect((await ask('青河大桥具体是哪一天通车的')).answer).toContain('9月26日')
  })

  it('is not told by a year', async () => {
    expect((await ask('白水机场是几月几号启用的')).outcome).not.toBe('answered')
    expect((await ask('白水机场是哪年启用的')).answer).toContain('2030年')
  })
})

describe('which ones', () => {
  it('are told by two names in front of their number', async () => {
    expect((await ask('医保试点要扩到哪两个县')).answer).toContain('东陵和西川两县')
  })
})

describe('who', () => {
  it('is told by the sentence that holds the number asked of', async () => {
    expect((await ask('那300亿产业基金归哪个部门管')).answer).toContain('市财政局')
  })

  it('is told by no sentence without that number', async () => {
    expect((await ask('那800亿产业基金归哪个部门管')).outcome).not.toBe('answered')
  })

  it('is told by the clause that names its subject anew', async () => {
    const { answer } = await ask('哪家集团评上了省级文明单位')
    expect(answer).toContain('市城投集团获评省级文明单位')
    expect(answer).not.toContain('市交投集团')
  })
})

describe('the report itself', () => {
  it('has a speaker, by whatever office one asks', async () => {
    expect((await ask('这份报告是哪位主任在大会上作的')).answer).toMatch(/周\s*平/)
  })

  it('was given at a meeting that no number of meetings tells', async () => {
    expect((await ask('报告是第几次会议上提交的')).answer).toContain('第四次会议')
    expect((await ask('这份报告是在哪一次会议上念的')).answer).toContain('第四次会议')
    const [, meeting] = await converse(assistant, ['这份报告是谁作的', '是第几次会议'])
    expect(meeting!.answer).toContain('第四次会议')
    expect(meeting!.citations.map(({ sentence }) => sentence)).toContain('人民代表大会第四次会议上')
  })

  it('was published on a date that is also told as the page writes it', async () => {
    const { answer } = await ask('这份报告的生成日期是哪天')
    expect(answer).toContain('2031年1月15日')
    expect(answer).toContain('2031-01-15')
    const [, page] = await converse(assistant, ['这份报告是谁作的', '网页几号生成的'])
    expect(page!.answer).toContain('2031年1月15日')
  })
})
