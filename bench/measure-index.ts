import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Embedder } from '../src/embedding/embedder.js'
import { buildIndex } from '../src/index/build-index.js'
import { openIndex } from '../src/index/open-index.js'
import type { Report } from '../src/report/report.js'
import type { Section } from './section.js'

const LEAST_CHARACTERS = 100_000

/** What an index takes to build, to leave alone and to open, for 100,000 characters of report. */
export async function measureIndex(corpus: readonly Report[], embedder: Embedder): Promise<Section> {
  const reports = enough(corpus)
  const characters = reports.reduce((sum, { text }) => sum + text.length, 0)
  const directory = mkdtempSync(join(tmpdir(), 'qingwen-bench-'))
  const options = { directory, reports, embedder }
  try {
    await embedder.embed(['一'], 'passage')
    const built = await time(() => buildIndex(options))
    const unchanged = await time(() => buildIndex(options))
    const opened = await time(() => openIndex(options))
    const share = LEAST_CHARACTERS / characters
    return {
      title: 'Index, for 100,000 characters of report, the model being loaded',
      columns: ['', 'ms', 'chunks embedded'],
      rows: [
        ['build', (built.elapsedMs * share).toFixed(0), (built.result.embedded * share).toFixed(0)],
        ['build again, nothing changed', (unchanged.elapsedMs * share).toFixed(0), `${unchanged.result.embedded}`],
        ['open', (opened.elapsedMs * share).toFixed(0), `${opened.result.embedded}`],
      ],
      notes: [
        `Measured on ${characters.toLocaleString('en')} characters: the corpus, over and over, each copy changed.`,
      ],
    }
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The corpus and changed copies of it, until there are characters enough. */
function enough(corpus: readonly Report[]): Report[] {
  const reports: Report[] = []
  for (let copy = 0, characters = 0; characters < LEAST_CHARACTERS; copy += 1)
    for (const report of corpus) {
      characters += report.text.length
      const statements = report.statements.map((statement) => ({ ...statement, text: `${copy}${statement.text}` }))
      reports.push({ ...report, id: `${report.id}-${copy}`, hash: `${report.hash}-${copy}`, statements })
    }
  return reports
}

async function time<Result>(work: () => Promise<Result>): Promise<{ result: Result; elapsedMs: number }> {
  const begin = performance.now()
  return { result: await work(), elapsedMs: performance.now() - begin }
}
