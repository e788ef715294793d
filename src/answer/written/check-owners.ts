import { messages } from '../../messages.js'
import { wordAt } from '../../report/ledger/words.js'
import type { Figure } from '../../report/report.js'
import { clausesOf } from '../../text/clauses.js'
import type { Meaning } from './check-claim.js'
import { type Material, type OfferedNumber, PLACEHOLDERS } from './material.js'
import { shareOf } from './near-clause.js'
import { contentWords, isTopic, PLACEHOLDER, toComparedForm } from './reply-words.js'

const words = messages.written.faults

/** Share of the words around a number that its clause must hold. */
const TOGETHER = 0.6
const WHOLLY = 0.8
/** A lead of no more words may lose its comma: 力争2023年底. */
const LEAD = 2

/**
 * What is wrong with whose a claim's numbers are. Each figure is the one that the words around it ask for, of two equals the
 * one whose turn it is; and what narrows it where it stands (规上, 人均, 净增) is said. Other numbers stay in their clause.
 */
export function checkOwners(text: string, material: Material, meaning: Meaning): string[] {
  // A figure alone is given its subject by the program.
  const isAlone = contentWords(text).length === 0 && text.match(PLACEHOLDER)?.length === 1
  if (isAlone) return []
  let subject: string[] = []
  let topic = ''
  const faults: string[] = []
  for (const { start, end } of clausesOf(text)) {
    const clause = text.slice(start, end)
    const places = placesIn(clause, material)
    places.forEach((place, i) => {
      const { number, front } = place
      if (place.subject.length > 0) subject = place.subject
      const isIn = number.figure
        ? isOwner({ ...place, subject }, places.slice(0, i), material, meaning)
        : staysInPlace(number, clause, text, material)
      if (!isIn) faults.push(words.otherOwner(number.id, front.trim()))
      else if (number.figure && lacksNarrowing(number, number.figure, topic + clause, meaning))
        faults.push(words.needsSubject(number.id, number.figure.indicator))
    })
    topic = isTopic(clause) ? clause : ''
    const rest = contentWords(clause)
    if (places.length === 0 && rest.length > 0) subject = rest
  }
  return faults
}

interface NumberPlace {
  number: OfferedNumber
  /** What stands in front, up to the number before. */
  front: string
  /** Words behind that the number counts (16条道路). */
  counted: string[]
  /** Words that say whose the number is. */
  subject: string[]
}

function placesIn(clause: string, { numbers }: Material): NumberPlace[] {
  const pieces = clause.split(PLACEHOLDERS)
  return pieces.flatMap((piece, i) => {
    if (i % 2 === 0) return []
    const [front, behind] = [pieces[i - 1]!, pieces[i + 1]!]
    const counted = contentWords(behind.match(COUNTED)?.[0] ?? '')
    const number = numbers.get(piece.slice(1, -1))!
    return { number, front, counted, subject: [...contentWords(front), ...counted] }
  })
}

/** What directly follows a number, up to a mark. */
const COUNTED = /^[\p{Script=Han}“「『][^,，、;；]*/u

function isOwner(
  { number, subject, counted }: NumberPlace,
  before: readonly NumberPlace[],
  { numbers }: Material,
  meaning: Meaning,
): boolean {
  const [figure, names] = [number.figure!, meaning.namesOf(number.figure!.indicator).join(' ')]
  const share = shareOf(subject, `${number.own} ${names}`)
  if (subject.length === 0 || share < TOGETHER || !countsWhat(number, figure, counted)) return false
  const others = [...numbers.values()].filter((other) => other.figure !== null && other !== number)
  if (others.some((other) => shareOf(subject, other.own) > share)) return false
  const things = subject.filter((word) => !isManner(word))
  const near = shareOf(things, nearby(number))
  const taken = before.map((place) => place.number)
  const left = others.filter((other) => other.clause === number.clause && !taken.includes(other))
  if (left.some((other) => shareOf(things, nearby(other)) > near)) return false
  // Two of a clause keep its order, unless their words tell them apart.
  return taken.every((other) => !isTurned(other, number) || shareOf(things, nearby(other)) < near)
}

function isTurned(before: OfferedNumber, behind: OfferedNumber): boolean {
  return before.clause === behind.clause && before.clause.indexOf(before.id) >= before.clause.indexOf(behind.id)
}

/** What a number counts stands behind it in the report, too, or ends the name of what it measures. */
function countsWhat({ behind }: OfferedNumber, { indicator }: Figure, counted: readonly string[]): boolean {
  const last = counted.at(-1)
  return last === undefined || behind.includes(last) || toComparedForm(indicator).endsWith(last)
}

function nearby({ front, behind, figure }: OfferedNumber): string {
  return `${front} ${behind} ${toComparedForm(figure?.indicator ?? '')}`
}

/** Whether the clause leaves out a word that narrows the figure where it stands; manner narrows nothing. */
function lacksNarrowing(
  { front, behind }: OfferedNumber,
  { indicator }: Figure,
  clause: string,
  meaning: Meaning,
): boolean {
  const said = toComparedForm(clause)
  if (meaning.namesOf(indicator).some((name) => said.includes(name))) return false
  const needed = contentWords(indicator).filter((word) => `${front} ${behind}`.includes(word) && !isManner(word))
  return needed.some((word) => !said.includes(word))
}

function isManner(word: string): boolean {
  return (['carriers', 'adverbs', 'connectors'] as const).some((list) => wordAt(list, 'whole', word) !== '')
}

/**
 * A date or a name may not be moved from what it is said of: its statement says the whole claim, its clause the clause. A
 * short lead may lose its comma.
 */
function staysInPlace({ own, evidenceId }: OfferedNumber, clause: string, text: string, material: Material): boolean {
  const { clauses, around } = material.evidence.get(evidenceId)!
  const inStatement = shareOf(contentWords(text), `${clauses.join(',')} ${around}`)
  const [lead, said] = [contentWords(own), contentWords(clause)]
  const isLead = lead.length <= LEAD && lead.every((word) => said.includes(word))
  return inStatement >= WHOLLY && (isLead || shareOf(said, own) >= TOGETHER)
}
