import type { Report, Statement } from '../report/report.js'
import { toSearchForm } from '../text/search-form.js'
import { groupBy } from './group-by.js'
import { pairsOf } from './pairs.js'
import type { Entry, EntryReader } from './read-entries.js'

/** All figures of some reports, found by their indicator or by the sentence they stand in. */
export interface FigureIndex {
  reports: readonly Report[]
  entries: readonly Entry[]
  /** Entries that share characters with an indicator in normal form, likeliest first. */
  byIndicator(indicator: string, limit?: number): Entry[]
  /** Statements whose whole text this is; the key is `sentenceKey` of the text. */
  bySentence(key: string): { report: Report; statement: Statement }[]
  entriesOf: EntryReader
}

export function buildFigureIndex(reports: readonly Report[], read: EntryReader): FigureIndex {
  const entries = reports.flatMap((report) => report.statements.flatMap((statement) => read(report, statement)))
  const postings = postingsOf(entries)
  const sentences = groupBy(
    reports.flatMap((report) => report.statements.map((statement) => ({ report, statement }))),
    ({ statement }) => sentenceKey(statement.text),
  )
  const found = new Map<string, Entry[]>()
  return {
    reports,
    entries,
    byIndicator(indicator, limit = 200) {
      if (found.size > 5000) found.clear()
      const known = found.get(indicator) ?? likeliest(entries, postings, indicator, limit)
      found.set(indicator, known)
      return known
    },
    bySentence: (key) => sentences.get(key) ?? [],
    entriesOf: read,
  }
}

/** A sentence without blanks, quotation marks, width, list number, note marks and the marks at its ends. */
export function sentenceKey(text: string): string {
  return toSearchForm(text)
    .replace(/\[\d{1,3}\]/g, '')
    .replace(/^(?:\d{1,3}[.、)](?!\d)|\(\d{1,3}\))/, '')
    .replace(/^[,;:。!?、]+|[,;:。!?、]+$/g, '')
}

function postingsOf(entries: readonly Entry[]): Map<string, number[]> {
  const postings = new Map<string, number[]>()
  for (const [position, entry] of entries.entries())
    for (const token of new Set(entry.indicators.flatMap((indicator) => [...pairsOf(indicator), `=${indicator}`]))) {
      const list = postings.get(token)
      if (list) list.push(position)
      else postings.set(token, [position])
    }
  return postings
}

function likeliest(
  entries: readonly Entry[],
  postings: ReadonlyMap<string, number[]>,
  indicator: string,
  limit: number,
): Entry[] {
  const counts = new Map<number, number>()
  const vote = (token: string, weight: number) => {
    for (const position of postings.get(token) ?? []) counts.set(position, (counts.get(position) ?? 0) + weight)
  }
  for (const pair of pairsOf(indicator)) vote(pair, 1)
  vote(`=${indicator}`, 1000)
  const score = (position: number) =>
    counts.get(position)! / Math.sqrt(Math.min(...entries[position]!.indicators.map((name) => name.length)) || 1)
  return [...counts.keys()]
    .sort((a, b) => score(b) - score(a))
    .slice(0, limit)
    .map((position) => entries[position]!)
}
