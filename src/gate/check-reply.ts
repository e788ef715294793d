import { classifyNumerals } from '../report/ledger/classify-numerals.js'
import { foldWidth } from '../text/width.js'
import { bindClaim } from './bind-claim.js'
import { type Computed, verifyComputed } from './check-computation.js'
import { verdictOf } from './check-text.js'
import type { GateContext } from './create-gate.js'
import { type ClaimedSentence, readClaims } from './read-draft.js'
import { gateMessages } from './reasons.js'
import { type Ground, groundOf, ownWords } from './reply-ground.js'
import type { CheckResult, Verdict } from './verdict.js'

/** A reply as far as the gate must know it. */
export interface CheckedReply {
  /** A number of the question may be repeated where the reply says so: 您问的9%. */
  question?: string
  answer: string
  text: string
  citations: readonly CheckedCitation[]
  figures: readonly CheckedFigure[]
}

export interface CheckedCitation {
  n: number
  reportId: string
  section: readonly string[]
  /** The report's text from `start` to `end`. */
  sentence: string
  start: number
  end: number
}

export interface CheckedFigure {
  text: string
  value: number | null
  unit: string
  computed: { expression: string; citations: readonly number[] } | null
}

/** Everything that a number of a reply may stand on. */
export interface ReplyScene {
  ground: Ground[]
  computed: Computed[]
  question: string
  gate: GateContext
}

/**
 * Judges every number of a reply. It must stand in a sentence that the reply cites (those marked in its own sentence, else
 * any), with the same indicator, year and qualifiers; or be computed from such; or be repeated from the question.
 */
export function checkReply(reply: CheckedReply, gate: GateContext): CheckResult {
  const ground = groundOf(reply, gate)
  const scene: ReplyScene = {
    ground,
    computed: verifyComputed(reply.figures, ground),
    question: foldWidth(reply.question ?? ''),
    gate,
  }
  const home = ground[0]?.report ?? gate.reports.find(({ isDefault }) => isDefault) ?? gate.reports[0]
  const years = home?.years ?? { result: null, plan: null }
  const sentences = readClaims(ownWords(reply, ground, gate), { form: gate.form, lexicon: gate.lexicon, years })
  const figures = sentences.flatMap((sentence) => judgeSentence(sentence, scene))
  return { ok: figures.every(({ verdict }) => verdict === 'supported'), figures }
}

function judgeSentence({ sentence, claims }: ClaimedSentence, scene: ReplyScene): Verdict[] {
  const marked = scene.ground.filter(({ n }) => sentence.marks.includes(n))
  const ground = marked.length > 0 ? marked : scene.ground
  const judged = claims.map((claim) => verdictOf(claim, bindClaim(claim, sentence.text, { ...scene, ground })))
  const loose = looseNumerals(sentence.text, { ...scene, ground })
  return [
    ...judged,
    ...loose.map((text): Verdict => ({ text, verdict: 'unknown', reason: gateMessages.notCited(text), nearest: null })),
  ]
}

const NO_NUMBER = new Set(['date', 'ordinal', 'list number', 'note mark', 'duration', 'document number'])

/** Numbers that are no figures (names, thresholds) but stand in nothing that the reply cites. Chinese ones are words. */
function looseNumerals(text: string, { ground, computed, question }: ReplyScene): string[] {
  return classifyNumerals(text)
    .filter(({ exclusion, numeral }) => exclusion && !NO_NUMBER.has(exclusion) && numeral.kind === 'arabic')
    .map((reading) => reading.text)
    .filter((numeral) => {
      const number = foldWidth(numeral)
      const holds = (words: string) => standsAlone(number, words)
      return !(
        ground.some(({ sentence, headings, report }) => [sentence, ...headings, report.place ?? ''].some(holds)) ||
        computed.some(({ expression }) => holds(expression)) ||
        holds(question)
      )
    })
}

/** The number stands in `words`, not as a part of a longer one. */
export function standsAlone(number: string, words: string): boolean {
  for (let at = words.indexOf(number); at >= 0; at = words.indexOf(number, at + 1))
    if (!/[\d.]/.test(words[at - 1] ?? '') && !/^\.?\d/.test(words.slice(at + number.length))) return true
  return false
}
