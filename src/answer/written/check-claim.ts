import { messages } from '../../messages.js'
import { clausesOf } from '../../text/clauses.js'
import { checkClause } from './check-clause.js'
import { checkMarks, checkTouching } from './check-marks.js'
import { checkOwners } from './check-owners.js'
import { type Material, type OfferedEvidence, toIdForm, withoutParent } from './material.js'
import type { WrittenClaim } from './model-reply.js'
import { contentWords, numeralWords, PLACEHOLDER, toComparedForm } from './reply-words.js'

const words = messages.written.faults

/** What stands in for words of the evidence: a citizen's words for a report's. */
export interface Meaning {
  /** Whether a word means something that stands in the evidence though the word does not. */
  isCarried(word: string, evidence: readonly OfferedEvidence[]): boolean
  /** What citizens call an indicator, in compared form: GDP for 地区生产总值. */
  namesOf(indicator: string): string[]
}

/**
 * What is wrong with a claim in the model's own words, one Chinese sentence each; empty where it stands on its evidence.
 * No number is its own; every word is carried by the evidence; each clause says no more, less or other than the clause of
 * the evidence that comes nearest; and each number belongs to the words around it better than any other does.
 */
export function checkClaim(claim: WrittenClaim, material: Material, meaning: Meaning): string[] {
  const unknown = claim.evidence.filter((id) => !material.evidence.has(id))
  if (unknown.length > 0) return [words.unknownEvidence(unknown.join('、'))]
  const evidence = claim.evidence.map((id) => material.evidence.get(id)!)
  if (evidence.length === 0) return [words.noEvidence]
  const ids = [...claim.text.matchAll(PLACEHOLDER)].map(([id]) => id.slice(1, -1))
  const foreign = ids.filter((id) => !claim.evidence.includes(material.numbers.get(id)?.evidenceId ?? ''))
  if (foreign.length > 0) return [words.foreignNumber(foreign.join('、'))]
  const stray = claim.text.replace(PLACEHOLDER, '').match(/[{}]/)
  if (stray) return [words.strayBrace]
  const isCarried = (word: string) => meaning.isCarried(word, evidence)
  const text = withoutParent(claim.text, evidence)
  return [
    ...checkMarks(text, evidence),
    ...checkTouching(text, material),
    ...checkNumerals(text, evidence),
    ...checkWords(text, ids, evidence, material, isCarried),
    ...checkQuotations(text, evidence),
    ...checkClauses(text, evidence, material, isCarried),
    ...checkOwners(text, material, meaning),
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
  isCarried: (word: string) => boolean,
): string[] {
  const indicators = ids.map((id) => numbers.get(id)!.own)
  const held = [...evidence.flatMap(({ clauses, around }) => [clauses.join(''), around]), ...indicators].join('\n')
  const said = ofAnyNumber(toIdForm(text, toComparedForm))
  const isHeld = (word: string) =>
    held.includes(word) && (word.length > 1 || isBesideKnown(word, said, ofAnyNumber(held)))
  const loose = contentWords(text).filter((word) => !/\p{N}/u.test(word) && !isHeld(word) && !isCarried(word))
  return loose.length > 0 ? [words.notCarried([...new Set(loose)].join('、'))] : []
}

function ofAnyNumber(text: string): string {
  return text.replace(PLACEHOLDER, '\uE000')
}

/** A single character is in every text: it has to stand beside one that it stands beside in the evidence. */
function isBesideKnown(character: string, said: string, held: string): boolean {
  return [...said.matchAll(new RegExp(character, 'gu'))].every(({ index }) =>
    [said.slice(Math.max(0, index - 1), index + 1), said.slice(index, index + 2)].some(
      (pair) => pair.length > 1 && held.includes(pair),
    ),
  )
}

/** What stands in quotation marks is the report's, character for character. */
function checkQuotations(text: string, evidence: readonly OfferedEvidence[]): string[] {
  const invented = [...text.matchAll(/[“"「『《](.+?)[”"」』》]/g)]
    .map(([, quoted]) => quoted!)
    .filter((quoted) => !evidence.some(({ masked, around }) => (toIdForm(masked) + around).includes(toIdForm(quoted))))
  return invented.length > 0 ? [words.notVerbatim(invented.join('、'))] : []
}

function checkClauses(
  text: string,
  evidence: readonly OfferedEvidence[],
  { numbers }: Material,
  isCarried: (word: string) => boolean,
): string[] {
  const clauses = clausesOf(text).map(({ start, end }) => text.slice(start, end).trim())
  return clauses.flatMap((clause) => checkClause(clause, { text, evidence, numbers, isCarried }) ?? [])
}
