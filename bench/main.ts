/**
 * Measures the program, side by side in one run:
 *
 *   npm run bench -- [--questions GOLD.jsonl]… [--corpus DIR] [--only recall|hnsw|speed|processes|index|gate]…
 *   npm run bench -- --retrieval SQUAD.json.xz|GOLD.jsonl [--retrieval …]
 *
 * Without a question set, questions are made from the default report's ledger.
 */
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { showTable } from '../src/cli/table.js'
import { prepare } from './prepare.js'
import { sections } from './sections.js'

const { values } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true, default: [] },
    corpus: { type: 'string' },
    only: { type: 'string', multiple: true, default: Object.keys(sections) },
  },
})

const unknown = values.only.filter((name) => !(name in sections))
if (unknown.length > 0) throw new Error(`--only takes ${Object.keys(sections).join(', ')}, not ${unknown.join(', ')}`)

const prepared = await prepare(values)
try {
  for (const [name, measure] of Object.entries(sections)) {
    if (!values.only.includes(name)) continue
    for (const { title, columns, rows, notes = [] } of await measure(prepared)) {
      const table = showTable(
        columns.map((column) => ({ title: column, least: 1 })),
        rows,
        120,
      )
      console.log([title, ...table.map((line) => `  ${line}`), ...notes.map((note) => `  ${note}`), ''].join('\n'))
    }
  }
} finally {
  rmSync(prepared.scratch, { recursive: true, force: true })
}
