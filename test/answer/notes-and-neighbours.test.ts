import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'heting-2031',
  `鹤汀市2031年政府工作报告

一、2030年工作回顾

开通鹤汀至北港海铁联运班列,全年发运64列。市体育公园建成启用,可容纳观众1.6万人。巡游出租汽车1320辆。全年出生人口1.84万人。

全年接待游客312.5万人次,增长21.4%,其中春节假期接待游客9.6万人次。市区空气质量优良天数比例94.2%。

年末金融机构人民币各项存款余额2806.4亿元,其中住户存款1930.7亿元。年末有效发明专利1806件,每万人口发明专利拥有量5.12件。

二、今后五年奋斗目标

主要目标是:到2035年,地区生产总值突破2000亿元;常住人口城镇化率达到68%左右;森林覆盖率稳定在42%以上。

三、2031年重点工作

力争全年接待游客突破360万人次。城乡居民基础养老金最低标准提高到每人每月152元。全面建设鹤鸣绿廊。

名词解释

1.鹤鸣绿廊:沿鹤水两岸布局的城市绿道,全长约36公里。

2.居民恩格尔系数是指食品烟酒支出占消费支出的比重。
`,
  { place: '鹤汀市', aliases: ['鹤汀'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

describe('a number that only a note tells', () => {
  it('is quoted from it', async () => {
    const reply = await ask('鹤鸣绿廊有多长')
    expect(reply.answer).toContain('36公里')
    expect(reply.citations[0]?.sentence).toContain('全长约36公里')
  })

  it('answers nothing of another kind', async () => {
    expect((await ask('鹤鸣绿廊要投多少亿元')).outcome).not.toBe('answered')
  })

  it('leaves to the note what a word of it means', async () => {
    expect((await ask('恩格尔系数啥意思')).answer).toContain('食品烟酒支出占消费支出的比重')
  })
})

describe('what a thing named in front does or holds', () => {
  it.each([
    ['去北港的海铁联运班列去年开了多少列', '64列'],
    ['新的体育公园坐得下多少人', '1.6万人'],
    ['我们这儿一共几台出租车', '1320辆'],
    ['去年生了多少个小毛头', '1.84万人'],
    ['平均每一万人里头有几件发明专利', '5.12件'],
    ['银行存款余额总共多少', '2806.4亿元'],
    ['种地的老人那点养老钱今年能涨到一个月多少', '152元'],
  ])('%s', async (question, answer) => {
    expect((await ask(question)).answer).toContain(answer)
  })
})

describe('a time that a colon leads in', () => {
  it('is the time of all that is listed behind it', () => {
    const targets = report.figures.filter(({ period }) => period === '2035').map(({ text }) => text)
    expect(targets).toEqual(['2000亿元', '68%', '42%'])
  })
})

describe('two times compared', () => {
  it('are told by figures that measure the same', async () => {
    expect(printed(await ask('今年定的游客人数目标比去年实际多多少'))).toEqual(
      expect.arrayContaining(['360万人次', '312.5万人次']),
    )
  })

  it('are told by the one that the report has where a number is put right', async () => {
    const reply = await ask('去年市区空气优良天数比例都99%了,比前年还好吧')
    expect(reply.answer).toContain('94.2%')
    expect(reply.text).toContain('不一致')
  })
})

describe('words of a district’s plan', () => {
  const district = assistantOver([
    reportOf(
      'beilin-2031',
      `北临区2030年国民经济和社会发展计划执行情况与2031年计划草案的报告

一、2030年计划执行情况

推动54家规上工业企业完成诊断。规模以上工业企业达到176家。园区企业210家,其中规模以上工业企业90家。改造老旧小区31个。与邻市青安县共建北青合作园,落户项目6个。北临古渡获评国家级夜间消费集聚区。编制本区第十六个五年规划纲要,8月底前形成初稿。区级安排消费券资金300万元。

二、2031年主要任务

北青合作园新落户项目9个以上。
`,
      { place: '北临区' },
    ),
  ])

  it.each([
    ['规上工业企业有多少家', '176家'],
    ['我们这楼比我岁数都大,去年区里改了多少个老小区', '改造老旧小区31个'],
    ['北青合作园是跟哪个县合建的', '青安县'],
    ['区里哪里评上了国家级夜间消费集聚区', '北临古渡'],
    ['十六五规划纲要几时出初稿', '8月底前'],
    ['去年区里拿多少钱发消费券', '300万元'],
  ])('%s', async (question, answer) => {
    expect((await district.ask(question)).reply.answer).toContain(answer)
  })
})
