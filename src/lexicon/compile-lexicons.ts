import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'
import type * as z from 'zod'
import { writeCompiled } from './compiled-lexicon.js'
import { CONCEPT_FILES, conceptsSchema } from './concepts.js'
import { glossarySchema } from './glossary.js'
import { compilePlaceNames } from './place-names.js'
import { questionWordsSchema } from './question-words.js'
import { topicWordsSchema } from './topic-words.js'

/** The lists of thousands of words, with the one schema by which each is loaded: checked here, not with each question. */
const CHECKED = new Map<string, z.ZodType>([
  ...CONCEPT_FILES.map((name) => [name, conceptsSchema] as const),
  ['glossary-english', glossarySchema],
  ['question-words', questionWordsSchema],
  ['smalltalk', topicWordsSchema],
  ['offtopic', topicWordsSchema],
])

/** A step of the build: `node dist/lexicon/compile-lexicons.js` keeps every lexicon as JSON. */
const folder = new URL('../../lexicon/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  const name = basename(file, '.yaml')
  const yaml = readFileSync(new URL(file, folder))
  const schema = CHECKED.get(name)
  const value: unknown = parse(yaml.toString('utf8'))
  writeCompiled(name, yaml, { checked: schema !== undefined, value: schema ? schema.parse(value) : value })
}
compilePlaceNames()
