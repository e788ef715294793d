import { loadPlaces } from '../lexicon/places.js'
import { verbAt } from '../report/ledger/words.js'
import { isNameEnding } from '../understand/modifiers.js'
import { answerWords } from './answer-words.js'

/**
 * Whether a clause says where something is: a place that the question does not name stands in brackets within its name
 * (协作(青河)园区), behind what leads to a place (落户青河), or in front of what was done there (青河推出首条线路).
 */
export function namesPlace(clause: string, asked: string): boolean {
  return isBracketed(clause, asked) || isLedTo(clause, asked) || isInFront(clause, asked)
}

function isBracketed(clause: string, asked: string): boolean {
  return [...clause.matchAll(BRACKETED)].some(
    ([, name]) => placeAtStart(name!, asked) === name || (isNameEnding(name!.at(-1)!) && !asked.includes(name!)),
  )
}

const BRACKETED = /(?<=\p{Script=Han})[(（](\p{Script=Han}{2,6})[)）](?=\p{Script=Han}{2})/gu

function isLedTo(clause: string, asked: string): boolean {
  return [...clause.matchAll(answerWords('leads_to_place', 'anywhere', 'g'))].some(
    ({ index, 0: word }) => placeAtStart(clause.slice(index + word.length), asked) !== null,
  )
}

function isInFront(clause: string, asked: string): boolean {
  const said = clause.replace(answerWords('opens_clause', 'start'), '')
  const place = placeAtStart(said, asked)
  return place !== null && verbAt(said.slice(place.length).replace(DIVISION, '')) !== ''
}

const DIVISION = /^[省市县区州镇乡村]/

/** The place of the gazetteer with which a text begins, unless the question names it. */
function placeAtStart(text: string, asked: string): string | null {
  const [first] = loadPlaces().findIn(text)
  return first?.start === 0 && !asked.includes(first.name) ? first.name : null
}
