import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assistant } from '../src/answer/assistant.js'
import { composeAssistant } from '../src/compose.js'
import { loadConfig } from '../src/config/load-config.js'
import type { Embedder } from '../src/embedding/embedder.js'
import { embeddedModelFolder } from '../src/embedding/model-folder.js'
import { createTransformersEmbedder } from '../src/embedding/transformers-embedder.js'
import { indexDirectoryFor } from '../src/index/index-directory.js'
import { openIndex } from '../src/index/open-index.js'
import type { Index } from '../src/index/read-index.js'
import type { Report } from '../src/report/report.js'
import { type QuestionSet, questionsFromLedger, readQuestionSet } from './questions.js'

/** What the measurements share. */
export interface Prepared {
  corpus: string
  reports: Report[]
  /** The report that recall is measured on: the default one. */
  report: Report
  assistant: Assistant
  embedder: Embedder
  /** Where the embedder's files are; the embedded model's folder where it came from a hub. */
  modelFolder: string
  index: Index
  sets: QuestionSet[]
  /** All questions of the sets. */
  questions: string[]
  /** The folder of this run's own index. */
  scratch: string
}

/** Opens the corpus with an index of its own, so that a run neither uses nor changes the one in service. */
export async function prepare(options: { questions: string[]; corpus?: string | undefined }): Promise<Prepared> {
  const scratch = mkdtempSync(join(tmpdir(), 'qingwen-bench-'))
  const config = loadConfig({ corpus: options.corpus, index: scratch })
  const { assistant, reports } = await composeAssistant(config, (notice) => console.error(notice))
  const { EMBEDDING_MODEL: model, EMBEDDING_PATH: path, EMBEDDING_HOST: host } = config.environment
  const embedder = await createTransformersEmbedder({
    model,
    path,
    host,
    cacheDir: join(config.dataDirectory, 'models'),
  })
  const directory = indexDirectoryFor(config.corpusDirectory, scratch)
  const report = reports.find(({ isDefault }) => isDefault) ?? reports[0]!
  const files = options.questions.map(readQuestionSet)
  const sets = files.length > 0 ? files : [questionsFromLedger(report)]
  return {
    corpus: config.corpusDirectory,
    reports,
    report,
    assistant,
    embedder,
    modelFolder: path ?? embeddedModelFolder,
    index: await openIndex({ directory, reports, embedder }),
    sets,
    questions: sets.flatMap(({ questions }) => questions.map(({ question }) => question)),
    scratch,
  }
}
