import type { ConceptLexicon } from '../lexicon/concepts.js'
import { leadOf, type Wording } from './wording.js'

/** The name of the concept that an indicator is in full, the indicator itself where it is none. */
export function conceptName(indicator: string, { words }: ConceptLexicon): string {
  const meaning = words.get(indicator.toLowerCase())?.find(({ via }) => via === 'official')
  return meaning?.concept.name ?? indicator
}

/**
 * The indicator in citizens' words, where it is a concept of the lexicon in full, a verb in front aside: 培育高企 for
 * 培育高新技术企业. Only words that mean nothing else.
 * @param most so many wordings
 */
export function citizensNames(indicator: string, lexicon: ConceptLexicon, wording: Wording, most = 3): string[] {
  const verb = leadOf(indicator, wording.verbs.lead) ?? ''
  const noun = indicator.slice(verb.length)
  for (const [before, rest] of [
    ['', indicator],
    [verb, noun],
  ] as const) {
    const said = saidFor(rest.toLowerCase(), lexicon)
    const fit = said.filter((word) => !wording.unfit.some((bad) => word.includes(bad)) && !rest.includes(word))
    if (fit.length > 0) return fit.slice(0, most).map((word) => before + word)
  }
  return []
}

/** Citizens' words for an official one that mean one concept only, in the order of the lexicon. */
function saidFor(official: string, { words }: ConceptLexicon): string[] {
  const concept = words.get(official)?.find(({ via }) => via === 'official')?.concept
  if (!concept) return []
  const said: string[] = []
  for (const [word, meanings] of words)
    if (meanings.length === 1 && meanings[0]!.via === 'said' && meanings[0]!.concept === concept) said.push(word)
  return said
}
