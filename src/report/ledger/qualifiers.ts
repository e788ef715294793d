import * as z from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'
import type { FigureStatus } from '../report.js'

const words = z.array(z.string().min(1))
const qualifiersSchema = z.object({
  before: z.array(
    z.object({ word: z.string().min(1), place: z.enum(['adjacent', 'clause']), not_before: words.default([]) }),
  ),
  after: words,
  status: z.object({ estimate: words, target: words, target_at_head: words }),
})

interface QualifierTable {
  adjacent: RegExp
  clause: RegExp
  after: RegExp
  estimate: RegExp
  target: RegExp
}

let table: QualifierTable | undefined

/** The qualifier that ends `left`, right in front of a number; '' where none does. */
export function qualifierAtEnd(left: string): string {
  return readTable().adjacent.exec(left.slice(-4))?.[0] ?? ''
}

/** Qualifiers that stand anywhere in `left`, such as 预计 and 累计, in order. */
export function qualifiersIn(left: string): { word: string; start: number }[] {
  return [...left.matchAll(readTable().clause)].map((match) => ({ word: match[0], start: match.index }))
}

/** The qualifier that starts at `position`: 左右, 以上 …; '' where none does. */
export function qualifierAfter(text: string, position: number): string {
  const { after } = readTable()
  after.lastIndex = position
  return after.exec(text)?.[0] ?? ''
}

/** Whether the words in front of a figure plan or estimate it; null where they say nothing. */
export function statusIn(words: string): Exclude<FigureStatus, 'actual'> | null {
  const { estimate, target } = readTable()
  if (target.test(words)) return 'target'
  return estimate.test(words) ? 'estimate' : null
}

function readTable(): QualifierTable {
  if (table) return table
  const { before, after, status } = loadLexicon('qualifiers', qualifiersSchema)
  const guarded = before.map(({ word, not_before }) =>
    not_before.length ? `${word}(?!${not_before.join('|')})` : word,
  )
  const placed = (place: string) => longestFirst(guarded.filter((_, i) => before[i]?.place === place))
  const head = `(?:^|[,;。:、])(?:(?:20\\d\\d年|今年|全年|明年)[,、]?)?(?:${longestFirst(status.target_at_head)})`
  table = {
    adjacent: new RegExp(`(?:${placed('adjacent')})$`),
    clause: new RegExp(placed('clause'), 'g'),
    after: new RegExp(longestFirst(after), 'y'),
    estimate: new RegExp(longestFirst(status.estimate)),
    target: new RegExp(`${longestFirst(status.target)}|${head}`),
  }
  return table
}

function longestFirst(patterns: readonly string[]): string {
  return [...patterns].sort((a, b) => b.length - a.length).join('|')
}
