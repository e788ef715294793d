import { describe, expect, it } from 'vitest'
import { reportOf } from '../fixtures/report-of.js'
import { assistantOver } from '../fixtures/small-assistant.js'

const report = reportOf(
  'yunhe-2032',
  `云禾市2031年预算执行情况与2032年预算草案的报告

一、2031年预算执行情况

(一)一般公共预算

全市一般公共预算收入完成90亿元,加上转移性收入60亿元,收入合计150亿元。一般公共预算支出120亿元,增长2.5%。

市级一般公共预算收入年初预算为30亿元,实际完成31亿元。一般公共预算支出44亿元,其中债务付息支出3亿元。

1、公共安全支出完成9亿元,增加5200万元,增长6.1%。

2、债务付息支出完成7亿元。

(二)政府性基金预算

1、债务付息支出完成2亿元。

二、2032年预算草案

全市一般公共预算收入安排95亿元,增长5.6%。

三、2031年各区预算执行情况

(一)桃溪开发区

一般公共预算支出6亿元,增长11%。
`,
  { place: '云禾市', aliases: ['云禾'] },
)
const assistant = assistantOver([report])
const answerTo = async (question: string) => (await assistant.ask(question)).reply.answer

describe('whose account is asked for', () => {
  it.each([
    ['2031年一般公共预算支出是多少', '120亿元', '6亿元'],
    ['桃溪开发区2031年一般公共预算支出是多少', '6亿元', '120亿元'],
    ['2031年市级一般公共预算支出是多少', '44亿元', '120亿元'],
    ['2031年一般公共预算收入合计是多少', '150亿元', '90亿元'],
    ['2031年市级一般公共预算收入年初预算是多少', '30亿元', '31亿元'],
    ['2031年市级一般公共预算收入是多少', '31亿元', '30亿元'],
    ['2031年全市公共安全支出增加了多少万元', '5200万元', '120亿元'],
  ])('%s: %s', async (question, said, unsaid) => {
    const answer = await answerTo(question)
    expect(answer).toContain(said)
    expect(answer).not.toMatch(new RegExp(`(?<!\\d)${unsaid}`))
  })
})
