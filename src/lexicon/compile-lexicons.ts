import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'
import { writeCompiled } from './compiled-lexicon.js'

/** A step of the build: `node dist/lexicon/compile-lexicons.js` keeps every lexicon as JSON. */
const folder = new URL('../../lexicon/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const yaml = readFileSync(new URL(file, folder), 'utf8')
  writeCompiled(basename(file, '.yaml'), yaml, parse(yaml))
}
