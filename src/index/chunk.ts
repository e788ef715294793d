import type { Report } from '../report/report.js'

/** What is embedded: a statement, with the end of its heading path in front. */
export interface Chunk {
  reportId: string
  /** Index into `Report.statements`. */
  statement: number
  /** The text that is embedded. */
  text: string
}

/** Characters taken of a heading path, from its end: the innermost headings say most. */
const PATH_LENGTH = 30

/**
 * A chunk for each of a report's statements. Headings are no chunks of their own: they stand in front of what is under them.
 * Longer chunks, of several statements, find worse (docs/embedding-retrieval.md).
 */
export function chunkReport({ id, sections, statements }: Pick<Report, 'id' | 'sections' | 'statements'>): Chunk[] {
  const headings = sections.map(({ path }) => path.join(' ').slice(-PATH_LENGTH))
  return statements
    .filter(({ kind }) => kind !== 'heading')
    .map(({ index, section, text }) => ({
      reportId: id,
      statement: index,
      text: `${section === null ? '' : headings[section]} ${text.trim()}`.trimStart(),
    }))
}
