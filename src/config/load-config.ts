import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'dotenv'
import { messages } from '../messages.js'
import { ConfigError } from './config-error.js'
import { type Environment, environmentSchema, SECRETS } from './environment.js'

/** What a run is told from outside, checked: folders are absolute paths. */
export interface Config {
  corpusDirectory: string
  /** Undefined: embeddings/ of the program (see `indexDirectoryFor`). */
  indexDirectory: string | undefined
  dataDirectory: string
  /** Every other variable, as checked. */
  environment: Environment
}

export interface LoadConfigOptions {
  /** `--corpus`; wins over `CORPUS_DIR`. */
  corpus?: string | undefined
  /** `--index`; wins over `INDEX_DIR`. */
  index?: string | undefined
  /** Default: the process's. */
  variables?: Readonly<Record<string, string | undefined>>
  /** Where `.env` and relative folders are looked for. Default: the working folder. */
  folder?: string
}

const packageRoot = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Reads the environment and `.env`; the environment wins, and an empty value counts as none.
 *
 * @throws {ConfigError} naming the variable whose value is wrong
 */
export function loadConfig(options: LoadConfigOptions = {}): Config {
  const folder = options.folder ?? process.cwd()
  const environment = readEnvironment({ ...readDotenv(folder), ...present(options.variables ?? process.env) })
  const corpus = options.corpus ?? environment.CORPUS_DIR
  const index = options.index ?? environment.INDEX_DIR
  return {
    corpusDirectory: corpus ? resolve(folder, corpus) : defaultCorpus(folder),
    indexDirectory: index ? resolve(folder, index) : undefined,
    dataDirectory: resolve(folder, environment.DATA_DIR ?? 'data'),
    environment,
  }
}

/** The corpus beside the reader, else the one that comes with the program. */
function defaultCorpus(folder: string): string {
  const own = join(folder, 'corpus')
  return existsSync(own) ? own : join(packageRoot, 'corpus')
}

function readEnvironment(variables: Record<string, string>): Environment {
  const result = environmentSchema.safeParse(variables)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  const name = String(issue.path[0])
  const shown = SECRETS.has(name) ? null : variables[name]!.slice(0, 60)
  throw new ConfigError(name, messages.config.wrongValue(name, shown, issue.message))
}

function readDotenv(folder: string): Record<string, string> {
  const file = join(folder, '.env')
  if (!existsSync(file)) return {}
  try {
    return present(parse(readFileSync(file)))
  } catch (cause) {
    throw new ConfigError('.env', messages.config.unreadable(file), { cause })
  }
}

/** The variables that have a value. */
function present(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(variables).map(([name, value]) => [name, value?.trim() ?? ''] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
