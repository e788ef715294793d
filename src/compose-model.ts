import type { Assistant } from './answer/assistant.js'
import type { RewriteQuestion } from './answer/written/rewrite-question.js'
import type { WriteWithModel } from './answer/written/write-with-model.js'
import type { Config } from './config/load-config.js'
import type { ModelSettings } from './config/model-settings.js'
import type { Gate } from './gate/create-gate.js'

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
  const [{ createOpenAiEndpoint }, { withRetry }, { createLadder }, { createRungFile }] = await Promise.all([
    import('./model/openai-endpoint.js'),
    import('./model/retry-endpoint.js'),
    import('./model/ladder.js'),
    import('./model/rung-file.js'),
  ])
  const [{ guardModel }, { createCircuitBreaker }, { createTokenBudget }] = await Promise.all([
    import('./model/guard-model.js'),
    import('./model/circuit-breaker.js'),
    import('./model/token-budget.js'),
  ])
  const [{ createWriter }, { createRewriter }, { redactPersonal }] = await Promise.all([
    import('./answer/written/write-with-model.js'),
    import('./answer/written/rewrite-question.js'),
    import('./text/redact.js'),
  ])
  const { dailyTokens, timeoutMs, price } = settings
  const redact = settings.redact ? redactPersonal : (question: string) => question
  const endpoint = withRetry(createOpenAiEndpoint(settings))
  const ladder = createLadder(endpoint, createRungFile(`${dataDirectory}/model-rungs.json`))
  const budget = createTokenBudget({ dailyTokens, path: `${dataDirectory}/model-tokens.json` })
  const model = guardModel(ladder, createCircuitBreaker(), budget)
  return { write: createWriter({ model, gate, timeoutMs, price, redact }), rewrite: createRewriter({ model, redact }) }
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
