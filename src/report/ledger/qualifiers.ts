import { z } from 'zod'
import { loadLexicon } from '../../lexicon/load-lexicon.js'
import type { FigureStatus } from '../report.js'

const statusSchema = z.enum(['actual', 'estimate', 'target'])
const qualifiersSchema = z.object({
  before: z.array(z.object({ word: z.string().min(1), status: statusSchema.optional() })),
  after: z.array(z.string().min(1)),
  status: z.object({
    actual: z.array(z.string().min(1)),
    estimate: z.array(z.string().min(1)),
    target: z.array(z.string().min(1)),
  }),
})

interface QualifierTable {
  before: RegExp
  after: RegExp
  status: { status: FigureStatus; pattern: RegExp }[]
}

let table: QualifierTable | undefined

/** Qualifiers in `left`, the words between the previous figure and the number, in order. */
export function qualifiersBefore(left: string): string[] {
  return [...left.matchAll(readTable().before)].map((match) => match[0])
}

/** The qualifier that starts at `position`: 左右, 以上 …; '' where none does. */
export function qualifierAfter(text: string, position: number): string {
  const { after } = readTable()
  after.lastIndex = position
  return after.exec(text)?.[0] ?? ''
}

/** What the words in `clause` say of the figure's standing; null where they say nothing. */
export function statusIn(clause: string): FigureStatus | null {
  for (const { status, pattern } of readTable().status) if (pattern.test(clause)) return status
  return null
}

/** `left` with every qualifier blanked out, so that what remains names the indicator. */
export function withoutQualifiers(left: string): string {
  return left.replace(readTable().before, ' ')
}

function readTable(): QualifierTable {
  if (table) return table
  const lexicon = loadLexicon('qualifiers', qualifiersSchema)
  const before = lexicon.before.map(({ word }) => word)
  table = {
    before: new RegExp(alternatives(before), 'g'),
    after: new RegExp(alternatives(lexicon.after), 'y'),
    status: (['estimate', 'target', 'actual'] as const).map((status) => ({
      status,
      pattern: new RegExp(alternatives(lexicon.status[status])),
    })),
  }
  return table
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
