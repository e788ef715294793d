import { readdirSync, readFileSync } from 'node:fs'
import type { Report } from '../report/report.js'
import { digest } from './seeded.js'

const packageRoot = new URL('../../', import.meta.url)

export interface RunFacts {
  reports: readonly Report[]
  seed: number
  embeddingModel: string
}

/**
 * What a run's results depend on: the reports, the seed, the model, the program's version and every lexicon. A program
 * changed within one version is not noticed: `--fresh` starts anew.
 */
export function fingerprintOf({ reports, seed, embeddingModel }: RunFacts): string {
  const folder = new URL('lexicon/', packageRoot)
  const lexicons = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${name} ${digest(readFileSync(new URL(name, folder), 'utf8'))}`)
  const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as { version: string }
  const texts = reports.map(({ id, hash, url, place, isDefault }) => `${id} ${hash} ${url} ${place} ${isDefault}`)
  return digest(version, seed, embeddingModel, ...texts, ...lexicons)
}
