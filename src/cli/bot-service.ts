import type { Assistant } from '../answer/assistant.js'
import { type ComposedAssistant, composeAssistant, composeStore, composeThemes } from '../compose.js'
import type { Environment } from '../config/environment.js'
import type { Config } from '../config/load-config.js'
import { messages } from '../messages.js'
import { toAuditEntry } from '../operations/audit-entry.js'
import { serveHealth } from '../operations/health.js'
import { type HttpServer, startHttpServer } from '../operations/http-server.js'
import type { Logger } from '../operations/logger.js'
import { createMetrics, type Metrics } from '../operations/metrics.js'
import { createReloadable, type Reloadable } from '../operations/reloadable.js'
import { warmUp } from '../operations/warm-up.js'
import type { Secrets } from '../storage/secrets.js'
import type { Store } from '../storage/store.js'
import { adminCommands } from '../telegram/admin-commands.js'
import type { BotFault } from '../telegram/bot-fault.js'
import type { Library, Themes } from '../telegram/library.js'
import { withinLimits } from '../telegram/limits.js'
import { refuseBanned } from '../telegram/refuse-banned.js'
import { type RunOptions, runBot, stopOnSignals } from '../telegram/run-bot.js'
import type { UpdateQueue } from '../telegram/update-queue.js'
import { tellRequests, timeUpdates } from '../telegram/watch-updates.js'
import type { Webhook } from '../telegram/webhook.js'
import { createBotLog, logFault } from './bot-log.js'
import { CliError } from './cli-error.js'
import { reasonOf } from './explain-error.js'

const words = messages.cli.bot
/** How long answers in hand may take once the program is asked to stop. */
const GRACE_MS = 10_000
const PRUNE_MS = 6 * 3_600_000
const WEBHOOK_PORT = 8080

/** What the running bot is made of. */
interface Service {
  environment: Environment
  log: Logger
  store: Store
  secrets: Secrets
  corpus: Reloadable<ComposedAssistant>
  server: HttpServer | null
  stop: AbortSignal
}

/** Runs the bot with all that surrounds it, until it is stopped. @throws what starting it throws */
export async function runService(config: Config, token: string): Promise<void> {
  const { environment } = config
  const stop = stopOnSignals()
  const log = createBotLog(config)
  const closers: (() => Promise<void>)[] = []
  try {
    const onWait = (fault: Error) => log.warn(fault.message)
    const { store, secrets } = await composeStore(config, { signal: afterGrace(stop), onWait })
    closers.push(() => store.close())
    const onNotice = (notice: string) => log.warn(notice)
    const onProgress = (progress: string) => log.info(progress)
    const corpus = await createReloadable(async () =>
      warmUp(await composeAssistant(config, onNotice, { onProgress, checkModel: true })),
    )
    closers.push(() => corpus.close())
    const server = await listen(environment, log)
    if (server !== null) closers.push(() => server.close())
    await run({ environment, log, store, secrets, corpus, server, stop }, token)
    log.info(words.stopped)
  } finally {
    for (const close of closers.reverse()) await close()
  }
}

async function run(service: Service, token: string): Promise<void> {
  const { environment, log, store, corpus, server, stop } = service
  let queue: UpdateQueue | undefined
  const waiting = () => queue?.size ?? 0
  const metrics = createMetrics({ waiting })
  if (server !== null) serveHealth({ server, metrics, isReady: () => isReady(queue, service) })
  const onError = (fault: BotFault) => {
    metrics.fault(fault.code)
    logFault(log, fault, environment.LOG_PERSONAL ?? false)
  }
  const themes = await composeThemes()
  const pruning = keepPruned(store, log)
  try {
    await runBot({
      token,
      apiRoot: environment.TELEGRAM_API_ROOT,
      assistant: assistantOf(corpus),
      library: libraryOf(corpus, themes),
      state: store,
      async onAnswered(turn, source) {
        const { outcome, mode, timings } = turn.reply
        metrics.answered(outcome, mode, (timings.retrieveMs + timings.answerMs) / 1000)
        log.info({ outcome, mode, ...timings }, words.answered)
        await store.audit.append(toAuditEntry(turn, corpus.current.reports), source)
      },
      inbox: (botId) => store.inbox(botId),
      webhook: webhookOf(service),
      before: guards(service, { metrics, waiting, onError }),
      onError,
      onStarted(username, started) {
        queue = started
        log.info(words.started(username))
      },
      stop,
      graceMs: GRACE_MS,
    })
  } finally {
    clearInterval(pruning)
  }
}

/** The assistant of the moment: a reload swaps it, and no question is dropped. */
function assistantOf(corpus: Service['corpus']): Assistant {
  return {
    ask: (question, options) => corpus.use(({ assistant }) => assistant.ask(question, options)),
    status: () => corpus.current.assistant.status(),
  }
}

/** What can be browsed at the moment. */
function libraryOf(corpus: Service['corpus'], themes: Themes): Library {
  return { reports: () => corpus.current.reports, faq: () => corpus.current.approved, themes }
}

interface Watch {
  metrics: Metrics
  waiting: () => number
  onError: (fault: BotFault) => void
}

/** What an update passes before the bot sees it. */
function guards(
  { environment, log, store, corpus }: Service,
  { metrics, waiting, onError }: Watch,
): RunOptions['before'] {
  const { TELEGRAM_ADMIN_IDS, BROADCAST_CHAT_IDS, LIMIT_PER_MINUTE, LIMIT_TOTAL_PER_MINUTE, LOG_PERSONAL } = environment
  const reload = async () => {
    const { reports } = await corpus.reload()
    log.info(words.reloaded(reports.length))
    return reports.length
  }
  return [
    timeUpdates(metrics.handled),
    ...(LOG_PERSONAL ? [tellRequests((request) => log.info(request, words.request))] : []),
    refuseBanned(store.bans),
    adminCommands({ adminIds: TELEGRAM_ADMIN_IDS ?? [], store, reload, broadcastTo: BROADCAST_CHAT_IDS, waiting }),
    withinLimits({ perPerson: LIMIT_PER_MINUTE, total: LIMIT_TOTAL_PER_MINUTE, onFault: onError }),
  ]
}

function webhookOf({ environment, secrets, server }: Service): Webhook | undefined {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET } = environment
  if (url === undefined || server === null) return undefined
  const secret = WEBHOOK_SECRET ?? secrets.derive('webhook')
  return { url, secret, serve: (handler) => server.route(new URL(url).pathname, handler) }
}

async function listen({ PORT, HOST, WEBHOOK_URL }: Environment, log: Logger): Promise<HttpServer | null> {
  const port = PORT ?? (WEBHOOK_URL === undefined ? null : WEBHOOK_PORT)
  if (port === null) return null
  try {
    const server = await startHttpServer({ port, host: HOST })
    log.info(words.listening(server.port))
    return server
  } catch (error) {
    throw new CliError(words.portTaken(port, reasonOf(error)))
  }
}

async function isReady(queue: UpdateQueue | undefined, { store, stop }: Service): Promise<boolean> {
  if (queue === undefined || stop.aborted) return false
  await store.ping()
  return true
}

function keepPruned(store: Store, log: Logger): NodeJS.Timeout {
  const prune = () => store.prune().catch((error: Error) => log.error(error.message))
  void prune()
  return setInterval(prune, PRUNE_MS).unref()
}

/** Aborts some time after `stop` does. */
function afterGrace(stop: AbortSignal): AbortSignal {
  const controller = new AbortController()
  stop.addEventListener('abort', () => setTimeout(() => controller.abort(), GRACE_MS).unref(), { once: true })
  return controller.signal
}
