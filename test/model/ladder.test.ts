import { afterEach, describe, expect, it } from 'vitest'
import { createCircuitBreaker } from '../../src/model/circuit-breaker.js'
import { guardModel } from '../../src/model/guard-model.js'
import { ModelError } from '../../src/model/model-error.js'
import { createTokenBudget } from '../../src/model/token-budget.js'
import { DOCUMENT, memory, modelAt, request } from './fixture.js'
import { type AskedBody, type ModelServer, type Said, startModelServer } from './model-server.js'

const refuse = (message: string, status = 400): Said => ({ kind: 'error', status, json: { error: { message } } })
const text = (said: string, as?: 'content' | 'reasoning_content' | 'reasoning' | 'call'): Said => ({
  kind: 'text',
  text: said,
  ...(as && { as }),
})

interface Kind {
  name: string
  rung: string
  /** Requests of the first question. */
  first: number
  say: (body: AskedBody) => Said
}

const formatOf = (body: AskedBody) => body.response_format?.type
const told = (body: AskedBody) => body.messages.map(({ content }) => content).join('\n')

/** How servers behave, by their documentation and their answers to requests of this kind. */
const KINDS: Kind[] = [
  {
    name: 'one that enforces schemas, as OpenAI and vLLM do',
    rung: 'json_schema',
    first: 1,
    say: (body) => (formatOf(body) === 'json_schema' ? text(DOCUMENT) : refuse('unexpected')),
  },
  {
    name: 'vLLM with a reasoning parser: no content, all of it among the thoughts',
    rung: 'json_schema',
    first: 1,
    say: () => text(DOCUMENT, 'reasoning_content'),
  },
  {
    name: 'DeepSeek: no json_schema, and json_object only where the prompt says JSON',
    rung: 'json_object',
    first: 2,
    say: (body) => {
      if (formatOf(body) === 'json_schema') return refuse('This response_format type is unavailable now')
      if (!/json/i.test(told(body))) return refuse("Prompt must contain the word 'json' in some form")
      return text(DOCUMENT)
    },
  },
  {
    name: 'Qwen while it thinks: no response_format, no forced tool',
    rung: 'prompt',
    first: 4,
    say: (body) => {
      if (formatOf(body)) return refuse('Json mode response is not supported when enable_thinking is true')
      if (body.tools) return refuse('The tool_choice parameter does not support being set to object in thinking mode')
      return text(`<think>\n市民问{好吗},要答 {"answer": …}\n</think>\n\n\`\`\`json\n${DOCUMENT}\n\`\`\``)
    },
  },
  {
    name: 'a Qwen model that knows tools only',
    rung: 'tool',
    first: 3,
    say: (body) => (formatOf(body) ? refuse('response_format is not supported', 422) : text(DOCUMENT, 'call')),
  },
  {
    name: 'an old Ollama: takes json_schema without heeding it, but knows json_object',
    rung: 'json_object',
    first: 2,
    say: (body) => (formatOf(body) === 'json_object' ? text(DOCUMENT) : text('好的,我来回答。')),
  },
  {
    name: 'Ollama with a thinking model: an end of thoughts without its beginning',
    rung: 'json_schema',
    first: 1,
    say: () => text(`先想一想。</think>${DOCUMENT}`),
  },
  {
    name: 'one that wraps its JSON in a fence, with words around it',
    rung: 'json_schema',
    first: 1,
    say: () => text(`好的,下面是回答:\n\`\`\`json\n${DOCUMENT}\n\`\`\`\n希望有帮助。`),
  },
  {
    name: 'one that leaks its thoughts, with JSON among them',
    rung: 'json_schema',
    first: 1,
    say: () => text(`<think>要写 {"answer": "坏"} 吗?</think>${DOCUMENT}`),
  },
  {
    name: 'one that answers in one piece, content null, all of it among the thoughts',
    rung: 'json_schema',
    first: 1,
    say: () => {
      const message = { role: 'assistant', content: null, reasoning_content: DOCUMENT }
      return { kind: 'whole', json: { choices: [{ message, finish_reason: 'stop' }] } }
    },
  },
  {
    name: 'one that answers schemas with content null and nothing else, and knows json_object',
    rung: 'json_object',
    first: 2,
    say: (body) => {
      const message = { role: 'assistant', content: formatOf(body) === 'json_object' ? DOCUMENT : null }
      return { kind: 'whole', json: { choices: [{ message, finish_reason: 'stop' }] } }
    },
  },
  {
    name: 'vLLM without a tool parser and without guided decoding',
    rung: 'prompt',
    first: 4,
    say: (body) => {
      if (formatOf(body)) return refuse('guided decoding is not available')
      if (body.tools) return refuse('"auto" tool choice requires --enable-auto-tool-choice to be set')
      return text(`好的:${DOCUMENT}`)
    },
  },
]

let server: ModelServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

describe('the ladder', () => {
  it.each(KINDS)('finds the rung of $name, and stays there', async ({ say, rung, first }) => {
    server = await startModelServer(({ body }) => say(body))
    const model = modelAt(server.url)
    await expect(model.ask(request())).resolves.toEqual({ document: { answer: '好' }, rung })
    expect(server.asked).toHaveLength(first)
    await expect(model.ask(request())).resolves.toMatchObject({ rung })
    expect(server.asked).toHaveLength(first + 1)
  })

  it('keeps to what another run has found', async () => {
    server = await startModelServer(() => text(DOCUMENT))
    const remembered = memory()
    remembered.set(`${server.url} m`, 'json_object')
    await expect(modelAt(server.url, remembered).ask(request())).resolves.toMatchObject({ rung: 'json_object' })
    expect(server.asked[0]!.body.response_format).toEqual({ type: 'json_object' })
  })

  it('goes on below a rung that the server refuses since then', async () => {
    server = await startModelServer(({ body }) => (formatOf(body) ? refuse('no formats') : text(DOCUMENT, 'call')))
    const remembered = memory()
    remembered.set(`${server.url} m`, 'json_object')
    await expect(modelAt(server.url, remembered).ask(request())).resolves.toMatchObject({ rung: 'tool' })
    expect(remembered.rungs.get(`${server.url} m`)).toBe('tool')
  })

  it('gives a rung that worked a second chance, and looks for another after that', async () => {
    server = await startModelServer(() => text('散文'))
    const remembered = memory()
    remembered.set(`${server.url} m`, 'json_schema')
    const model = modelAt(server.url, remembered)
    await expect(model.ask(request())).rejects.toMatchObject({ fault: 'malformed' })
    expect(remembered.rungs.size).toBe(1)
    await expect(model.ask(request())).rejects.toMatchObject({ fault: 'malformed' })
    expect(remembered.rungs.size).toBe(0)
    expect(server.asked).toHaveLength(2)
  })

  it('says so where no way works', async () => {
    server = await startModelServer(() => text('散文'))
    const error = await modelAt(server.url)
      .ask(request())
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ModelError)
    expect(error).toMatchObject({ fault: 'unusable' })
    expect(server.asked).toHaveLength(4)
  })

  it('ends with no way at all, and the next question asks none of them', async () => {
    server = await startModelServer(() => text('散文'))
    const budget = createTokenBudget({ dailyTokens: null, path: '/nonexistent/tokens.json' })
    const guarded = guardModel(modelAt(server.url), createCircuitBreaker(), budget)
    await expect(guarded.ask(request())).rejects.toMatchObject({ fault: 'unusable' })
    expect(server.asked).toHaveLength(4)
    await expect(guarded.ask(request())).rejects.toMatchObject({ fault: 'resting' })
    expect(server.asked).toHaveLength(4)
  })

  it('does without token counts where the server knows no stream_options', async () => {
    server = await startModelServer(({ body }) =>
      body.stream_options ? refuse('Unrecognized request argument: stream_options') : text(DOCUMENT),
    )
    const used: unknown[] = []
    const model = modelAt(server.url)
    await model.ask(request({ onUsage: (usage) => used.push(usage) }))
    await model.ask(request())
    expect(server.asked).toHaveLength(3)
    expect(used).toEqual([{ promptTokens: expect.any(Number), completionTokens: DOCUMENT.length, isEstimated: true }])
  })

  it('reads a server that answers in one piece though asked for a stream', async () => {
    const choices = [{ message: { content: DOCUMENT }, finish_reason: 'stop' }]
    server = await startModelServer(() => ({
      kind: 'whole',
      json: { choices, usage: { prompt_tokens: 7, completion_tokens: 5 } },
    }))
    const used: unknown[] = []
    await modelAt(server.url).ask(request({ onUsage: (usage) => used.push(usage) }))
    expect(used).toEqual([{ promptTokens: 7, completionTokens: 5, isEstimated: false }])
  })
})
