import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Folder (or file on top of src) → what it may import. The same table, with reasons, stands in docs/design.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'messages.ts': [],
  text: [],
  config: ['messages.ts'],
  lexicon: ['text'],
  report: ['text', 'lexicon', 'messages.ts'],
  embedding: ['text', 'model', 'messages.ts'],
  model: ['messages.ts'],
  index: ['text', 'report', 'embedding', 'messages.ts'],
  understand: ['text', 'lexicon', 'report'],
  gate: ['text', 'lexicon', 'report', 'messages.ts'],
  retrieval: ['text', 'lexicon', 'report', 'embedding', 'index', 'understand'],
  storage: ['messages.ts'],
  answer: ['text', 'lexicon', 'report', 'understand', 'retrieval', 'gate', 'model', 'messages.ts'],
  telegram: ['text', 'report', 'gate', 'answer', 'storage', 'messages.ts'],
  operations: ['text', 'report', 'answer', 'config', 'storage', 'messages.ts'],
  console: ['text', 'report', 'gate', 'answer', 'messages.ts'],
  eval: ['text', 'report', 'gate', 'answer', 'messages.ts'],
  faq: ['text', 'lexicon', 'report', 'gate', 'model', 'answer', 'messages.ts'],
  'compose-model.ts': ['text', 'config', 'model', 'gate', 'answer'],
  'compose.ts': [
    'compose-model.ts',
    'text',
    'config',
    'report',
    'embedding',
    'model',
    'index',
    'gate',
    'retrieval',
    'answer',
    'faq',
    'storage',
    'messages.ts',
  ],
  cli: [
    'config',
    'report',
    'index',
    'gate',
    'answer',
    'storage',
    'operations',
    'telegram',
    'console',
    'eval',
    'faq',
    'compose.ts',
    'messages.ts',
  ],
}

/** The only files that put adapters to use. */
const COMPOSERS = ['compose.ts', 'compose-model.ts']

/** What stands on a library, a disk or a network; outside its folder only compose.ts puts it to use. */
const ADAPTERS = [
  'embedding/transformers-embedder.ts',
  'embedding/load-extractor.ts',
  'index/hnsw-index.ts',
  'index/exact-index.ts',
  'index/build-index.ts',
  'index/open-index.ts',
  'report/load-corpus.ts',
  'model/openai-endpoint.ts',
  'model/rung-file.ts',
  'model/token-budget.ts',
  'storage/pglite-database.ts',
  'storage/server-database.ts',
  'model/find-model-fault.ts',
  'embedding/openai-embedder.ts',
]

/** Files of nothing but types that others implement. */
const PORTS = [
  'model/chat-model.ts',
  'model/chat-endpoint.ts',
  'embedding/embedder.ts',
  'index/vector-index.ts',
  'index/lexical-index.ts',
  'answer/assistant.ts',
  'faq/asked-questions.ts',
  'storage/store.ts',
  'storage/database.ts',
]

interface Import {
  /** Path of the file imported, from src; or the name of a package. */
  target: string
  isPackage: boolean
  isType: boolean
}

const SRC = fileURLToPath(new URL('../src/', import.meta.url))
const IMPORT = /(?:^|\n)\s*(?:import|export)\s(type\s)?[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]/g
const BARE_OR_DYNAMIC_IMPORT = /(?:(?:^|\n)import\s+|\bimport\(\s*)['"]([^'"]+)['"]/g

function importsOf(file: string, source: string): Import[] {
  const named = [...source.matchAll(IMPORT)].map(([, type, path]) => toImport(file, path!, type !== undefined))
  const others = [...source.matchAll(BARE_OR_DYNAMIC_IMPORT)].map(([, path]) => toImport(file, path!, false))
  return [...named, ...others]
}

function toImport(file: string, path: string, isType: boolean): Import {
  if (!path.startsWith('.')) return { target: path, isPackage: true, isType }
  return { target: posix.join(posix.dirname(file), path).replace(/\.js$/, '.ts'), isPackage: false, isType }
}

const folderOf = (file: string) => file.split('/')[0]!

/** What is wrong with the imports of one file, one line each. */
function violationsOf(file: string, imports: readonly Import[]): string[] {
  const from = folderOf(file)
  return imports.flatMap(({ target, isPackage, isType }) => {
    const faults: string[] = []
    if (isPackage) return PORTS.includes(file) ? [`${file} is a port and imports ${target}`] : []
    const to = folderOf(target)
    if (to !== from && !MAY_IMPORT[from]?.includes(to)) faults.push(`${file} may not import ${target}`)
    if (to !== from && !isType && ADAPTERS.includes(target) && !COMPOSERS.includes(file))
      faults.push(`${file} puts the adapter ${target} to use; only compose.ts may`)
    return faults
  })
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
const imports = new Map(files.map((file) => [file, importsOf(file, readFileSync(SRC + file, 'utf8'))]))

describe('the architecture', () => {
  it('has every folder of src in its table, and no other', () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(MAY_IMPORT)))
  })

  it('lets imports point down only, and adapters be put to use in one place', () => {
    expect(files.flatMap((file) => violationsOf(file, imports.get(file)!))).toEqual([])
  })

  it('names adapters and ports that exist', () => {
    expect([...ADAPTERS, ...PORTS].filter((file) => !files.includes(file))).toEqual([])
  })

  it('has no two folders that import each other, however far around', () => {
    const reaches = (from: string, seen: Set<string>): Set<string> => {
      for (const to of MAY_IMPORT[from]!) if (!seen.has(to)) reaches(to, seen.add(to))
      return seen
    }
    expect(Object.keys(MAY_IMPORT).filter((folder) => reaches(folder, new Set()).has(folder))).toEqual([])
  })
})

describe('the reader of imports', () => {
  const source = [
    "import type { A } from '../answer/assistant.js'",
    "import {\n  b,\n} from '../telegram/send.js'",
    "export { c } from './wrap.js'",
    "import 'pkg'",
    "const d = await import('../index/hnsw-index.js')",
  ].join('\n')

  it('finds imports of every form', () => {
    expect(importsOf('console/x.ts', source)).toEqual([
      { target: 'answer/assistant.ts', isPackage: false, isType: true },
      { target: 'telegram/send.ts', isPackage: false, isType: false },
      { target: 'console/wrap.ts', isPackage: false, isType: false },
      { target: 'pkg', isPackage: true, isType: false },
      { target: 'index/hnsw-index.ts', isPackage: false, isType: false },
    ])
  })

  it('reports an edge that imports another, an adapter put to use, a port with a package', () => {
    expect(violationsOf('console/x.ts', importsOf('console/x.ts', source))).toEqual([
      'console/x.ts may not import telegram/send.ts',
      'console/x.ts may not import index/hnsw-index.ts',
      'console/x.ts puts the adapter index/hnsw-index.ts to use; only compose.ts may',
    ])
    expect(violationsOf(PORTS[0]!, importsOf(PORTS[0]!, source))).toContain(`${PORTS[0]} is a port and imports pkg`)
  })

  it('misses no import of the tree', () => {
    const count = (pattern: RegExp) =>
      files.reduce((sum, file) => sum + (readFileSync(SRC + file, 'utf8').match(pattern)?.length ?? 0), 0)
    const found = [...imports.values()].reduce((sum, list) => sum + list.length, 0)
    expect(found).toBe(count(/^(?:import|export)\b[^'"`]*?\bfrom '|^import '|\bimport\('/gm))
  })
})
