import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'qiaoshan-2031',
  `桥山省2031年政府工作报告

一、2030年工作回顾

地区生产总值达到4.82万亿元、增长5.3%。三大先导产业规模突破1.6万亿元。铁路运营里程突破6000公里、达6215公里。

生猪出栏3120万头,居全国第6位。云台古窑申遗成功,实现我省世界文化遗产“零的突破”。石鼓村入选全国美丽乡村“十大范例”。青螺湖水质首次达Ⅲ类。

城乡低保标准提高到每人每月810元和620元。

二、2031年预期目标

全省经济社会发展的主要预期目标是:地区生产总值增长5%左右,一般公共预算收入增长3%左右,城镇新增就业41万人,居民消费价格涨幅2%左右。

三、2031年重点工作

确保全省生猪出栏稳定在3000万头以上。核桃、油茶全产业链产值分别达到160亿元、90亿元,中药材全产业链产值达到75亿元。确保青螺湖水质稳定保持在Ⅲ类。

大力培育未来产业。要大力发展合成生物、商业航天、深海装备和新型储能产业。推动未来产业快速发展,抓好新兴产业、传统产业协同。

打造引领中部崛起的开放高地。以中部崛起为契机,扩大开放,建设开放通道、开放平台。推动望海关口岸复通。优化综合保税区管理,推动铁路、航空口岸通关便利化。
`,
  { place: '桥山省', aliases: ['桥山'] },
)
const assistant = assistantOver([report])

async function ask(question: string) {
  return (await assistant.ask(question)).reply
}

describe('a number', () => {
  it('is said itself, not the mark that it passed', async () => {
    const { answer } = await ask('铁路运营里程一共多少公里')
    expect(answer).toContain('6215公里')
    expect(answer).not.toContain('6000公里')
  })

  it('that is said to have been passed asks for the measure, not for whatever passed one', async () => {
    const { answer } = await ask('去年地区生产总值已经突破5万亿了吧')
    expect(answer).toContain('4.82万亿元')
    expect(answer).not.toContain('1.6万亿元')
  })

  it('of the whole place is another year’s figure, too', async () => {
    expect((await ask('2030年全省生猪出栏多少头')).answer).toContain('3120万头')
  })

  it('is found where the ledger alone names its owner', async () => {
    expect((await ask('城镇低保提到多少钱一个月')).answer).toContain('810元')
  })

  it('is nobody’s whose name no report writes, where names tell the figures apart', async () => {
    expect((await ask('核桃全产业链今年要做到多少产值')).answer).toContain('160亿元')
    expect((await ask('椪兲全产业链今年要做到多少产值')).outcome).not.toBe('answered')
  })
})

describe('a time said twice', () => {
  it('is asked once', async () => {
    const { answer } = await ask('侄子今年毕业,正到处找活呢。今年城镇新增就业要达到多少人')
    expect(answer).toContain('41万人')
    expect(answer).not.toContain('[2]')
  })
})

describe('the list of targets', () => {
  it('is no answer to how many 指标 of something unheard of there are', async () => {
    expect((await ask('今年车牌竞拍放多少个指标')).outcome).not.toBe('answered')
  })
})

describe('a sentence', () => {
  it.each([
    ['未来产业要大力发展哪些产业', '合成生物、商业航天、深海装备'],
    ['今年要打造成引领中部崛起的什么', '开放高地'],
    ['今年想让哪个口岸恢复通关', '望海关'],
  ])('that fills the question’s blank answers: “%s”', async (question, said) => {
    expect((await ask(question)).answer).toContain(said)
  })

  it.each(['青螺湖的水今年要稳在几类', '听说青螺湖去年水质已经到二类了,真的吗'])(
    'that tells a class answers: “%s”',
    async (question) => {
      expect((await ask(question)).answer).toContain('Ⅲ类')
    },
  )

  it('that tells no class does not', async () => {
    expect((await ask('云台古窑的水质是几类')).outcome).not.toBe('answered')
  })

  it.each([
    ['哪个村入选了全国美丽乡村“十大范例”', '石鼓村'],
    ['咱桥山头一个世界文化遗产是哪儿', '云台古窑'],
  ])('that names the one asked for answers: “%s”', async (question, said) => {
    expect((await ask(question)).answer).toContain(said)
  })
})

describe('a poem', () => {
  it('is written for nobody, whatever the report says of its matter', async () => {
    expect((await ask('给青螺湖写一首五言诗')).outcome).toBe('off_topic')
  })
})
