import { describe, expect, it } from 'vitest'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const { read } = readerOver([lanxi(), qinglan()])

describe('the kind of answer asked for', () => {
  it.each([
    ['就业补助花了多少钱', 'money'],
    ['补助资金有几个亿', 'money'],
    ['停车位多少个', 'count'],
    ['河水要保持在几类', 'which'],
    ['这几个展馆里哪个最先开', 'which'],
    ['全县头一个非遗是哪儿', 'which'],
    ['头一个非遗在哪儿', 'where'],
    ['快件派送了多少亿件', 'count'],
    ['印了几亿张', 'count'],
    ['出口几亿', 'money'],
    ['云帆工厂总投资是多少', 'money'],
    ['这个工程的投资总额有多少', 'money'],
    ['固定资产投资是多少', 'figure'],
    ['供热管网铺了多大面积', 'figure'],
    ['老房子不咋暖和,停车位多少个', 'count'],
    ['有几家高新技术企业', 'count'],
    ['GDP增长多少', 'growth'],
    ['GDP涨了几个点', 'growth'],
    ['GDP增长百分之几', 'growth'],
    ['固定资产投资增速', 'growth'],
    ['绿化率要升到多少', 'figure'],
    ['存款要增加到多少', 'figure'],
    ['出口增速升到多少', 'growth'],
    ['失业人数降了多少', 'growth'],
    ['今年发放多少担保贷款', 'figure'],
    ['住院费不用自己掏,多少老人享受得到', 'count'],
    ['覆盖率百分之多少', 'share'],
    ['覆盖率是多少', 'share'],
    ['建筑业是涨了还是跌了,多少', 'growth'],
    ['最低工资涨了几成', 'growth'],
    ['服务业占几成', 'share'],
    ['取暖补了多少煤钱', 'money'],
    ['服务业占GDP的多少', 'share'],
    ['三次产业几比几', 'share'],
    ['创新指数排名第几', 'rank'],
    ['GDP是多少', 'figure'],
    ['望江大桥什么时候通车', 'when'],
    ['云溪医院在哪里', 'where'],
    ['哪家企业获奖了', 'who'],
    ['新建了哪些学校', 'which'],
    ['食品安全怎么监管', 'how'],
    ['有没有建学校', 'whether'],
    ['学校建好了不?', 'whether'],
    ['食品安全', 'open'],
  ])('of “%s” is %s', (question, kind) => {
    expect(read(question).kind).toBe(kind)
  })

  it.each(['规上工业企业是多大规模的企业', '营收达到多少的企业才算规上', '营收多少以上的才算规上'])(
    'of a bound, as in “%s”, is no figure',
    (question) => {
      const { kind, asksAmount } = read(question)
      expect([kind, asksAmount]).toEqual(['which', false])
    },
  )

  it('keeps the measure word behind 多少 and 几', () => {
    expect(read('停车位多少个').unit).toBe('个')
    expect(read('惠及几户人家').unit).toBe('户')
    expect(read('GDP多少').unit).toBeNull()
    expect(read('开了好几家店,停车位多少个').unit).toBe('个')
  })

  it('hears an outright question for an amount', () => {
    expect(read('新增学位多少').asksAmount).toBe(true)
    expect(read('新增学位情况').asksAmount).toBe(false)
    expect(read('做好哪几方面工作').asksAmount).toBe(false)
  })

  it('hears whether a plan or a result is wanted, and neither where both are named', () => {
    expect(read('GDP目标多少').firmStatus).toBe('target')
    expect(read('GDP实际增长多少').firmStatus).toBe('actual')
    expect(read('GDP目标完成了吗').firmStatus).toBeNull()
    expect(read('GDP多少').firmStatus).toBeNull()
  })
})
