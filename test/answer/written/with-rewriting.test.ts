import { describe, expect, it } from 'vitest'
import { rewordDraft, scriptedModel } from '../../../bench/model/scripted-model.js'
import type { Assistant } from '../../../src/answer/assistant.js'
import { openAccount } from '../../../src/answer/written/account.js'
import { createRewriter, isMadeOf } from '../../../src/answer/written/rewrite-question.js'
import { withRewriting } from '../../../src/answer/written/with-rewriting.js'
import type { ChatModel } from '../../../src/model/chat-model.js'
import { ModelError } from '../../../src/model/model-error.js'
import { redactPersonal } from '../../../src/text/redact.js'
import { lanxi } from '../../fixtures/lanxi.js'
import { assistantOver } from '../../fixtures/small-assistant.js'
import { houseWith } from './house.js'

const FIRST = '2031年地区生产总值增长目标是多少?'
const FOLLOW_UP = '那食品安全怎么监管呢?'

const plain = assistantOver([lanxi()])
/** An assistant that understands no follow-up: what a model is there to mend. */
const deaf: Assistant = {
  ...plain,
  ask: (question, options = {}) => plain.ask(options.conversation ? '地铁票价多少钱?' : question),
}

function rewriting(question: string | Error, inner = assistantOver([lanxi()])) {
  const asked: string[] = []
  const model: ChatModel = {
    modelId: 'm',
    async ask({ messages, schema, onUsage }) {
      onUsage?.({ promptTokens: 300, completionTokens: 20, isEstimated: false })
      asked.push(messages.map(({ content }) => content).join('\n'))
      if (question instanceof Error) throw question
      return { document: schema.read({ question }), rung: 'prompt' }
    },
  }
  const rewrite = createRewriter({ model, redact: redactPersonal, price: { prompt: 2, completion: 8 } })
  return { assistant: withRewriting(inner, rewrite, 20_000), asked }
}

async function converse(assistant: Assistant, first: string, second: string) {
  const before = await assistant.ask(first)
  const conversation = JSON.parse(JSON.stringify(before.conversation))
  return assistant.ask(second, { conversation })
}

describe('a follow-up completed by a model', () => {
  it('keeps every word of its own and takes others only from the question before', () => {
    expect(isMadeOf('2031年规模以上工业增加值增长目标是多少?', FIRST, '规模以上工业增加值呢?')).toBe(true)
    expect(isMadeOf('2031年地区生产总值增长目标是多少?', FIRST, '规模以上工业增加值呢?')).toBe(false)
    expect(isMadeOf('2030年规模以上工业增加值增长目标是多少?', FIRST, '规模以上工业增加值呢?')).toBe(false)
    expect(isMadeOf('规模以上工业增加值的上海目标是多少?', FIRST, '规模以上工业增加值呢?')).toBe(false)
    expect(isMadeOf(FIRST, FIRST, '那呢?')).toBe(false)
  })

  it('is asked for only behind another question that could not be answered', async () => {
    const { assistant, asked } = rewriting('x')
    await assistant.ask('地铁票价多少钱?')
    await converse(assistant, '望江大桥什么时候通车?', '2031年改造老旧小区多少个?')
    expect(asked).toHaveLength(0)
  })

  it('is answered as the whole question, under the words that were typed, and staff see it', async () => {
    const { assistant, asked } = rewriting('2031年食品安全怎么监管?', deaf)
    const { reply, trace } = await converse(assistant, FIRST, FOLLOW_UP)
    expect(asked).toHaveLength(1)
    expect(reply).toMatchObject({ outcome: 'answered', question: FOLLOW_UP })
    expect(reply.answer).toContain('加强食品安全监管')
    expect(trace.decision[0]).toContain('2031年食品安全怎么监管')
    expect(trace.model).toMatchObject({ requests: 1, promptTokens: 300, completionTokens: 20, reason: null })
    expect(trace.model!.cost).toBeCloseTo((300 * 2 + 20 * 8) / 1e6)
  })

  it.each([['增长目标是99%吗?'], ['上海的天气怎么样?'], [FIRST]])('is not asked as “%s”', async (wrong) => {
    const { assistant, asked } = rewriting(wrong)
    const plain = await converse(assistantOver([lanxi()]), FIRST, '地铁票价怎么定?')
    const { reply } = await converse(assistant, FIRST, '地铁票价怎么定?')
    expect(asked).toHaveLength(1)
    expect(reply.outcome).toBe(plain.reply.outcome)
    expect(reply.answer).toBe(plain.reply.answer)
  })

  it('does without the model where it fails, and sends no phone numbers', async () => {
    const { assistant, asked } = rewriting(new ModelError('timeout', '没有答完'))
    const { reply, trace } = await converse(assistant, FIRST, '地铁票价怎么定?我电话13812345678')
    expect(reply.outcome).not.toBe('answered')
    expect(asked).toHaveLength(1)
    expect(asked[0]).not.toContain('1381234')
    expect(trace.notices.at(-1)).toContain('没有答完')
    expect(trace.model).toMatchObject({ mode: 'extractive', requests: 1, reason: '没有答完' })
  })

  it('is counted with what the reply itself took', async () => {
    const house = houseWith(scriptedModel(rewordDraft), [lanxi()])
    const deafHouse: Assistant = {
      ...house,
      ask: (question, options = {}) => house.ask(options.conversation ? '地铁票价多少钱?' : question, options),
    }
    const { assistant } = rewriting('2031年食品安全怎么监管?', deafHouse)
    const { reply, trace } = await converse(assistant, FIRST, FOLLOW_UP)
    expect(reply.mode, trace.model?.reason ?? '').toBe('llm')
    const alone = (await house.ask('2031年食品安全怎么监管?')).trace.model!
    expect(trace.model).toMatchObject({ mode: 'llm', requests: 2, promptTokens: alone.promptTokens + 300 })
    expect(trace.model!.cost).toBeGreaterThan(alone.cost!)
  })

  it('leaves the second question what is left of the time, and is not begun with less than it needs', async () => {
    const limits: (number | undefined)[] = []
    const watched: Assistant = {
      ...deaf,
      ask(question, options = {}) {
        limits.push(options.modelTimeMs)
        return deaf.ask(question, options)
      },
    }
    const given: number[] = []
    const within = (timeoutMs: number) =>
      withRewriting(
        watched,
        async (_, __, timeLimitMs) => {
          given.push(timeLimitMs)
          return { question: '2031年食品安全怎么监管?', model: openAccount('m', null).close('extractive', null) }
        },
        timeoutMs,
      )
    await converse(within(60_000), FIRST, FOLLOW_UP)
    expect(given).toEqual([18_000])
    expect(limits.at(-1)).toBeLessThan(60_000)
    // Finding nothing takes longer than that.
    await converse(within(0.01), FIRST, FOLLOW_UP)
    expect(given).toEqual([18_000])
  })
})
