import { needsOwner } from '../report/ledger/words.js'
import type { FigureEvidence } from '../retrieval/evidence.js'
import { fitsKind } from '../retrieval/fits-kind.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import { figureYears, fitPeriod } from '../retrieval/match-period.js'
import type { WeighedQuestion } from '../retrieval/weigh-terms.js'
import { toSearchForm } from '../text/search-form.js'
import { findModifiers } from '../understand/modifiers.js'
import type { AskContext } from './context.js'

/** A term is met from here on (0–1). */
const MET = 0.5
/** A thing goes by many names: some of its words are enough. */
const PARTLY_MET = 0.25

/** The time asked is the figure's, or stands in its clause (兑现2021年度…资金); and a plan is no result. */
export function fitsTime({ figure, found }: FigureEvidence, { years, understanding }: AskContext): boolean {
  if (years.length === 0) return fitsFirmStatus(figure.status, understanding.firmStatus)
  const isPlanOnly = understanding.firmStatus === 'target' && figure.status !== 'target'
  if (fitPeriod(years, figureYears(figure.period)) === 'same') return !isPlanOnly
  const named = years.some(({ from, to }) => from === to && toSearchForm(found.clause).includes(String(from)))
  return named || (figure.period === null && fitsFirmStatus(figure.status, understanding.firmStatus))
}

function fitsFirmStatus(status: 'actual' | 'estimate' | 'target', asked: 'actual' | 'target' | null): boolean {
  return asked === null || (asked === 'target') === (status === 'target')
}

/** The figure is of the kind asked, and not merely the number that the question brought along. */
export function fitsAsked({ figure, found }: FigureEvidence, { understanding }: AskContext): boolean {
  if (!fitsScope(found.indicator, understanding)) return false
  const { claims, asksAmount } = understanding
  if (!fitsKind(understanding, figure)) return false
  return !asksAmount || !claims.some((claim) => !claim.isAtLeast && isClaimed(claim, figure))
}

/** Whose account was asked for (全市, 市级) is not another one's. */
function fitsScope(indicator: string, { terms }: AskContext['understanding']): boolean {
  const asked = terms.filter(({ role }) => role === 'scope').flatMap(({ forms }) => forms.map(({ form }) => form))
  if (asked.length === 0) return true
  const own = findModifiers(indicator).filter(({ role }) => role === 'scope')
  return own.length === 0 || own.some(({ forms }) => forms.some(({ form }) => asked.includes(form)))
}

/** The figure meets what no answer may lack: the rarest word that the report knows, the thing counted, 人均, a place. */
export function fitsDemands({ met }: Pick<FigureEvidence, 'met'>, { question, oneSide }: AskContext): boolean {
  const rarest = rarestTerm(question)
  if (!oneSide && rarest >= 0 && met[rarest]!.any < MET) return false
  return question.terms.every(({ term, present }, i) => {
    if (term.role === 'per') return met[i]!.own > 0
    if (term.role === 'place') return met[i]!.any >= MET
    if (term.role === 'head' && term.concept?.kind === 'measure' && present) return met[i]!.own >= MET
    if (term.role === 'head') return met[i]!.any >= (term.concept?.kind === 'thing' ? PARTLY_MET : MET)
    return true
  })
}

/** A common noun (收入, 总投资) is nobody's until its owner is met, too, where the question names one. */
export function meetsOwner({ met }: Pick<FigureEvidence, 'met'>, { question }: AskContext): boolean {
  let [named, owned] = [0, 0]
  question.terms.forEach(({ term, weight, isTalk }, i) => {
    if (isTalk || needsOwner(term.text) || !OWNING.includes(term.role)) return
    named += weight
    owned += weight * met[i]!.any
  })
  return named === 0 || owned / named >= OWNER_MET
}

const OWNING = ['topic', 'head', 'inherited']
const OWNER_MET = 0.3

/** Position of the heaviest term of the asking clauses that the report knows, one with an owner (总投资) last; −1: none. */
export function rarestTerm({ terms }: WeighedQuestion): number {
  let rarest = -1
  const isOwned = (i: number) => needsOwner(terms[i]!.term.text)
  terms.forEach(({ term, weight, present }, i) => {
    if (!present || (term.role !== 'head' && term.role !== 'topic')) return
    const isRarer = rarest < 0 || weight > terms[rarest]!.weight
    if (rarest < 0 || isOwned(rarest) === isOwned(i) ? isRarer : isOwned(rarest)) rarest = i
  })
  return rarest
}
