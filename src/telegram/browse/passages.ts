import type { Report, Statement } from '../../report/report.js'

/** What is read in one go: a paragraph, or short ones of one section together. */
export interface Passage {
  /** Of its first sentence: index into the report's sections; null before the first heading. */
  section: number | null
  statements: Statement[]
}

/** Paragraphs are joined up to this many characters, so that a list of one-liners is not turned line by line. */
const JOINED_CHARACTERS = 400
/** A passage is cut between sentences where it would be longer: one message holds 4096. */
const LONGEST = 2400

/** A report in passages, headings that stand alone left out: the same ones, in the same order, for the same text. */
export function passagesOf({ statements }: Report): Passage[] {
  const passages: Passage[] = []
  const withText = new Set(statements.filter(({ kind }) => kind !== 'heading').map(({ paragraph }) => paragraph))
  for (const statement of statements) {
    if (!withText.has(statement.paragraph)) continue
    const current = passages.at(-1)
    if (current && belongs(statement, current)) current.statements.push(statement)
    else passages.push({ section: statement.section, statements: [statement] })
  }
  return passages
}

function belongs(statement: Statement, { section, statements }: Passage): boolean {
  const length = statements.reduce((sum, { text }) => sum + text.length, statement.text.length)
  if (statements.at(-1)?.paragraph === statement.paragraph) return length <= LONGEST
  return statement.section === section && length <= JOINED_CHARACTERS
}

/** Index of the passage that holds a statement; of the next one for a heading. */
export function passageOf(passages: readonly Passage[], statement: number): number {
  const index = passages.findIndex(({ statements }) => (statements.at(-1)?.index ?? -1) >= statement)
  return index < 0 ? passages.length - 1 : index
}
