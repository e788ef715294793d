import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

/**
 * The folder of a corpus's index: the one asked for, `embeddings/index` for the default corpus, and for any other a folder
 * of its own under the data folder, so that no corpus touches another's index.
 */
export function indexDirectoryFor(options: {
  corpusDirectory: string
  /** `--index` or `INDEX_DIR`. */
  indexDirectory?: string
  dataDirectory: string
  /** Default: `corpus` in the package root. */
  defaultCorpus?: string
  /** Default: `embeddings/index` in the package root. */
  defaultIndex?: string
}): string {
  if (options.indexDirectory) return resolve(options.indexDirectory)
  const corpus = realPath(options.corpusDirectory)
  const defaultCorpus = realPath(options.defaultCorpus ?? join(packageRoot, 'corpus'))
  if (corpus === defaultCorpus) return resolve(options.defaultIndex ?? join(packageRoot, 'embeddings', 'index'))
  const name = `${basename(corpus)}-${createHash('sha256').update(corpus).digest('hex').slice(0, 12)}`
  return resolve(options.dataDirectory, 'indexes', name)
}

/** One folder has one path, whatever links lead to it. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
