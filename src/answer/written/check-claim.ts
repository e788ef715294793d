import { messages } from '../../messages.js'
import { statusIn } from '../../report/ledger/qualifiers.js'
import { clausesOf } from '../../text/clauses.js'
import { toSearchForm } from '../../text/search-form.js'
import { type Material, type OfferedEvidence, type OfferedNumber, toIdForm } from './material.js'
import type { WrittenClaim } from './model-reply.js'
import { contentWords, numeralWords, PLACEHOLDER, polarityOf, saysDone } from './reply-words.js'

const words = messages.written.faults

/** Words that mean something of the evidence though they do not stand in it: a citizen's word for a report's. */
export type IsCarried = (word: string, evidence: readonly OfferedEvidence[]) => boolean

/** Share of a clause's words that one clause of the evidence must hold: half of one and half of another say a third thing. */
const OF_ONE_CLAUSE = 0.8
/** Share of the words in front of a number that its clause must hold. */
const TOGETHER = 0.6
const WHOLLY = 0.8

/**
 * What is wrong with a claim in the model's own words, one Chinese sentence each; empty where it stands on its evidence.
 * No number is its own; every word is carried by the evidence; each clause says no more, less or other than the clause of
 * the evidence that comes nearest; and each number belongs to the words in front of it better than any other does.
 */
export function checkClaim(claim: WrittenClaim, material: Material, isCarried: IsCarried): string[] {
  const unknown = claim.evidence.filter((id) => !material.evidence.has(id))
  if (unknown.length > 0) return [words.unknownEvidence(unknown.join('、'))]
  const evidence = claim.evidence.map((id) => material.evidence.get(id)!)
  if (evidence.length === 0) return [words.noEvidence]
  const ids = [...claim.text.matchAll(PLACEHOLDER)].map(([id]) => id.slice(1, -1))
  const foreign = ids.filter((id) => !claim.evidence.includes(material.numbers.get(id)?.evidenceId ?? ''))
  if (foreign.length > 0) return [words.foreignNumber(foreign.join('、'))]
  const stray = claim.text.replace(PLACEHOLDER, '').match(/[{}]/)
  if (stray) return [words.strayBrace]
  return [
    ...checkNumerals(claim.text, evidence),
    ...checkWords(claim.text, ids, evidence, material, isCarried),
    ...checkQuotations(claim.text, evidence),
    ...checkClauses(claim.text, { evidence, numbers: material.numbers }),
    ...checkOwners(claim.text, material),
  ]
}

/** A word with a Chinese numeral (十四五, 二号线) may stand where the evidence has it and no figure; digits never. */
function checkNumerals(text: string, evidence: readonly OfferedEvidence[]): string[] {
  const held = evidence.map(({ masked, around }) => masked + around).join('\n')
  const raw = numeralWords(text).filter((word) => !/^\p{Script=Han}+$/u.test(word) || !held.includes(word))
  return raw.length > 0 ? [words.rawNumeral([...new Set(raw)].join('、'))] : []
}

function checkWords(
  text: string,
  ids: readonly string[],
  evidence: readonly OfferedEvidence[],
  { numbers }: Material,
  isCarried: IsCarried,
): string[] {
  const indicators = ids.map((id) => numbers.get(id)!.own)
  const held = [...evidence.flatMap(({ clauses, around }) => [clauses.join(''), around]), ...indicators].join('\n')
  const loose = contentWords(text).filter(
    (word) => !/\p{N}/u.test(word) && !held.includes(word) && !isCarried(word, evidence),
  )
  return loose.length > 0 ? [words.notCarried([...new Set(loose)].join('、'))] : []
}

/** What stands in quotation marks is the report's, character for character. */
function checkQuotations(text: string, evidence: readonly OfferedEvidence[]): string[] {
  const invented = [...text.matchAll(/[“"「『《](.+?)[”"」』》]/g)]
    .map(([, quoted]) => quoted!)
    .filter((quoted) => !evidence.some(({ masked, around }) => (toIdForm(masked) + around).includes(toIdForm(quoted))))
  return invented.length > 0 ? [words.notVerbatim(invented.join('、'))] : []
}

/** The evidence of one claim, with the numbers of all. */
interface Offer extends Pick<Material, 'numbers'> {
  evidence: readonly OfferedEvidence[]
}

function checkClauses(text: string, offer: Offer): string[] {
  return clausesOf(text).flatMap(({ start, end }) => {
    const clause = text.slice(start, end)
    const fault = checkClause(clause, offer)
    return fault ? [fault(clause.trim())] : []
  })
}

/** What a clause says wrongly, as a sentence to be made; null where it is borne out. */
function checkClause(clause: string, offer: Offer): ((clause: string) => string) | null {
  const ids = clause.match(PLACEHOLDER) ?? []
  const said = contentWords(clause)
  const best = nearestClauses(said, ids, offer)
  const polarity = polarityOf(toSearchForm(clause))
  if (best.length === 0)
    return polarity.isNegated || polarity.sides.size > 0 || said.length > 1 ? words.notTogether : null
  if (!best.some(({ share }) => share >= OF_ONE_CLAUSE)) return words.notTogether
  const sameWay = best.filter((near) => isSameWay(polarity, near.clause))
  if (sameWay.length === 0) return words.turned
  if (!sameWay.some(({ clause: near }) => keepsHedge(clause, near))) return words.hedgeDropped
  const isEarly = saysDone(toSearchForm(clause)) && sameWay.every((near) => near.isPlanned && !saysDone(near.clause))
  return isEarly ? words.plannedAsDone : null
}

interface NearClause {
  clause: string
  isPlanned: boolean
  /** Share of the words that it holds, with its headings; of a clause with numbers, with all clauses that hold those. */
  share: number
}

/** The clauses of the evidence that hold the clause's numbers, or most of its words. */
function nearestClauses(said: readonly string[], ids: readonly string[], { evidence, numbers }: Offer): NearClause[] {
  const scored = evidence.flatMap(({ clauses, around, isPlanned }) =>
    clauses.map((clause) => {
      const share = shareOf(said, `${clause} ${around}`)
      return { clause, around, isPlanned, share, score: shareOf(said, clause) }
    }),
  )
  if (ids.length > 0) {
    const holders = scored.filter(({ clause }) => ids.some((id) => clause.includes(id)))
    const indicators = ids.map((id) => numbers.get(id.slice(1, -1))!.own)
    const held = [...holders.flatMap(({ clause, around }) => [clause, around]), ...indicators].join(' ')
    return holders.map((holder) => ({ ...holder, share: shareOf(said, held) }))
  }
  const most = Math.max(0, ...scored.map(({ score }) => score))
  return most === 0 ? [] : scored.filter(({ score }) => score === most)
}

/** Share (0–1) of the words, by their length, that `text` holds; 1 where there are none. */
function shareOf(said: readonly string[], text: string): number {
  const lengthOf = (list: readonly string[]) => list.reduce((sum, { length }) => sum + length, 0)
  return said.length === 0 ? 1 : lengthOf(said.filter((word) => text.includes(word))) / lengthOf(said)
}

function isSameWay(said: ReturnType<typeof polarityOf>, near: string): boolean {
  const meant = polarityOf(near)
  return said.isNegated === meant.isNegated && [...said.sides].every((side) => meant.sides.has(side))
}

/** 力争, 预计, 计划 of the evidence may not be lost where there is no figure whose time and status would say them. */
function keepsHedge(clause: string, near: string): boolean {
  if (clause.includes('{')) return true
  const meant = statusIn(near)
  return meant === null || statusIn(toSearchForm(clause)) === meant
}

/** Each figure is the one that the words in front of it ask for; of two equals, either. Other numbers stay in their clause. */
function checkOwners(text: string, material: Material): string[] {
  let subject: string[] = []
  const faults: string[] = []
  for (const { start, end } of clausesOf(text)) {
    const clause = text.slice(start, end)
    const pieces = clause.split(/(\{[FN]\d+\})/)
    for (let i = 0; i + 1 < pieces.length; i += 2) {
      const said = contentWords(pieces[i]!)
      if (said.length > 0) subject = said
      const number = material.numbers.get(pieces[i + 1]!.slice(1, -1))!
      // A figure alone is given its subject by the program.
      const isAlone = contentWords(text).length === 0 && text.match(PLACEHOLDER)?.length === 1
      const isOwn = number.figure
        ? isAlone || isOwner(number, subject, material)
        : staysInPlace(number, clause, text, material)
      if (!isOwn) faults.push(words.otherOwner(number.id, pieces[i]!.trim()))
    }
    const rest = contentWords(clause)
    if (pieces.length === 1 && rest.length > 0) subject = rest
  }
  return faults
}

function isOwner(number: OfferedNumber, subject: readonly string[], { numbers }: Material): boolean {
  const share = shareOf(subject, number.own)
  if (subject.length === 0 || share < TOGETHER) return false
  return [...numbers.values()].every((other) => other.figure === null || shareOf(subject, other.own) <= share)
}

/** A date or a name may not be moved from what it is said of: its statement says the whole claim, its clause the clause. */
function staysInPlace({ own, evidenceId }: OfferedNumber, clause: string, text: string, material: Material): boolean {
  const { clauses, around } = material.evidence.get(evidenceId)!
  const inStatement = shareOf(contentWords(text), `${clauses.join(',')} ${around}`)
  const inClause = contentWords(own).length === 0 ? 1 : shareOf(contentWords(clause), own)
  return inStatement >= WHOLLY && inClause >= TOGETHER
}
