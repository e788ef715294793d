import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/report/parse-report.js'
import { noSidecar } from '../../src/report/sidecar.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = parseReport({
  id: 'beiling-2031',
  file: '/corpus/beiling-2031.txt',
  format: 'text',
  text: `2031年北岭省政府工作报告

各位代表:

现在,我代表省人民政府,向大会报告工作。

一、2030年工作回顾

全省工业经济总量突破2万亿元。全省地区生产总值达到6.3万亿元、增长5.6%。规上工业增加值增长7.1%,工业投资增长12%。高速公路项目开工9个,新改建农村公路800公里。

原煤产量3.4亿吨,发电量2100亿千瓦时。全年接待游客4亿人次、总花费超过5200亿元。高速铁路运营里程从800公里增加到1万6千公里。基本养老保险参保率达到97%。

城市空气质量优良天数比率91.5%,PM_2.5浓度下降6%。清洁能源装机比重达61%。职工、居民住院报销比例分别提高至82%、66%。发放住房保障家庭租赁补贴2万户。

坐动车由北州到南州的时间由9小时缩短到4小时。五年来,居民医保补助标准由每人300元提高到700元。开工建设30万吨级码头。

二、2031年工作安排

今年发展主要预期目标是:地区生产总值增长5%左右,数字经济规模增长15%,物流总费用与生产总值的比率下降0.4个百分点。高中阶段毛入学率提高到95%。新建新能源汽车充电设施7万个。新增地铁运营里程33公里。造林160万亩。参加养老保险参保510万人。投入90亿元办好20件民生实事。PM_2.5浓度控制在28微克/立方米以内。治理中心城区堵乱点45处。争取龙山石窟申遗成功。推进青石古遗址公园建设。
`,
  sidecar: { ...noSidecar, default: true, place: '北岭省', aliases: ['北岭'] },
})
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('what everybody asks of a province', () => {
  it.each([
    ['北岭去年经济总量有多少亿', '6.3万亿元'],
    ['去年挖了多少煤', '3.4亿吨'],
    ['电厂去年发了多少电', '2100亿千瓦时'],
    ['来咱们省旅游的人总共花了多少钱', '5200亿元'],
    ['高铁一共建了多长', '1万6千公里'],
    ['去年空气好的天数占多少', '91.5%'],
    ['今年pm2.5要压到多少以内', '28微克'],
    ['清洁能源装机占多少', '61%'],
    ['我妈是职工医保,住院能报百分之几', '82%'],
    ['坐动车从北州到南州得几个钟头', '4小时'],
    ['居民医保补助,五年里从多少涨到多少', '700元'],
    ['今年办民生实事打算花多少钱', '90亿元'],
    ['今年中心城区要治多少处堵点', '45处'],
    ['今年争取哪处申遗成功', '龙山石窟'],
    ['今年经济要涨多少', '5%'],
    ['去年工业涨了多少', '7.1%'],
    ['今年山上要种多少树', '160万亩'],
  ])('%s', async (question, said) => {
    const { outcome, answer } = await ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toContain(said)
  })
})

describe('what is told by another thing', () => {
  it.each([
    ['去年PM2.5降到多少了', '6%'],
    ['退休的养老金涨到多少了', '97%'],
    ['退休的养老金涨到多少了', '510万人'],
    ['造了多少辆新能源车', '7万个'],
    ['大学毛入学率多少', '95%'],
    ['地铁一共多长', '33公里'],
    ['新盖了多少套保障房', '2万户'],
    ['高速公路通了多少公里', '800公里'],
    ['码头运了多少货', '30万吨'],
  ])('%s', async (question, other) => {
    expect((await ask(question)).answer).not.toContain(other)
  })
})
