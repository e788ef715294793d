/** A cited sentence as people read it: the cells of a table's row, which a tab parts, stand apart. */
export function shownSentence(sentence: string): string {
  return sentence.trim().replace(/\s*\t\s*/g, ' | ')
}
