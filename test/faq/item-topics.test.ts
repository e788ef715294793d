import { describe, expect, it } from 'vitest'
import { bodyTopics } from '../../src/faq/body-topics.js'
import { headingClauses, topicOfClause } from '../../src/faq/item-topics.js'
import { itemsOf } from '../../src/faq/propose-sections.js'
import { concepts, reportOf, wording } from './fixture.js'

const topicOf = (clause: string) => topicOfClause(clause, wording, concepts)

describe('what a heading is about', () => {
  it.each([
    ['数字经济蓬勃发展', '数字经济', 'matter'],
    ['县域经济实力稳步提升', '县域经济实力', 'condition'],
    ['城市建设取得新进展', '城市建设', 'matter'],
    ['打造营商环境新标杆', '营商环境', 'matter'],
    ['着力推动招商引资', '推动招商引资', 'action'],
    ['促进经济平稳健康发展', '促进经济平稳健康发展', 'action'],
    ['高质量推进城市更新', '推进城市更新', 'action'],
    ['加快文化强省建设', '文化强省建设', 'matter'],
    ['关于2030年全市一般公共预算收入执行情况的说明', '2030年全市一般公共预算收入', 'state'],
    ['市级一般公共预算收入预期完成84.4亿元', '市级一般公共预算收入', 'state'],
    ['编制原则', '编制原则', 'matter'],
    ['城生态环境进一步优化', '城市生态环境', 'matter'],
  ])('%s: %s', (clause, text, kind) => {
    expect(topicOf(clause)).toEqual({ text, kind })
  })

  it.each([
    '城建管水平进一步提高',
    '锻造高质量发展“排头兵”',
    '按照国家指令性计划进行生产的',
    '稳增长、强发展',
    '坚定发展信心',
  ])('is not told by %s', (clause) => {
    expect(topicOf(clause)).toBeNull()
  })

  it('is read clause by clause', () => {
    expect(headingClauses('聚焦产业升级,锻造“排头兵”')).toEqual(['聚焦产业升级', '锻造“排头兵”'])
  })
})

it('an item without such a heading is about what it alone speaks of most', () => {
  const report = reportOf()
  const topics = bodyTopics(report, itemsOf(report), concepts, wording)
  expect([...topics.values()].flat().length).toBeGreaterThan(0)
  for (const [item, names] of topics) {
    const { start, end } = report.sections[item]!
    for (const name of names) expect(report.text.slice(start, end)).toContain(name)
  }
})
