import * as z from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'

const kinds = [
  'money',
  'percent',
  'points',
  'count',
  'area',
  'length',
  'mass',
  'volume',
  'energy',
  'time',
  'other',
] as const
export type UnitKind = (typeof kinds)[number]

const unitsSchema = z.array(z.object({ kind: z.enum(kinds), words: z.array(z.string().min(1)) }))

/** A unit found at a place in a text. */
export interface UnitFound {
  /** As it stands there: 平方米, 元/平方米. */
  text: string
  /** Of its first part. */
  kind: UnitKind
}

interface UnitTable {
  kinds: Map<string, UnitKind>
  pattern: RegExp
}

let table: UnitTable | undefined

/** The longest unit that starts at `position` of `text` (width folded); null where none does. */
export function unitAt(text: string, position: number): UnitFound | null {
  table ??= readTable()
  table.pattern.lastIndex = position
  const match = table.pattern.exec(text)
  if (!match) return null
  return { text: match[0], kind: table.kinds.get(match[1] ?? '') ?? 'other' }
}

function readTable(): UnitTable {
  const kindOf = new Map<string, UnitKind>()
  for (const { kind, words } of loadLexicon('units', unitsSchema)) for (const word of words) kindOf.set(word, kind)
  const words = [...kindOf.keys()].sort((a, b) => b.length - a.length).map(escapePattern)
  const unit = words.join('|')
  // Latin units must end where the word ends; 5G and 4A are names, not gigabytes.
  const pattern = new RegExp(
    `(${unit})(?![A-Za-z])(?:/(?:[十百千]?[万亿]|百|千)?(?:${unit}|日|年|月|户|人|公里|平方米)(?![A-Za-z]))?`,
    'y',
  )
  return { kinds: kindOf, pattern }
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
