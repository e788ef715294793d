import type { Offer } from './check-clause.js'
import type { OfferedEvidence } from './material.js'
import { contentWords, PLACEHOLDER } from './reply-words.js'

/** A clause of the evidence that says what a clause of a model's says. Texts are in compared form. */
export interface NearClause {
  /** One clause, or two neighbours that are told as one. */
  text: string
  around: string
  isPlanned: boolean
  /** How far the report's own place reaches; null where it has none. */
  own: string | null
  /** Share (0–1) of the words that it holds, with its headings; of a clause with numbers, with all clauses that hold those. */
  share: number
  /** Whether a word of the clause comes from another statement. */
  isForeign: boolean
}

/** The clauses of the evidence that hold the clause's numbers, or most of its words; none where no word is held. */
export function nearestClauses(clause: string, said: readonly string[], offer: Offer): NearClause[] {
  const ids = clause.match(PLACEHOLDER) ?? []
  const all = offer.evidence.flatMap((evidence) => stretchesOf(evidence, said, ids).map((text) => ({ evidence, text })))
  const indicators = ids.map((id) => offer.numbers.get(id.slice(1, -1))!.own)
  if (ids.length > 0) {
    const holders = all.filter(({ text }) => ids.some((id) => text.includes(id)))
    const held = [...holders.flatMap(({ text, evidence }) => [text, evidence.around]), ...indicators].join(' ')
    const whole = [...holders.flatMap(({ evidence }) => evidence.clauses), held].join(' ')
    return holders.map((holder) => toNear(holder, shareOf(said, held), isForeign(said, whole, offer)))
  }
  const scored = all.map((one) => ({ ...one, score: shareOf(said, one.text) }))
  const most = Math.max(0, ...scored.map(({ score }) => score))
  if (most === 0) return []
  return scored
    .filter(({ score }) => score === most)
    .map((one) => {
      const { clauses, around } = one.evidence
      return toNear(one, shareOf(said, `${one.text} ${around}`), isForeign(said, [...clauses, around].join(' '), offer))
    })
}

function toNear({ text, evidence }: { text: string; evidence: OfferedEvidence }, share: number, isForeign: boolean) {
  const { around, isPlanned, ownScope: own } = evidence
  return { text, around, isPlanned, own, share, isForeign }
}

/** Share of a clause's words that must be said for the clause to be there as a whole. */
const WHOLE = 0.8

/** The clauses of a statement, and each two neighbours that the words and numbers said hold as a whole. */
function stretchesOf({ clauses }: OfferedEvidence, said: readonly string[], ids: readonly string[]): string[] {
  const heard = said.join(' ')
  const isWhole = (clause: string) => {
    const own = contentWords(clause)
    const isCounted = (clause.match(PLACEHOLDER) ?? []).every((id) => ids.includes(id))
    return own.length > 0 && isCounted && shareOf(own, heard) >= WHOLE
  }
  const pairs = clauses.slice(1).flatMap((second, i) => {
    const first = clauses[i]!
    return isWhole(first) && isWhole(second) ? [`${first}${second}`] : []
  })
  return [...clauses, ...pairs]
}

function isForeign(said: readonly string[], held: string, { isCarried }: Offer): boolean {
  // A numeral of the model's own is told of by itself.
  return said.some((word) => !/\p{N}/u.test(word) && !held.includes(word) && !isCarried(word))
}

/** Share (0–1) of the words, by their length, that `text` holds; 1 where there are none. */
export function shareOf(said: readonly string[], text: string): number {
  const lengthOf = (list: readonly string[]) => list.reduce((sum, { length }) => sum + length, 0)
  return said.length === 0 ? 1 : lengthOf(said.filter((word) => text.includes(word))) / lengthOf(said)
}
