import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Assistant, AssistantStatus } from './answer/assistant.js'
import { composeModel, rewritingWith } from './compose-model.js'
import type { Config } from './config/load-config.js'
import type { Embedder } from './embedding/embedder.js'
import type { AskedQuestions } from './faq/asked-questions.js'
import type { PageEntry } from './faq/page-entry.js'
import type { Themes } from './faq/themes.js'
import type { Gate } from './gate/create-gate.js'
import type { IndexProgress } from './index/embed-chunks.js'
import type { Index } from './index/read-index.js'
import type { Report } from './report/report.js'
import type { DenseSearch } from './retrieval/retriever.js'
import type { Database } from './storage/database.js'
import type { Patience } from './storage/patient-database.js'
import type { Secrets } from './storage/secrets.js'
import type { Store } from './storage/store.js'

/*
 * Where the parts are put together. Each part is imported when it is put to use: `inspect` needs no gate, `check` no
 * index, and a question asked at a prompt should not wait for what it does not use.
 */

/** Told, in one Chinese sentence each, what runs otherwise than usual. */
export type OnNotice = (notice: string) => void

/** Told, in one Chinese sentence each, how far work is that everything else waits for. */
export type OnProgress = (progress: string) => void

export interface ComposedCorpus {
  reports: Report[]
  /** One Chinese sentence for each file that was passed over. */
  notices: string[]
}

export interface ComposedAssistant {
  assistant: Assistant
  reports: Report[]
  gate: Gate
  /** What staff have approved, by theme; the assistant answers these questions with these words. */
  approved: PageEntry[]
  /** Lets go of what the parts hold. */
  close(): Promise<void>
}

/** @throws {CorpusError} where the corpus holds no report that can be read */
export async function composeCorpus(config: Config): Promise<ComposedCorpus> {
  const { loadCorpus } = await import('./report/load-corpus.js')
  return loadCorpus(config.corpusDirectory)
}

/** One report file, in a corpus or not. @throws {CorpusError} where it cannot be read */
export async function composeReport(file: string): Promise<Report> {
  const { loadReportFile } = await import('./report/load-corpus.js')
  return loadReportFile(file)
}

/** The gate over the corpus. */
export async function composeGate(config: Config): Promise<ComposedCorpus & { gate: Gate }> {
  const [corpus, { createGate }] = await Promise.all([composeCorpus(config), import('./gate/create-gate.js')])
  return { ...corpus, gate: createGate(corpus.reports) }
}

export interface ComposeOptions {
  /** Answers approved questions with the approved words; default true. An FAQ run must not hear its own words. */
  withApproved?: boolean
  /** Told while a model is downloaded, and while an index is made that takes long. */
  onProgress?: OnProgress
  /** Asks the language model's server at once whether key and model are right, and tells in a notice where they are not. */
  checkModel?: boolean
}

/**
 * Everything a question needs, by the corpus's index, which is made where it is missing. Where the model's files are there
 * but it cannot run, a notice says so, and questions are answered without vectors.
 *
 * @throws {CorpusError | EmbeddingError | LexiconError} where a part cannot be used
 */
export async function composeAssistant(
  config: Config,
  onNotice: OnNotice = () => {},
  options: ComposeOptions = {},
): Promise<ComposedAssistant> {
  const [{ reports, notices, gate }, { createAssistant }] = await Promise.all([
    composeGate(config),
    import('./answer/create-assistant.js'),
  ])
  const note = (notice: string) => {
    if (!notices.includes(notice)) notices.push(notice)
    onNotice(notice)
  }
  for (const notice of notices) onNotice(notice)
  const [model, { dense, ...vectors }] = await Promise.all([
    composeModel(config, gate, options.checkModel === true ? note : undefined),
    composeVectors(config, reports, note, options.onProgress),
  ])
  const write = model?.write
  const bare = await rewritingWith(
    model,
    createAssistant({ reports, gate, dense, write, status: { ...vectors, notices } }),
  )
  const approved = options.withApproved === false ? [] : await composeApproved(config, reports, note)
  const assistant = await answeringFrom(approved, bare)
  return { assistant, reports, gate, approved, close: async () => {} }
}

/** Citizens' themes, for browsing. @throws {LexiconError} */
export async function composeThemes(): Promise<Themes> {
  const [{ loadThemes }, { messages }] = await Promise.all([import('./faq/themes.js'), import('./messages.js')])
  return loadThemes(messages.faq.rest)
}

export { composeRunModel } from './compose-model.js'

/** Where the corpus's FAQ runs write by default: another corpus has another folder, whose entries are not stale here. */
export async function faqFolderFor(config: Config): Promise<string> {
  return join(config.dataDirectory, 'faq', basename(await indexDirectoryOf(config)))
}

/** A review file that somebody broke costs its entries and a notice, not the answers. */
async function composeApproved(config: Config, reports: readonly Report[], onNotice: OnNotice): Promise<PageEntry[]> {
  const folder = await faqFolderFor(config)
  if (!existsSync(`${folder}/review.yaml`)) return []
  const [{ loadApproved }, { FaqError }] = await Promise.all([
    import('./faq/load-approved.js'),
    import('./faq/faq-error.js'),
  ])
  try {
    return loadApproved(folder, reports)
  } catch (error) {
    if (!(error instanceof FaqError)) throw error
    onNotice(error.message)
    return []
  }
}

async function answeringFrom(approved: readonly PageEntry[], assistant: Assistant): Promise<Assistant> {
  if (approved.length === 0) return assistant
  const [{ withApproved }, { messages }] = await Promise.all([
    import('./faq/with-approved.js'),
    import('./messages.js'),
  ])
  return withApproved(assistant, approved, {
    sources: messages.answer.sources,
    decision: messages.faq.approvedAnswer,
  })
}

/** Search by meaning, or its absence where the index has to be made and the model cannot run. */
async function composeVectors(
  config: Config,
  reports: readonly Report[],
  onNotice: OnNotice,
  onProgress: OnProgress = () => {},
): Promise<{ dense: DenseSearch } & Pick<AssistantStatus, 'vectorIndex' | 'embeddingModel'>> {
  const [{ openIndex }, { createDenseSearch, noDenseSearch, orNothing }, { EmbeddingError }, { messages }] =
    await Promise.all([
      import('./index/open-index.js'),
      import('./retrieval/dense-search.js'),
      import('./embedding/embedding-error.js'),
      import('./messages.js'),
    ])
  const embedder = await composeEmbedder(config, onNotice, onProgress)
  const embeddingModel = embedder.modelId
  const directory = await indexDirectoryOf(config)
  const onFault = (fault: Error) => onNotice(messages.embedding.without(fault.message))
  try {
    const options = { directory, reports, embedder, onNotice, onProgress: whenLong(messages, onProgress) }
    const { chunks, vectors } = await openIndex({ ...options, whenUnwritable: 'memory' })
    const dense = orNothing(createDenseSearch({ chunks, vectors, embedder }), onFault)
    return { dense, vectorIndex: vectors.kind, embeddingModel }
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error
    onFault(error)
    return { dense: noDenseSearch, vectorIndex: 'none', embeddingModel }
  }
}

export interface RebuildOptions {
  /** Embeds everything again. */
  force: boolean
  onProgress: (progress: IndexProgress) => void
  onNotice: OnNotice
}

/**
 * Writes the corpus's index, embedding only what changed.
 *
 * @throws {IndexError} where the folder cannot be written or another run is at work
 */
export async function rebuildIndex(
  config: Config,
  options: RebuildOptions,
): Promise<{ index: Index; reports: Report[]; directory: string }> {
  const [{ reports, notices }, { buildIndex }] = await Promise.all([
    composeCorpus(config),
    import('./index/build-index.js'),
  ])
  for (const notice of notices) options.onNotice(notice)
  const directory = await indexDirectoryOf(config)
  const embedder = await composeEmbedder(config, options.onNotice, options.onNotice)
  const index = await buildIndex({ directory, reports, embedder, ...options })
  return { index, reports, directory }
}

/** An index that is made in a moment needs no telling how far it is. */
const LONG_MS = 3000

function whenLong(
  { cli }: typeof import('./messages.js').messages,
  onProgress: OnProgress,
): (progress: IndexProgress) => void {
  let told = performance.now()
  return ({ done, total, report }) => {
    if (performance.now() - told < LONG_MS) return
    told = performance.now()
    onProgress(cli.index.progress(done, total, report))
  }
}

/**
 * The embedding model of the language model's server, where one is named and can be asked, else a local one.
 *
 * @throws {EmbeddingError} where no model can be loaded
 */
async function composeEmbedder(config: Config, onNotice: OnNotice, onProgress: OnProgress): Promise<Embedder> {
  const { environment, dataDirectory } = config
  if (environment.OPENAI_EMBEDDING_MODEL !== undefined) {
    const served = await composeServedEmbedder(config, environment.OPENAI_EMBEDDING_MODEL, onNotice)
    if (served) return served
  }
  const [{ createTransformersEmbedder }, { messages }] = await Promise.all([
    import('./embedding/transformers-embedder.js'),
    import('./messages.js'),
  ])
  return createTransformersEmbedder({
    model: environment.EMBEDDING_MODEL,
    path: environment.EMBEDDING_PATH,
    host: environment.EMBEDDING_HOST,
    cacheDir: `${dataDirectory}/models`,
    onNotice,
    onProgress: ({ file, received, total }) => onProgress(messages.embedding.progress(file, received, total)),
  })
}

/** Share of a question's time that its vector may take: a follow-up needs two, and the model has the rest. */
const SHARE_FOR_VECTORS = 0.2

/** Undefined, and a notice, where the server cannot be used. */
async function composeServedEmbedder(
  { environment, dataDirectory }: Config,
  model: string,
  onNotice: OnNotice,
): Promise<Embedder | undefined> {
  const [{ createOpenAiEmbedder }, { DEFAULT_TIMEOUT_MS }, { EmbeddingError }, { redactPersonal }, { messages }] =
    await Promise.all([
      import('./embedding/openai-embedder.js'),
      import('./config/model-settings.js'),
      import('./embedding/embedding-error.js'),
      import('./text/redact.js'),
      import('./messages.js'),
    ])
  const { OPENAI_API_KEY, OPENAI_BASE_URL: baseUrl, LLM_REDACT, LLM_TIMEOUT_MS = DEFAULT_TIMEOUT_MS } = environment
  try {
    return await createOpenAiEmbedder({
      apiKey: OPENAI_API_KEY ?? null,
      baseUrl,
      model,
      dimensionsFile: `${dataDirectory}/embedding-dimensions.json`,
      questionTimeoutMs: LLM_TIMEOUT_MS * SHARE_FOR_VECTORS,
      redact: LLM_REDACT === false ? (question) => question : redactPersonal,
    })
  } catch (error) {
    if (!(error instanceof EmbeddingError)) throw error
    onNotice(messages.embedding.ownInstead(error.message))
    return undefined
  }
}

async function indexDirectoryOf(config: Config): Promise<string> {
  const { indexDirectoryFor } = await import('./index/index-directory.js')
  return indexDirectoryFor(config.corpusDirectory, config.indexDirectory)
}

/**
 * What the bot keeps: in the server that `DATABASE_URL` names, which is waited for where it cannot be reached, else in an
 * embedded database in the data folder.
 *
 * @throws {StorageError} where it cannot be opened, or another process has the folder open
 */
export async function composeStore(config: Config, patience: Patience): Promise<{ store: Store; secrets: Secrets }> {
  const { ID_KEY, RETENTION_DAYS } = config.environment
  const [{ createStore }, { createSecrets }, { readKey }, { patient }] = await Promise.all([
    import('./storage/create-store.js'),
    import('./storage/secrets.js'),
    import('./storage/read-key.js'),
    import('./storage/patient-database.js'),
  ])
  const key = ID_KEY === undefined ? await readKey(config.dataDirectory) : Buffer.from(ID_KEY, 'hex')
  const secrets = createSecrets(key)
  const opened = await openDatabase(config)
  try {
    const database = patient(opened, patience)
    return { store: await createStore({ database, secrets, retentionDays: RETENTION_DAYS }), secrets }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** What citizens asked, from the bot's audit. Where no bot has kept anything yet that is nothing, and nothing is made. */
export function composeAskedQuestions(config: Config, onNotice: OnNotice): AskedQuestions {
  return {
    async read() {
      const { environment, dataDirectory } = config
      if (environment.DATABASE_URL === undefined && !existsSync(`${dataDirectory}/database/pglite`)) return []
      const [{ readAsked }, { StorageError }, { messages }] = await Promise.all([
        import('./storage/read-asked.js'),
        import('./storage/storage-error.js'),
        import('./messages.js'),
      ])
      try {
        const database = await openDatabase(config)
        return await readAsked(database).finally(() => database.close())
      } catch (error) {
        if (!(error instanceof StorageError)) throw error
        onNotice(messages.faq.askedFault(error.message))
        return null
      }
    },
  }
}

async function openDatabase({ environment, dataDirectory }: Config): Promise<Database> {
  const { DATABASE_URL } = environment
  if (DATABASE_URL === undefined)
    return (await import('./storage/pglite-database.js')).openPglite(`${dataDirectory}/database`)
  return (await import('./storage/server-database.js')).openServer(DATABASE_URL)
}
