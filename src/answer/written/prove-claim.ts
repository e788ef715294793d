import { messages } from '../../messages.js'
import type { Asked } from '../ask-report.js'
import type { AnswerClaim } from '../finding.js'
import { checkClaim, type Meaning } from './check-claim.js'
import { fillClaim, takenOver } from './fill-claim.js'
import { type Material, placeNameOf } from './material.js'
import type { WrittenClaim } from './model-reply.js'
import { toComparedForm } from './reply-words.js'
import { withoutOwnTime } from './without-own-time.js'

/** A claim that stands on its evidence, its numbers filled in; or what is wrong with it, one Chinese sentence each. */
export type Proven = { claim: AnswerClaim; faults?: undefined } | { claim?: undefined; faults: string[] }

/** Takes a sentence of the draft or the report over as it is, or checks one in the model's own words and fills it in. */
export function proveClaim(written: WrittenClaim, material: Material, meaning: Meaning): Proven {
  const whole = takenOver(written, material)
  if (whole === 'unknown') return { faults: [messages.written.faults.unknownWhole] }
  if (whole) return isDrafted(whole, material) ? { claim: whole } : placed(whole, material)
  const claim = { ...written, text: withoutOwnTime(written.text, material) }
  const faults = checkClaim(claim, material, meaning)
  if (faults.length > 0) return { faults }
  const filled = fillClaim(claim, material, meaning)
  return filled.ok ? placed(filled.claim, material) : { faults: [filled.fault] }
}

function isDrafted(claim: AnswerClaim, { draft }: Material): boolean {
  return [...draft.values()].includes(claim)
}

/** The claim led by the name of its place, where the evidence is of several; a claim of two places is none. */
function placed(claim: AnswerClaim, { isOfPlaces }: Material): Proven {
  if (!isOfPlaces) return { claim }
  const [place, ...others] = new Set(claim.sources.map(({ report }) => placeNameOf(report)))
  if (others.length > 0) return { faults: [messages.written.faults.mixedPlaces] }
  if (!place || claim.text.includes(place)) return { claim }
  return { claim: { ...claim, text: `${place}${STARTS_WITH_TIME.test(claim.text) ? '' : ':'}${claim.text}` } }
}

/** 2025年:… after which a place needs no mark of its own. */
const STARTS_WITH_TIME = /^\d{4}[^,，。]{0,12}:/

/** How surely a report's wording must mean the citizen's word to stand in for it. */
const SURE = 0.9

/** A citizen's word is carried where a wording that means the same stands in the evidence: GDP for 地区生产总值. */
export function meaningOf(asked: readonly Asked[]): Meaning {
  const terms = asked.flatMap(({ context }) => context.question.terms.map(({ term }) => term))
  const formsOf = ({ forms }: (typeof terms)[number]) =>
    forms.filter(({ weight }) => weight >= SURE).map(({ form }) => form)
  return {
    isCarried: (word, evidence) =>
      terms.some(
        (term) =>
          term.text.includes(word) &&
          formsOf(term).some((form) => evidence.some(({ clauses }) => clauses.join('').includes(form))),
      ),
    namesOf: (indicator) =>
      terms
        .filter((term) => formsOf(term).includes(indicator))
        .map(({ text }) => toComparedForm(text))
        // 学位 for 新增学位 is no other name: it leaves something out.
        .filter((name) => !toComparedForm(indicator).includes(name)),
  }
}
