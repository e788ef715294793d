import { tmpdir } from 'node:os'
import { createAssistant } from '../src/answer/create-assistant.js'
import { createWriter } from '../src/answer/written/write-with-model.js'
import { isUnanswerable, type Judgement, judgeReply } from '../src/eval/judge-reply.js'
import type { GoldQuestion } from '../src/eval/read-gold.js'
import { createGate } from '../src/gate/create-gate.js'
import type { ChatModel } from '../src/model/chat-model.js'
import { createCircuitBreaker } from '../src/model/circuit-breaker.js'
import { guardModel } from '../src/model/guard-model.js'
import { createLadder } from '../src/model/ladder.js'
import { createOpenAiEndpoint } from '../src/model/openai-endpoint.js'
import { createTokenBudget } from '../src/model/token-budget.js'
import { createDenseSearch } from '../src/retrieval/dense-search.js'
import { scriptedModel } from './model/scripted-model.js'
import { eagerScript, honestScript, quotingScript } from './model/scripts.js'
import type { Prepared } from './prepare.js'
import { percent, type Section } from './section.js'

/** Where nobody listens. */
const DEAD = 'http://127.0.0.1:9/v1'

/** Question sets answered without a model, and with models that behave in known ways. */
export async function measureLlm(prepared: Prepared): Promise<Section[]> {
  const sections: Section[] = []
  for (const { name, questions } of prepared.sets) {
    const rows: string[][] = []
    for (const [kind, model] of Object.entries(models(questions)))
      rows.push([kind, ...(await measure(model, questions, prepared))])
    sections.push({ title: `Replies worded by scripted models: ${name}`, columns: COLUMNS, rows })
  }
  return sections
}

const COLUMNS = ['model', 'right', 'false answers', 'false refusals', 'unsupported', 'worded', 'requests', 'slowest ms']

function models(questions: readonly GoldQuestion[]): Record<string, ChatModel | null> {
  return {
    none: null,
    'honest: the right ids': scriptedModel(honestScript(questions)),
    'eager: answers everything': scriptedModel(eagerScript),
    'quotes any sentence': scriptedModel(quotingScript),
    'dead endpoint': deadModel(),
  }
}

function deadModel(): ChatModel {
  const endpoint = createOpenAiEndpoint({ apiKey: null, baseUrl: DEAD, model: 'dead' })
  const ladder = createLadder(endpoint, { get: () => undefined, set: () => {} })
  const budget = createTokenBudget({ dailyTokens: null, path: `${tmpdir()}/qingwen-bench-tokens.json` })
  return guardModel(ladder, createCircuitBreaker(), budget)
}

async function measure(model: ChatModel | null, questions: readonly GoldQuestion[], prepared: Prepared) {
  const { reports, index, embedder } = prepared
  const gate = createGate(reports)
  const assistant = createAssistant({
    reports,
    gate,
    dense: createDenseSearch({ ...index, embedder }),
    write: model ? createWriter({ model, gate, timeoutMs: 20_000, redact: (text) => text, price: null }) : undefined,
    status: { vectorIndex: 'exact', embeddingModel: embedder.modelId, notices: [] },
  })
  const judged: Judgement[] = []
  let [worded, requests, slowest] = [0, 0, 0]
  for (const gold of questions) {
    const started = performance.now()
    const { reply, trace } = await assistant.ask(gold.question)
    slowest = Math.max(slowest, performance.now() - started)
    worded += reply.mode === 'llm' ? 1 : 0
    requests += trace.model?.requests ?? 0
    judged.push(judgeReply(gold, reply, reports))
  }
  const count = (kind: string) => `${judged.filter((one) => one.kind === kind).length}`
  const right = judged.filter(({ kind }) => kind === 'right').length
  const refusable = questions.filter(isUnanswerable).length
  return [
    `${right}/${questions.length} ${percent(right / questions.length)}`,
    `${count('false answer')}/${refusable}`,
    count('false refusal'),
    `${judged.reduce((sum, { unsupported }) => sum + unsupported.length, 0)}`,
    percent(worded / questions.length),
    `${requests}`,
    slowest.toFixed(0),
  ]
}
