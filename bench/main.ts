/**
 * Measures the program, side by side in one run:
 *
 *   npm run bench -- [--questions GOLD.jsonl]… [--corpus DIR] [--only recall|hnsw|speed|processes|model|index|llm|gate]…
 *   npm run bench -- --only telegram|telegram-kills|telegram-outages|telegram-memory
 *   npm run bench -- --retrieval SQUAD.json.xz|GOLD.jsonl [--retrieval …]
 *   npm run bench -- --fusion cmrc2018-train.json.xz|GOLD.jsonl [--fusion …]
 *   npm run bench -- --scale TEXT_FOLDER [--count 1000]…
 *
 * Without a question set, questions are made from the default report's ledger.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { showTable } from '../src/cli/table.js'
import { tuneEngine } from '../src/cli/tune-engine.js'
import { measureScale } from './hnsw/measure-scale.js'
import { prepare } from './prepare.js'
import { findFusion } from './retrieval/find-fusion.js'
import { findRanking } from './retrieval/find-ranking.js'
import { measureRetrieval } from './retrieval/measure-retrieval.js'
import type { Section } from './section.js'
import { longSections, sections } from './sections.js'

tuneEngine()
const { values } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true, default: [] },
    corpus: { type: 'string' },
    only: { type: 'string', multiple: true, default: Object.keys(sections) },
    retrieval: { type: 'string', multiple: true, default: [] },
    fusion: { type: 'string', multiple: true, default: [] },
    scale: { type: 'string' },
    count: { type: 'string', multiple: true, default: ['1000', '10000', '100000'] },
  },
})

const every = { ...sections, ...longSections }
const unknown = values.only.filter((name) => !(name in every))
if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(every).join(', ')}, not ${unknown.join(', ')}`)

const { retrieval, fusion, scale } = values
const all = retrieval.length + fusion.length === 0 && scale === undefined
const prepared = await prepare(values)
try {
  for (const [name, measure] of Object.entries(every)) {
    if (all && values.only.includes(name)) show(await measure(prepared))
  }
  for (const file of retrieval) show(await measureRetrieval(file, prepared))
  for (const file of fusion) {
    show([await findFusion(file, prepared)])
    if (file.endsWith('.jsonl')) show([await findRanking(file, prepared)])
  }
  if (scale !== undefined)
    for await (const measured of measureScale(scale, values.count.map(Number), prepared)) show([measured])
} finally {
  rmSync(prepared.scratch, { recursive: true, force: true })
}

function show(measured: readonly Section[]): void {
  for (const { title, columns, rows, notes = [] } of measured) {
    const table = showTable(
      columns.map((column) => ({ title: column, least: 1 })),
      rows,
      120,
    )
    console.log([title, ...table.map((line) => `  ${line}`), ...notes.map((note) => `  ${note}`), ''].join('\n'))
  }
}
