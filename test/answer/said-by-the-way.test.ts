import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'

const report = reportOf(
  'meixi-2031',
  `梅溪区2030年国民经济和社会发展计划执行情况与2031年国民经济和社会发展计划草案的报告

一、2030年计划执行情况

图书馆实行“300天夜读不歇业”制度。由受聘机构开展水质评价。筹办江州海洋大学。入围企业“云帆重工”获区长质量奖。开展“百企连心”行动,帮助企业。建设棋语小屋6处。加快52个茶园项目建设,青石路、柳荫路等52个路口机械化清扫。建设公租房310套,云溪小学投入使用。加快4200套共17个安居房项目建设。推行“路长+校长”护学机制。江岭集团获得企业AA信用评级。云岭米入选2030年最受欢迎的江州十大地标特产品牌。发放养老床位补助资金90万元。完成1200户山区住户接入宽带光网。恐龙化石馆委托云帆文旅负责运营。

高龄津贴、护理津贴标准分别从每人每月80元、120元提高到95元、150元。

二、2031年主要任务

(一)抓好山区道路建设。

(二)推进老旧小区改造。发动业主参与,完成今年860户改造任务。推进竹海民宿、云溪茶园、冷泉鱼庄等乡村旅游项目14个,总投资约3.6亿元。江州古道项目投资2亿元。

(三)扶持“四坊”产业［2］。

名词解释

1.“三链”产业:

梅溪南岸发展方案提出的产业,包括云母加工、竹木家居、冷水渔业。

［2］“四坊”产业:

竹坊、茶坊、布坊、纸坊。
`,
  { place: '江州市梅溪区', aliases: ['梅溪'] },
)
const assistant = assistantOver([report])
const ask = async (question: string) => (await assistant.ask(question)).reply

it('answers no question whose story alone the report knows, where that is off-topic', async () => {
  expect((await ask('我手里有云帆重工的股票,现在甩掉划算吗')).outcome).toBe('off_topic')
  expect(printed(await ask('女朋友家在山区,宽带光网接入了多少户'))).toContain('1200户')
})

describe('what the story names and the question counts', () => {
  it.each(['我外公爱去棋语小屋下棋,去年区里新建了几个', '棋语小屋我家孩子天天去,去年到底增加了几个哟'])(
    'is what is asked for: “%s”',
    async (question) => {
      expect((await ask(question)).answer).toContain('6处')
    },
  )

  it('is a name without the 等 that a sentence of waiting has behind it', async () => {
    expect((await ask('我们盼茶园等了很久,去年加快的到底有几个')).answer).toContain('52个')
  })

  it('is not how few of something there are', async () => {
    expect((await ask('早上没见几个人拿扫把,是不是用机械化清扫了')).answer).toContain('机械化清扫')
  })
})

describe('what is asked of a thing', () => {
  it.each(['想申请公租房,打哪个电话', '云溪小学划片是哪几个小区'])(
    'is answered by no other word of the report: “%s”',
    async (question) => {
      expect((await ask(question)).outcome).not.toBe('answered')
    },
  )
})

describe('what is counted', () => {
  it('is what the 共 in front of it counts', async () => {
    const { answer } = await ask('安居房项目一共几个')
    expect(answer).toContain('17个')
    expect(answer).not.toContain('4200')
  })

  it('in so many As is a grade', async () => {
    expect((await ask('江岭集团信用评级拿了几个A')).answer).toContain('AA')
  })

  it.each(['养老床位每张补助多少钱', '养老床位补助每套多少钱'])('for one is no total: “%s”', async (question) => {
    expect((await ask(question)).answer ?? '').not.toContain('90万元')
  })
})

describe('a name in marks', () => {
  it('in front of the words of the question is what is asked', async () => {
    expect((await ask('上学放学有人护着的那个护学机制叫什么')).answer).toContain('“路长+校长”')
  })
})

describe('an off-topic word', () => {
  it('is none where one sentence says all the rest', async () => {
    expect((await ask('哪个牌子入选江州十大地标特产')).answer).toContain('云岭米')
    expect((await ask('哪个牌子的特产好吃')).outcome).toBe('off_topic')
  })
})

describe('several things added up', () => {
  it('are what one sentence says of them together', async () => {
    const { answer } = await ask('竹海民宿、云溪茶园那一批乡村旅游项目,加起来总投资多少')
    expect(answer).toContain('3.6亿元')
    expect(answer).not.toContain('2亿元')
  })
})

describe('what the ledger does not hold', () => {
  it('is counted in days by the clause that names them', async () => {
    expect((await ask('图书馆夜读一年有多少天')).answer).toContain('300天')
  })

  it('is not counted for another time', async () => {
    expect((await ask('2030年给多少户山区住户接入宽带光网')).answer).toContain('1200户')
    const { outcome, answer } = await ask('2031年还要给多少户山区住户接入宽带光网')
    expect(outcome).not.toBe('answered')
    expect(answer).not.toContain('1200')
  })
})

describe('a share said once for several numbers', () => {
  it('holds for each of them', async () => {
    expect(printed(await ask('护理津贴提到每人每月多少钱'))).toEqual(['150元'])
  })
})

describe('a number that tells what is done, but not to what', () => {
  it('belongs to what its heading names', async () => {
    expect(printed(await ask('今年老旧小区要改造多少户'))).toEqual(['860户'])
  })
})

describe('an entry of a glossary', () => {
  it('is answered with what stands behind it', async () => {
    const { outcome, answer } = await ask('“三链”产业包括哪几类')
    expect(outcome).toBe('answered')
    expect(answer).toContain('竹木家居')
  })

  it('comes first where what something is made of is asked, and its note mark is no citation', async () => {
    const { outcome, answer } = await ask('“四坊”产业是哪四个')
    expect(outcome).toBe('answered')
    expect(answer).toContain('茶坊')
    expect(answer).not.toContain('［2］')
  })
})

describe('the name of a thing', () => {
  it('is not answered by a sentence that only has the question’s own words', async () => {
    expect((await ask('受聘的机构叫什么名字')).outcome).not.toBe('answered')
  })

  it('is answered by one that goes on to the name', async () => {
    expect((await ask('入围的企业叫什么名字')).answer).toContain('云帆重工')
    expect((await ask('筹办的海洋大学叫什么名字')).answer).toContain('江州海洋大学')
    expect((await ask('帮助企业的行动叫什么')).answer).toContain('百企连心')
  })
})

describe('a word of a matter that no report covers', () => {
  it('keeps nobody from what the report itself writes with it', async () => {
    expect((await ask('恐龙化石馆委托给哪家运营了')).answer).toContain('云帆文旅')
  })

  it('is turned away where no sentence that answers has it', async () => {
    expect((await ask('恐龙是怎么灭绝的')).outcome).toBe('off_topic')
    expect((await ask('恐龙化石馆的运营股价多少')).outcome).toBe('off_topic')
  })
})
