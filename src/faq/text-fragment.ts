/** Longer sentences are named by their first and last words. */
const LONGEST_WHOLE = 30
const ENDS = 12

/**
 * A link that opens a page at a sentence (https://wicg.github.io/scroll-to-text-fragment/): `#:~:text=` with the whole
 * sentence, or its first and last words where it is long or has line breaks in it.
 */
export function fragmentLink(url: string, sentence: string): string {
  const text = sentence.trim()
  const base = url.split('#:~:')[0]!
  const fragment = text.length <= LONGEST_WHOLE && !/\s{2}|\n/.test(text) ? encoded(text) : endsOf(text)
  return `${base}${base.includes('#') ? '' : '#'}:~:text=${fragment}`
}

function endsOf(text: string): string {
  const lines = text.split(/\s*\n\s*/).filter((line) => line !== '')
  return `${encoded(lines[0]!.slice(0, ENDS))},${encoded(lines.at(-1)!.slice(-ENDS))}`
}

/** Commas, ampersands and dashes have a meaning in a fragment; encodeURIComponent leaves the dash. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('-', '%2D')
}
