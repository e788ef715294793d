import { loadPlaceNames, loadPlaceRules, type PlaceNames, type PlaceRules } from './place-names.js'

export interface PlaceFound {
  name: string
  start: number
  /** Names of the places it lies in (江西省, 江西, 南昌市 … for 青云谱), outermost first; [] abroad. */
  within: readonly string[]
}

/** Provinces, cities and districts of the country and places abroad, to tell a question about another place. */
export interface PlaceLexicon {
  /** Place names in a text, longest first where they overlap, in the text's order; roads named after places are none. */
  findIn(text: string): PlaceFound[]
  /** Countries that something goes to or comes from (对日本出口): the text is not about them, but about them alone. */
  partnersIn(text: string): PlaceFound[]
  /** The character that stands for a province, country or continent in pairs (川渝, 中非); null where none does. */
  abbreviationOf(name: string): { short: string; isAbroad: boolean } | null
  /** The same for the country itself. */
  homeAbbreviation: string
}

interface Gazetteer {
  names: PlaceNames
  /** First two characters of a name → the names, longest first. */
  byFront: Map<string, string[]>
  rules: PlaceRules
}

let gazetteer: Gazetteer | undefined

/** The gazetteer, opened once for all who use it, with the first text: lexicon/places.yaml and the list of divisions. */
export function loadPlaces(): PlaceLexicon {
  const find = (text: string, isWanted: IsWanted) => {
    if (!/\p{Script=Han}{2}/u.test(text)) return []
    gazetteer ??= openGazetteer()
    return findPlaces(text, gazetteer, isWanted)
  }
  return {
    findIn: (text) => find(text, isMeant),
    partnersIn: (text) => find(text, isPartner),
    abbreviationOf(name) {
      const { abbreviations } = loadPlaceRules()
      const bare = name.replace(PROVINCE, '')
      const province = abbreviations.provinces[bare]
      const short = province ?? abbreviations.abroad[bare]
      return short === undefined ? null : { short, isAbroad: province === undefined }
    },
    get homeAbbreviation() {
      return loadPlaceRules().abbreviations.home
    },
  }
}

const PROVINCE = /(?:省|市|特别行政区|(?:维吾尔|壮族|回族)?自治区)$/

function openGazetteer(): Gazetteer {
  const rules = loadPlaceRules()
  const names = loadPlaceNames()
  const byFront = new Map<string, string[]>()
  for (const name of [...names.keys()].sort((a, b) => b.length - a.length)) {
    const front = name.slice(0, 2)
    const alike = byFront.get(front)
    if (alike) alike.push(name)
    else byFront.set(front, [name])
  }
  return { names, byFront, rules }
}

type IsWanted = (
  around: { before: string; behind: string },
  place: Omit<PlaceFound, 'start'>,
  rules: PlaceRules,
) => boolean

function findPlaces(text: string, gazetteer: Gazetteer, isWanted: IsWanted): PlaceFound[] {
  const found: PlaceFound[] = []
  let boundaries: ReadonlySet<number> | undefined
  for (let start = 0; start < text.length - 1; start++) {
    const candidates = gazetteer.byFront.get(text.slice(start, start + 2))
    if (!candidates) continue
    boundaries ??= wordBoundaries(text)
    const name = candidates.find((candidate) => standsAt(text, start, candidate, boundaries!))
    if (!name) continue
    const around = { before: text.slice(0, start), behind: text.slice(start + name.length) }
    const place = { name, within: gazetteer.names.get(name)! }
    if (isWanted(around, place, gazetteer.rules)) found.push({ ...place, start })
    start += name.length - 1
  }
  return found
}

/** A name ends with a word (南昌市 does not in 南昌市民); a name of two characters also begins with one. */
function standsAt(text: string, start: number, name: string, boundaries: ReadonlySet<number>): boolean {
  if (!text.startsWith(name, start) || !boundaries.has(start + name.length)) return false
  return name.length > 2 || boundaries.has(start)
}

const isMeant: IsWanted = ({ before, behind }, _, { name_tails: tails, lead_ins: leadIns }) =>
  !tails.some((tail) => behind.startsWith(tail)) && !leadIns.some((leadIn) => before.endsWith(leadIn))

const isPartner: IsWanted = ({ before }, { within }, { partner_lead_ins: leadIns }) =>
  within.length === 0 && leadIns.some((leadIn) => before.endsWith(leadIn))

let segmenter: Intl.Segmenter | undefined

function wordBoundaries(text: string): Set<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const boundaries = new Set<number>([text.length])
  for (const { index } of segmenter.segment(text)) boundaries.add(index)
  return boundaries
}
