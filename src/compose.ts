import type { Assistant } from './answer/assistant.js'
import type { Config } from './config/load-config.js'
import type { Embedder } from './embedding/embedder.js'
import type { Gate } from './gate/create-gate.js'
import type { IndexProgress } from './index/embed-chunks.js'
import type { Index } from './index/read-index.js'
import type { Report } from './report/report.js'

/*
 * Where the parts are put together. Each part is imported when it is put to use: `inspect` needs no gate, `check` no
 * index, and a question asked at a prompt should not wait for what it does not use.
 */

/** Told, in one Chinese sentence each, what runs otherwise than usual. */
export type OnNotice = (notice: string) => void

export interface ComposedCorpus {
  reports: Report[]
  /** One Chinese sentence for each file that was passed over. */
  notices: string[]
}

export interface ComposedAssistant {
  assistant: Assistant
  reports: Report[]
  gate: Gate
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

/**
 * Everything a question needs, by the corpus's index, which is made where it is missing.
 *
 * @throws {CorpusError | EmbeddingError | LexiconError} where a part cannot be used
 */
export async function composeAssistant(config: Config, onNotice: OnNotice = () => {}): Promise<ComposedAssistant> {
  const [{ reports, notices, gate }, { openIndex }, { createDenseSearch }, { createAssistant }] = await Promise.all([
    composeGate(config),
    import('./index/open-index.js'),
    import('./retrieval/dense-search.js'),
    import('./answer/create-assistant.js'),
  ])
  const note = (notice: string) => {
    notices.push(notice)
    onNotice(notice)
  }
  for (const notice of notices) onNotice(notice)
  const embedder = await composeEmbedder(config, note)
  const index = await openIndex({
    directory: await indexDirectoryOf(config),
    reports,
    embedder,
    onNotice: note,
    whenUnwritable: 'memory',
  })
  const assistant = createAssistant({
    reports,
    gate,
    dense: createDenseSearch({ chunks: index.chunks, vectors: index.vectors, embedder }),
    status: { vectorIndex: index.vectors.kind, embeddingModel: embedder.modelId, notices },
  })
  return { assistant, reports, gate, close: async () => {} }
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
  const embedder = await composeEmbedder(config, options.onNotice)
  const index = await buildIndex({ directory, reports, embedder, ...options })
  return { index, reports, directory }
}

async function composeEmbedder({ environment, dataDirectory }: Config, onNotice: OnNotice): Promise<Embedder> {
  const { createTransformersEmbedder } = await import('./embedding/transformers-embedder.js')
  return createTransformersEmbedder({
    model: environment.EMBEDDING_MODEL,
    path: environment.EMBEDDING_PATH,
    host: environment.EMBEDDING_HOST,
    cacheDir: `${dataDirectory}/models`,
    onNotice,
  })
}

async function indexDirectoryOf(config: Config): Promise<string> {
  const { indexDirectoryFor } = await import('./index/index-directory.js')
  return indexDirectoryFor(config.corpusDirectory, config.indexDirectory)
}
