import type { ConceptLexicon } from '../lexicon/concepts.js'
import type { Report } from '../report/report.js'
import { isPlain } from './item-topics.js'
import type { Wording } from './wording.js'

const SHORTEST = 3
const MOST = 4
/** A whole field rather than one thing done in it. */
const FIELD = 8

/**
 * What each item speaks of: fields of work and concepts of the lexicon, by the share of their mentions that stand in it,
 * those nearest its heading first.
 * @param items indices into the report's sections
 */
export function bodyTopics(
  report: Report,
  items: readonly number[],
  lexicon: ConceptLexicon,
  wording: Wording,
): Map<number, string[]> {
  const { fields, unasked } = wording.headings
  const things = lexicon.concepts
    .filter(({ kind }) => kind === 'thing')
    .flatMap(({ official }) => official.filter((word) => word.length >= SHORTEST && !/[a-z0-9]/.test(word)))
  const names = [...new Set([...fields, ...things])].filter((word) => !unasked.includes(word))
  const texts = new Map(items.map((item) => [item, bodyOf(report, item)]))
  const counts = new Map(names.map((name) => [name, countIn(name, [...texts.values()].flat())]))
  const named = names.filter((name) => counts.get(name)! > 0 && isPlain(name, wording, lexicon))
  return new Map(
    items.map((item) => {
      const heading = report.sections[item]!.path.slice(-2).join('')
      const weighed = named.flatMap((name) => {
        const count = countIn(name, texts.get(item)!)
        if (count === 0) return []
        const weight = (count ** 2 / counts.get(name)!) * (1 + 2 * shareIn(name, heading))
        return [{ name, weight: fields.includes(name) ? FIELD * weight : weight }]
      })
      weighed.sort((a, b) => b.weight - a.weight || b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
      return [item, weighed.slice(0, MOST).map(({ name }) => name)]
    }),
  )
}

function bodyOf(report: Report, item: number): string[] {
  return report.statements
    .filter(({ section, kind }) => section === item && kind === 'sentence')
    .map(({ text }) => text)
}

function countIn(name: string, texts: readonly string[]): number {
  return texts.filter((text) => text.toLowerCase().includes(name)).length
}

/** Share of the name's characters that the heading has. */
function shareIn(name: string, heading: string): number {
  return [...name].filter((character) => heading.includes(character)).length / name.length
}
