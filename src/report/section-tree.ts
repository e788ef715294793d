import type { Marker, MarkerKind } from './heading-marker.js'
import type { Section } from './report.js'

/** A section as its heading says it, before anything is known of its time. */
export type PlainSection = Omit<Section, 'period' | 'status'>

/** Builds the tree of sections while the headings are read one after another. */
export interface SectionTree {
  readonly sections: PlainSection[]
  /** Index of the innermost open section; null before the first heading. */
  current(): number | null
  /** Opens a section below those that its marker leaves open. `start` is a stored offset. */
  open(heading: { marker: Marker; text: string; start: number }): void
  /** True where the innermost open sections hold an item with this number. */
  hasItem(number: number): boolean
  /** Every open section reaches to this stored offset. */
  reach(end: number): void
  /** Closes sections that reach no further than their paragraph or table: `clause` and `caption`. */
  closeShort(): void
  /** Closes all but the outermost open section. */
  closeToTop(): void
}

interface OpenSection {
  index: number
  kind: MarkerKind
  number: number
}

/** Sections of these kinds end with their paragraph or table. */
const SHORT: readonly MarkerKind[] = ['clause', 'caption']
/** The markers of these kinds are not among `upcoming`. */
const INNER: readonly MarkerKind[] = [...SHORT, 'item']

/**
 * @param upcoming the markers of all numbered headings (items aside) in the order in which they will be opened, to tell a series that is nested
 * in another of its kind (一、二、 inside 四、, then 五、) from one that starts anew
 */
export function createSectionTree(upcoming: readonly Marker[]): SectionTree {
  const sections: PlainSection[] = []
  let stack: OpenSection[] = []
  let opened = 0
  return {
    sections,
    current: () => stack.at(-1)?.index ?? null,
    open({ marker, text, start }) {
      stack = stack.slice(0, depthOf(stack, marker, upcoming, opened))
      if (!INNER.includes(marker.kind)) opened++
      const parent = stack.at(-1)?.index ?? null
      const path = [...(parent === null ? [] : sections[parent]!.path), text]
      const title = text.slice(Math.min(marker.length, text.length)).trim()
      stack.push({ index: sections.length, kind: marker.kind, number: marker.number })
      sections.push({ path, level: path.length, title, parent, start, end: start + text.length })
    },
    reach(end) {
      for (const { index } of stack) sections[index]!.end = Math.max(sections[index]!.end, end)
    },
    hasItem: (number) => stack.some((open) => open.kind === 'item' && open.number === number),
    closeShort() {
      stack = stack.filter(({ kind }) => !SHORT.includes(kind))
    },
    closeToTop() {
      stack = stack.slice(0, 1)
    },
  }
}

/** How many of the open sections stay open around a heading with this marker. */
function depthOf(stack: readonly OpenSection[], marker: Marker, upcoming: readonly Marker[], position: number): number {
  if (marker.kind === 'annex') return 0
  const { kind, number } = marker
  if (kind !== 'plain') {
    const next = stack.findLastIndex((open) => open.kind === kind && open.number + 1 === number)
    if (next >= 0) return next
  }
  const same = stack.findLastIndex((open) => open.kind === kind)
  if (same < 0) return stack.length
  if (number === 1 && kind !== 'plain' && resumes(upcoming, position, stack[same]!)) return stack.length
  return same
}

/** True where the open section's series goes on behind the one that starts here: … 四、(一、二、三、) 五、 */
function resumes(upcoming: readonly Marker[], position: number, open: OpenSection): boolean {
  let last = 1
  for (const { kind, number } of upcoming.slice(position + 1, position + 80)) {
    if (kind !== open.kind) continue
    if (number === open.number + 1 && number !== last + 1) return true
    if (number === 1) return false
    last = number
  }
  return false
}
