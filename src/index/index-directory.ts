import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `embeddings/` of this package: what `--index` and `INDEX_DIR` stand for where neither is given. */
export const defaultIndexDirectory = fileURLToPath(new URL('../../embeddings', import.meta.url))

/**
 * The folder that holds a corpus's index: `index/NAME-HASH` under the folder asked for, NAME and HASH being those of the
 * corpus folder's path. Many corpora share one `--index` or `INDEX_DIR` without touching each other's index, and a model
 * that lies beside it (`embeddings/model`) is left alone.
 *
 * @param corpusDirectory `--corpus` or `CORPUS_DIR`
 * @param indexDirectory `--index` or `INDEX_DIR`
 */
export function indexDirectoryFor(corpusDirectory: string, indexDirectory = defaultIndexDirectory): string {
  const corpus = realPath(corpusDirectory)
  const hash = createHash('sha256').update(corpus).digest('hex').slice(0, 12)
  return resolve(indexDirectory, 'index', `${basename(corpus)}-${hash}`)
}

/** One folder has one path, whatever links lead to it. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}
