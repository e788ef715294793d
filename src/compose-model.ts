import type { Assistant } from './answer/assistant.js'
import type { RewriteQuestion } from './answer/written/rewrite-question.js'
import type { WriteWithModel } from './answer/written/write-with-model.js'
import type { Config } from './config/load-config.js'
import type { ModelSettings } from './config/model-settings.js'
import type { Gate } from './gate/create-gate.js'
import type { ChatModel } from './model/chat-model.js'
import type { RungMemory } from './model/ladder.js'
import type { RunLimit, RunMeter } from './model/limit-endpoint.js'
import type { RunModel } from './model/run-model.js'
import type { TokenBudget } from './model/token-budget.js'

/** What a language model does; opened with the first question that needs it. */
export interface ModelWork {
  write: WriteWithModel
  rewrite: RewriteQuestion
}

/**
 * The language model that words replies and completes follow-ups; undefined where none is configured.
 *
 * @param onFault told at once where the model's server cannot be used; absent: not asked before the first question
 * @throws {ConfigError} where one variable needs another
 */
export async function composeModel(
  { environment, dataDirectory }: Config,
  gate: Gate,
  onFault?: (notice: string) => void,
): Promise<(ModelWork & ModelSettings) | undefined> {
  const { modelSettings } = await import('./config/model-settings.js')
  const settings = modelSettings(environment)
  if (settings === null) return undefined
  if (onFault) {
    const { findModelFault } = await import('./model/find-model-fault.js')
    const fault = await findModelFault(settings)
    if (fault !== null) onFault(`${fault}。`)
  }
  let opened: Promise<ModelWork> | undefined
  const open = () => {
    opened ??= openModel(settings, dataDirectory, gate)
    return opened
  }
  return {
    ...settings,
    write: async (job) => (await open()).write(job),
    rewrite: async (...question) => (await open()).rewrite(...question),
  }
}

async function openModel(settings: ModelSettings, dataDirectory: string, gate: Gate): Promise<ModelWork> {
  const [{ model }, { createWriter }, { createRewriter }, { redactPersonal }] = await Promise.all([
    openChat(settings, dataDirectory),
    import('./answer/written/write-with-model.js'),
    import('./answer/written/rewrite-question.js'),
    import('./text/redact.js'),
  ])
  const { timeoutMs, price } = settings
  const redact = settings.redact ? redactPersonal : (question: string) => question
  return {
    write: createWriter({ model, gate, timeoutMs, price, redact }),
    rewrite: createRewriter({ model, redact, price }),
  }
}

/** The model behind its breaker and the day's budget. @param meter of one run; without it the day alone is the limit */
async function openChat(
  settings: ModelSettings,
  dataDirectory: string,
  meter?: RunMeter,
): Promise<{ model: ChatModel; rungs: RungMemory; endpointId: string; budget: TokenBudget }> {
  const [{ createOpenAiEndpoint }, { withRetry }, { createLadder }, { createRungFile }, { limitEndpoint }] =
    await Promise.all([
      import('./model/openai-endpoint.js'),
      import('./model/retry-endpoint.js'),
      import('./model/ladder.js'),
      import('./model/rung-file.js'),
      import('./model/limit-endpoint.js'),
    ])
  const [{ guardModel }, { createCircuitBreaker }, { createTokenBudget }] = await Promise.all([
    import('./model/guard-model.js'),
    import('./model/circuit-breaker.js'),
    import('./model/token-budget.js'),
  ])
  const bare = createOpenAiEndpoint(settings)
  const endpoint = withRetry(meter ? limitEndpoint(bare, meter) : bare)
  const rungs = createRungFile(`${dataDirectory}/model-rungs.json`)
  const budget = createTokenBudget({ dailyTokens: settings.dailyTokens, path: `${dataDirectory}/model-tokens.json` })
  const model = guardModel(createLadder(endpoint, rungs), createCircuitBreaker(), budget)
  return { model, rungs, endpointId: bare.endpointId, budget }
}

/**
 * The language model that words an FAQ run's questions; null where none is configured.
 *
 * @throws {ConfigError} where one variable needs another
 */
export async function composeRunModel(
  { environment, dataDirectory }: Config,
  limit: RunLimit,
): Promise<RunModel | null> {
  const [{ modelSettings }, { createRunMeter, limitBatch }, { createOpenAiBatch }] = await Promise.all([
    import('./config/model-settings.js'),
    import('./model/limit-endpoint.js'),
    import('./model/openai-batch.js'),
  ])
  const settings = modelSettings(environment)
  if (settings === null) return null
  const meter = createRunMeter(limit)
  const { model, rungs, endpointId, budget } = await openChat(settings, dataDirectory, meter)
  const batch = createOpenAiBatch(settings, () => rungs.get(endpointId) ?? 'json_schema')
  return { model, batch: limitBatch(batch, meter, budget.spend), timeoutMs: settings.timeoutMs, meter }
}

/** The assistant, its follow-ups completed by the model where there is one. */
export async function rewritingWith(
  model: (ModelWork & ModelSettings) | undefined,
  assistant: Assistant,
): Promise<Assistant> {
  if (model === undefined) return assistant
  const { withRewriting } = await import('./answer/written/with-rewriting.js')
  return withRewriting(assistant, model.rewrite, model.timeoutMs)
}
