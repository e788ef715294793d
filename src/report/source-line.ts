import type { MappedText } from './mapped-text.js'

/** One line of a report as a reader sees it: a paragraph, a heading, a table row. */
export interface SourceLine extends MappedText {
  /** Level where the format marks the line as a heading (HTML h1, Markdown #); null where it does not. */
  readonly heading: number | null
}
