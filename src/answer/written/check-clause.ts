import { messages } from '../../messages.js'
import { statusIn } from '../../report/ledger/qualifiers.js'
import { toSearchForm } from '../../text/search-form.js'
import type { OfferedEvidence, OfferedNumber } from './material.js'
import { type NearClause, nearestClauses } from './near-clause.js'
import { turnsRound } from './polarity.js'
import { contentWords, isTopic, replyWords, saysOf, toComparedForm } from './reply-words.js'

const words = messages.written.faults

/** Makes a fault's sentence of the clause that has it. */
type Fault = (clause: string) => string

/** The evidence of one claim, with the numbers of all. */
export interface Offer {
  /** The claim's text. */
  text: string
  evidence: readonly OfferedEvidence[]
  numbers: ReadonlyMap<string, OfferedNumber>
  /** Whether a word of the question's own means something that stands in the evidence. */
  isCarried: (word: string) => boolean
}

/** Share of a clause's words that one clause of the evidence must hold: half of one and half of another say a third thing. */
const OF_ONE_CLAUSE = 0.8

/**
 * What a clause of a model's own words says wrongly; null where a clause of the evidence bears it out: holds its words, says
 * them the same way (yes and no, rise and fall, who does what to whom), reaches as far (全区, 全省), and is as certain.
 */
export function checkClause(clause: string, offer: Offer): string | null {
  const said = contentWords(clause)
  const nearest = nearestClauses(clause, said, offer)
  if (nearest.length === 0) return isEmpty(clause, said) ? null : words.notTogether(clause)
  const near = nearest.filter(({ share, isForeign }) => share >= OF_ONE_CLAUSE && !isForeign)
  if (near.length === 0) return words.notTogether(clause)
  if (isTopic(clause)) return null
  const faults = near.map((one) => faultAgainst(clause, said, one, offer.text))
  return faults.includes(null) ? null : faults[0]!(clause)
}

/** Says nothing of its own, and nothing against anything: 主要做法如下. */
function isEmpty(clause: string, said: readonly string[]): boolean {
  const { negation, scope } = replyWords()
  return said.length === 0 && clause.search(negation) < 0 && clause.search(scope) < 0
}

function faultAgainst(clause: string, said: readonly string[], near: NearClause, text: string): Fault | null {
  const form = toComparedForm(clause)
  if (turnsRound(form, said, near.text)) return words.turned
  if (addsExact(form, near)) return words.exactWord
  if (!reachesAsFar(form, said, near)) return words.otherScope
  if (dropsBound(text, said, near.text)) return words.boundDropped
  if (!keepsHedge(clause, near.text)) return words.hedgeDropped
  if (dropsEffort(clause, said, near.text, text)) return words.plannedAsDone
  const isPlanned = near.isPlanned || statusIn(near.text) !== null
  if (saysOf('done', clause) && isPlanned && !saysOf('done', near.text)) return words.plannedAsDone
  return saysOf('ahead', clause) && !isPlanned && !saysOf('ahead', near.text) ? words.doneAsPlanned : null
}

/** 力争, 预计, 计划 of the evidence may not be lost where there is no figure whose time and status would say them. */
function keepsHedge(clause: string, near: string): boolean {
  if (clause.includes('{F')) return true
  const meant = statusIn(near)
  return meant === null || statusIn(toSearchForm(clause)) === meant
}

/**
 * 实现全覆盖 where the report says 加快实现全覆盖: what is worked on has not come about. A figure has its status from the
 * ledger; and what one clause says, the next need not repeat.
 */
function dropsEffort(clause: string, said: readonly string[], near: string, text: string): boolean {
  const { efforts } = replyWords()
  if (clause.includes('{F') || toComparedForm(clause).search(efforts) >= 0) return false
  return [...near.matchAll(efforts)].some(
    ({ index, 0: effort }) => !text.includes(effort) && said.some((word) => near.indexOf(word) > index),
  )
}

/** 上年新开工 where the report says 全年新开工: made of words that stand somewhere, but not as this one. */
function addsExact(form: string, { text }: NearClause): boolean {
  return [...form.matchAll(replyWords().exact)].some(([word]) => !text.includes(word))
}

/** 工业企业 where the report says 年营收3亿元以上的工业企业. */
function dropsBound(text: string, said: readonly string[], near: string): boolean {
  return [...near.matchAll(BOUND)].some(
    ({ 1: id, index }) => !text.includes(id!) && said.some((word) => near.indexOf(word) > index),
  )
}

const BOUND = /(\{N\d+\})[^,{}]{0,4}(?:以上|以下|以内|以外|不足|不满)的?/g

/**
 * Each scope said (全省) is that of the clause or of its heading; the report's own (全区) goes without saying where the clause
 * names no other; and what stands among the words said may not be left out, but for the own one where nothing is ranked.
 */
function reachesAsFar(form: string, said: readonly string[], { text, around, own }: NearClause): boolean {
  const [named, meant] = [scopesIn(form), scopesIn(text)]
  const places = said.map((word) => text.indexOf(word)).filter((at) => at >= 0)
  const isAmongWords = (at: number) => Math.min(...places) < at && at <= Math.max(...places)
  const foreign = [...meant].filter(([scope]) => scope !== own)
  const needed = [...meant].filter(([scope, at]) => isAmongWords(at) && (scope !== own || RANK.test(text.slice(at))))
  if (needed.some(([scope]) => !named.has(scope))) return false
  return [...named.keys()].every(
    (scope) => meant.has(scope) || (foreign.length === 0 && (scope === own || scopesIn(around).has(scope))),
  )
}

/** What is first is so within a scope: 全省第一. */
const RANK = /^(?:第|首|前|唯一|最|领先|率先|排名)/

/** Scopes that a text names, each with where it ends. */
function scopesIn(text: string): Map<string, number> {
  return new Map(
    replyWords().scopes.flatMap(({ scope, pattern }) =>
      [...text.matchAll(pattern)].map(({ index, 0: word }) => [scope, index + word.length] as const),
    ),
  )
}
