/**
 * A stretch of text as a reader sees it, and where each part of it stands in the stored text. Markup, entities, blanks
 * between characters and page numbers are in the stored text only.
 */
export interface MappedText {
  readonly text: string
  /** Ascending in both texts; together they cover `text`. */
  readonly runs: readonly Run[]
}

/**
 * A run stands for `stored.slice(start, end)`. Where it is as long in `text` as there, it is the same characters; else it
 * is one thing (an entity, a tag read as a blank) that cannot be cut.
 */
export interface Run {
  /** Offset in `MappedText.text`. */
  at: number
  start: number
  end: number
}

/** A stretch of the stored text that reads as it stands. */
export function mappedSlice(stored: string, start: number, end: number): MappedText {
  return { text: stored.slice(start, end), runs: start < end ? [{ at: 0, start, end }] : [] }
}

/** The stretch of `mapped` between two offsets of its text. */
export function subText(mapped: MappedText, from: number, to: number): MappedText {
  if (from >= to) return { text: '', runs: [] }
  const runs: Run[] = []
  for (let i = runAt(mapped, from); i < mapped.runs.length; i++) {
    const run = mapped.runs[i]!
    if (run.at >= to) break
    const length = lengthOf(mapped, i)
    const verbatim = run.end - run.start === length
    const skipped = Math.max(0, from - run.at)
    const dropped = Math.max(0, run.at + length - to)
    const at = Math.max(run.at, from) - from
    runs.push(verbatim ? { at, start: run.start + skipped, end: run.end - dropped } : { ...run, at })
  }
  return { text: mapped.text.slice(from, to), runs }
}

/** Texts one behind the other; the stored text between them is left out of the reading. */
export function joinTexts(parts: readonly MappedText[]): MappedText {
  const runs: Run[] = []
  let length = 0
  for (const part of parts) {
    for (const run of part.runs) runs.push({ ...run, at: run.at + length })
    length += part.text.length
  }
  return { text: parts.map(({ text }) => text).join(''), runs }
}

/** `mapped` without what a global `pattern` matches. */
export function withoutMatches(mapped: MappedText, pattern: RegExp): MappedText {
  const texts: string[] = []
  const runs: Run[] = []
  let length = 0
  let from = 0
  const keep = (to: number) => {
    if (to <= from) return
    const part = subText(mapped, from, to)
    for (const run of part.runs) {
      run.at += length
      runs.push(run)
    }
    texts.push(part.text)
    length += part.text.length
  }
  for (const match of mapped.text.matchAll(pattern)) {
    keep(match.index)
    from = match.index + match[0].length
  }
  if (from === 0) return mapped
  keep(mapped.text.length)
  return { text: texts.join(''), runs }
}

/** `mapped` without the blanks at its ends. */
export function trimText(mapped: MappedText): MappedText {
  const { text } = mapped
  const trimmed = text.trim()
  if (trimmed.length === text.length) return mapped
  const from = text.length - text.trimStart().length
  return subText(mapped, from, from + trimmed.length)
}

/** Where a stretch of the reading text stands in the stored text. */
export function storedSpan(mapped: MappedText, from: number, to: number): { start: number; end: number } {
  const { runs } = subText(mapped, from, to)
  return { start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0 }
}

/** Index of the run that holds an offset (binary search: a PDF's text has a run for every character). */
function runAt(mapped: MappedText, offset: number): number {
  let low = 0
  let high = mapped.runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (mapped.runs[middle]!.at <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function lengthOf(mapped: MappedText, index: number): number {
  return (mapped.runs[index + 1]?.at ?? mapped.text.length) - mapped.runs[index]!.at
}
