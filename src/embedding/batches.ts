/** Texts given to the model at once, at most: more are no faster. */
const MOST_TEXTS = 32
/** Of the memory that is free a batch may take this share, within bounds. */
const SHARE = 1 / 16
const LEAST_BYTES = 32 * 2 ** 20
const MOST_BYTES = 256 * 2 ** 20

/** Every text of a batch is as long as its longest, and each head of attention holds a number for every pair of tokens. */
const HEADS = 12
const BYTES_PER_NUMBER = 4
/** Models read no more tokens than this; in Chinese a token is about a character. */
const MOST_TOKENS = 512

/** Texts in their order, in batches whose numbers fit into `bytes` of memory. Default: a share of what is free now. */
export function batchesOf(texts: readonly string[], bytes?: number): string[][] {
  // Asking the system what is free takes as long as reading a question.
  if (texts.length === 1) return [[...texts]]
  const room = bytes ?? freeBytes()
  const batches: string[][] = []
  let longest = 0
  for (const text of texts) {
    const batch = batches.at(-1)
    longest = Math.max(longest, text.length)
    if (batch && batch.length < MOST_TEXTS && (batch.length + 1) * bytesOf(longest) <= room) batch.push(text)
    else {
      batches.push([text])
      longest = text.length
    }
  }
  return batches
}

function bytesOf(characters: number): number {
  return Math.min(characters, MOST_TOKENS) ** 2 * HEADS * BYTES_PER_NUMBER
}

function freeBytes(): number {
  return Math.min(MOST_BYTES, Math.max(LEAST_BYTES, process.availableMemory() * SHARE))
}
