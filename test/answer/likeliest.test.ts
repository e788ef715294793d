import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ComposedAssistant, composeAssistant } from '../../src/compose.js'
import { loadConfig } from '../../src/config/load-config.js'

let composed: ComposedAssistant

beforeAll(async () => {
  const index = mkdtempSync(join(tmpdir(), 'qingwen-likeliest-'))
  composed = await composeAssistant(loadConfig({ index }), () => {})
})
afterAll(() => composed.close())

async function ask(question: string) {
  const { reply, trace } = await composed.assistant.ask(question)
  return { ...reply, decision: trace.decision.join('\n') }
}

describe('the likeliest figure', () => {
  it.each([
    ['网上买卖一年做了多少钱的生意', '151亿元'],
    ['去年新冒出来的铺子掌柜净多了几户', '17037户'],
  ])(
    'answers where a citizen’s words are the report’s in nothing but their meaning: “%s”',
    async (question, figure) => {
      const { outcome, answer, decision } = await ask(question)
      expect(outcome).toBe('answered')
      expect(answer).toContain(figure)
      expect(decision).toMatch(/最可能是所问的\(\d+%\)/)
    },
  )

  it.each([
    ['货场村安置房去年卖了几套', 'its own words meet nothing, and two figures of the sentence are alike'],
    ['南镇学校多了几个学位', 'three schools have them together'],
    ['每户适老化改造补了多少钱', 'it is no sum for each'],
    ['去年菜场改造了几个', 'the report has no word of it'],
    ['去年修了几座过街天桥', 'the report has no word of it'],
  ])('does not answer “%s”: %s', async (question) => {
    const { outcome } = await ask(question)
    expect(outcome).not.toBe('answered')
  })
})
