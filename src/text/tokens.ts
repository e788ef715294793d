const HAN_RUN = /[\p{Script=Han}]+|[a-z0-9.%]+/gu

/**
 * Lexical tokens of a search form: every Han character and every pair of neighbours; Latin words and numbers whole.
 * Characters and bigrams need no segmenter and beat one on short statements (see docs/design.md).
 */
export function tokensOf(searchForm: string): string[] {
  const tokens: string[] = []
  for (const [run] of searchForm.matchAll(HAN_RUN)) {
    if (/^[a-z0-9.%]/.test(run)) {
      tokens.push(run)
      continue
    }
    for (let i = 0; i < run.length; i++) {
      tokens.push(run[i]!)
      if (i + 1 < run.length) tokens.push(run.slice(i, i + 2))
    }
  }
  return tokens
}

/** What a Han character by itself counts where a pair counts 1: it says less of what is meant. */
const SINGLE_CHARACTER = 0.7

export function weightOfToken(token: string): number {
  return /^\p{Script=Han}$/u.test(token) ? SINGLE_CHARACTER : 1
}

let segmenter: Intl.Segmenter | undefined

/** The text cut by ICU's dictionary, punctuation included. */
export function segmentsOf(text: string): Iterable<Intl.SegmentData> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return segmenter.segment(text)
}

/** Words by ICU's dictionary, punctuation dropped. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const part of segmentsOf(text)) if (part.isWordLike) words.push(part.segment)
  return words
}
