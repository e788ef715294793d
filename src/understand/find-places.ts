import type { PlaceLexicon } from '../lexicon/places.js'
import type { Report } from '../report/report.js'
import type { Span } from '../text/clauses.js'
import { askingWords } from './asking-words.js'

export interface PlacesFound {
  /** Reports whose place the question names, in its order. */
  reports: Report[]
  /** Places named that no report of the corpus is about. */
  foreign: ForeignPlace[]
  /** Countries traded with, which no report is about and of which alone something is asked. */
  partners: ForeignPlace[]
  /** Where each report's place stands, by report id. */
  at: Map<string, number>
  /** Where the corpus's place names stand. */
  spans: Span[]
  /** The question asks which place: 哪个省, 哪个区. */
  asksWhich: boolean
}

export interface ForeignPlace {
  name: string
  start: number
  /** How reports write it otherwise: 川渝 where both do something together, 全市 for all of the own city. Most often none. */
  pairs: string[]
}

/** Names that are place words as well as attributes (全国第一) count as a place only at the front. */
const WHOLE_COUNTRY = '全国'

/** Finds the corpus's places in a search form, and places of the lexicon that the corpus lacks. */
export function findPlaces(text: string, reports: readonly Report[], lexicon: PlaceLexicon): PlacesFound {
  const found: PlacesFound = {
    reports: [],
    foreign: [],
    partners: [],
    at: new Map(),
    spans: [],
    asksWhich: askingWords('which_place').test(text),
  }
  let rest = text
  const names = reports.flatMap((report) => namesOf(report).map((name) => ({ name: name.toLowerCase(), report })))
  for (const name of [...new Set(names.map((entry) => entry.name))].sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(name)
    if (at < 0 || (name === WHOLE_COUNTRY && !/^(?:\d{4}年?|,|\s)*$/.test(rest.slice(0, at)))) continue
    const owners = names.filter((entry) => entry.name === name).map((entry) => entry.report)
    found.reports.push(...owners.filter((owner) => !found.reports.includes(owner)))
    for (const { id } of owners) if (!found.at.has(id)) found.at.set(id, at)
    found.spans.push({ start: at, end: at + name.length - (beginsAccount(rest, at + name.length) ? 1 : 0) })
    rest = rest.slice(0, at) + ' '.repeat(name.length) + rest.slice(at + name.length)
  }
  for (const { name, start } of lexicon.partnersIn(rest))
    if (!isPartOfName(text, name, start, reports)) found.partners.push({ name, start, pairs: [] })
  for (const { name, start } of lexicon.findIn(rest)) {
    if (
      isParentOf(name, start, found) ||
      isScopeOfRank(text, { name, start }, reports, lexicon) ||
      isExcepted(text, start) ||
      isOfStory(text, { name, start })
    )
      found.spans.push({ start, end: start + name.length })
    else if (!isPartOfName(text, name, start, reports))
      found.foreign.push({
        name,
        start,
        pairs: isPartner(text, { name, start })
          ? pairsOf(name, reports, lexicon)
          : [...firmsOf(text, { name, start }, reports, lexicon), ...wholesOf(text, { name, start }, reports)],
      })
  }
  return found
}

/** 市 of 某某市级 and 某某市本级 belongs to the account as well as to the place. */
function beginsAccount(text: string, end: number): boolean {
  return /^[省市区县州旗]本?级/.test(text.slice(end - 1))
}

/** 和四川一起建, 与东盟之间的: what one's own place does with another is a matter of one's own. */
function isPartner(text: string, { name, start }: { name: string; start: number }): boolean {
  return (
    askingWords('with', 'end').test(text.slice(0, start)) &&
    askingWords('together', 'start').test(text.slice(start + name.length))
  )
}

/** The short names of another place and of the reports' own in one word, as far as the reports write it. */
function pairsOf(name: string, reports: readonly Report[], lexicon: PlaceLexicon): string[] {
  const other = lexicon.abbreviationOf(name)
  if (other === null) return []
  return reports.flatMap(({ place, text }) => {
    const around = lexicon.findIn(place ?? '').flatMap((found) => [...found.within, found.name])
    const own = around.map((region) => lexicon.abbreviationOf(region)?.short).find(Boolean)
    const home = other.isAbroad ? lexicon.homeAbbreviation : own
    if (!home) return []
    // 其中非 is no 中非.
    return [home + other.short, other.short + home].filter((pair) => new RegExp(`(?<!其)${pair}`).test(text))
  })
}

/** 北京企业, as far as the reports write it in one word: 京企. */
function firmsOf(
  text: string,
  { name, start }: { name: string; start: number },
  reports: readonly Report[],
  lexicon: PlaceLexicon,
): string[] {
  if (!askingWords('firms', 'start').test(text.slice(start + name.length))) return []
  const short = lexicon.abbreviationOf(name)?.short
  return short === undefined ? [] : FIRM_ENDS.map((end) => short + end).filter((word) => isWritten(word, reports))
}

const FIRM_ENDS = ['企', '商', '资']

/** 在全南昌推广: a district's report writes 全市 for the whole of the city that it lies in. */
function wholesOf(
  text: string,
  { name, start }: { name: string; start: number },
  reports: readonly Report[],
): string[] {
  if (text[start - 1] !== '全') return []
  const ranks = reports.flatMap(({ place }) => place?.match(new RegExp(`${name}([省市州盟县])(?=.)`))?.[1] ?? [])
  return [...new Set(ranks)].map((rank) => `全${rank}`)
}

function isWritten(word: string, reports: readonly Report[]): boolean {
  return reports.some(({ text }) => text.includes(word))
}

/** 除了甲市和乙市,还有哪些: what is not asked for is no demand. */
function isExcepted(text: string, start: number): boolean {
  return [...text.matchAll(askingWords('excepted', 'anywhere', 'g'))].some(
    (match) => start >= match.index && start < match.index + match[0].length,
  )
}

/** 我儿子在上海打工: where somebody lives is told, not asked of. */
function isOfStory(text: string, { name, start }: { name: string; start: number }): boolean {
  return (
    askingWords('kin_at', 'end').test(text.slice(0, start)) &&
    askingWords('lives_there', 'start').test(text.slice(start + name.length))
  )
}

/** 在江西省排第几: where the corpus's own place stands among others. */
function isScopeOfRank(
  text: string,
  { name, start }: { name: string; start: number },
  reports: readonly Report[],
  lexicon: PlaceLexicon,
): boolean {
  if (!askingWords('ranks', 'start').test(text.slice(start + name.length))) return false
  return reports.some(({ place }) => lexicon.findIn(place ?? '').some(({ within }) => within.includes(name)))
}

/** 江西 in 江西流量经济产业园: a name of the corpus's own. */
function isPartOfName(text: string, name: string, start: number, reports: readonly Report[]): boolean {
  const longer = text.slice(start, start + name.length + 2)
  return (
    longer.length === name.length + 2 &&
    /^\p{Script=Han}+$/u.test(longer) &&
    reports.some((report) => report.text.includes(longer))
  )
}

function namesOf({ place, placeAliases }: Report): string[] {
  return place ? [place, ...placeAliases] : placeAliases
}

/** 南昌 in 南昌青山湖区 only says where the district lies. */
function isParentOf(name: string, start: number, { spans }: PlacesFound): boolean {
  return spans.some((span) => span.start === start + name.length || span.start === start + name.length + 1)
}
