import { tellsLevel } from '../retrieval/weigh-terms.js'
import { NUMBER_KINDS } from '../understand/asked-kind.js'
import type { AskedKind } from '../understand/understanding.js'
import { answerAboutReport } from './answer-about-report.js'
import { answerWithCell } from './answer-with-cell.js'
import { answerWithClaim } from './answer-with-claim.js'
import { answerWithCount } from './answer-with-count.js'
import { answerWithExtreme, asksExtreme } from './answer-with-extreme.js'
import { answerWithFigure } from './answer-with-figure.js'
import { answerWithHeadings } from './answer-with-headings.js'
import { answerWithIndicators } from './answer-with-indicators.js'
import { answerWithNote } from './answer-with-note.js'
import { answerWithPremise } from './answer-with-premise.js'
import { answerWithQuarters } from './answer-with-quarters.js'
import { answerWithReason } from './answer-with-reason.js'
import { answerWithRow } from './answer-with-row.js'
import { answerWithWords, lacksAttribute } from './answer-with-words.js'
import { answerWords } from './answer-words.js'
import { asksNumber } from './asks-number.js'
import type { AskContext } from './context.js'
import { correctPremise } from './correct-premise.js'
import { denyPremise } from './deny-premise.js'
import type { Finding } from './finding.js'
import { rarestTerm } from './fits.js'

/** Words may answer where the ledger cannot, unless a number of a certain kind was asked. */
const LOOSE_KINDS: AskedKind[] = ['figure', 'rank', 'growth']

/** Answers one question from one report, trying the ways of answering from the narrowest to the widest. */
export function answerQuestion(context: AskContext): Finding {
  const { understanding, searchable } = context
  const about =
    understanding.meta &&
    !asksMatter(context) &&
    answerAboutReport([understanding.meta, ...understanding.metaToo], searchable.report)
  if (about) return about
  const list =
    answerWithIndicators(context) ??
    answerWithHeadings(context) ??
    answerWithRow(context) ??
    answerWithCell(context) ??
    answerWithReason(context) ??
    answerWithQuarters(context) ??
    answerWithExtreme(context)
  if (list) return list
  const namesPlace = understanding.terms.some(({ role }) => role === 'place')
  const hasMatter = namesMatter(context) || understanding.claims.length > 0 || namesPlace
  const finding = hasMatter ? correctPremise(answerMatter(context), context) : unclear()
  return (isStranger(finding, context) && answerLoosely(context)) || finding
}

/** Whose account is meant (全市一共多少) says nothing of what is asked, nor does whose thing it is (国家). */
function namesMatter({ question }: AskContext): boolean {
  return question.terms.some((entry) => entry.weight > 0 && entry.term.role !== 'scope' && !tellsLevel(entry))
}

/** Nothing of what was asked is in the report. */
function isStranger({ outcome }: Finding, { question }: AskContext): boolean {
  const isKnown = question.terms.some(({ term, present }) => present && term.role !== 'scope' && term.role !== 'each')
  return outcome === 'needs_clarification' || (outcome === 'not_in_report' && !isKnown)
}

function answerLoosely({ understanding, searchable }: AskContext): Finding | null {
  return understanding.looseMeta === null ? null : answerAboutReport([understanding.looseMeta], searchable.report)
}

/** A question whose words a figure of the ledger meets is about the matter, whatever it sounds like. */
function asksMatter({ figures, understanding }: AskContext): boolean {
  if (WORDS_ONLY.includes(understanding.kind) || answerWords('asks_ordinal').test(understanding.text)) return false
  return figures.some(({ own }) => own >= OWN_ENOUGH)
}

const OWN_ENOUGH = 0.4
const WORDS_ONLY: AskedKind[] = ['when', 'who']

function answerMatter(context: AskContext): Finding {
  const { kind, cues } = context.understanding
  if (
    asksExtreme(context.understanding.text) ||
    !asksNumber(context) ||
    (!context.understanding.asksAmount && lacksAttribute(context))
  )
    return answerWithClaim(context) ?? orDenied(answerWithWords(context), context)
  const byFigure = answerWithFigure(asNumber(context))
  const byAmount = byFigure.outcome === 'answered' ? null : answerWithAmounts(context)
  if (byAmount) return byAmount
  if (byFigure.outcome === 'answered') return byFigure
  const byCount = kind === 'count' ? answerWithCount(context) : null
  if (byCount) return byCount
  const byNote = answerWithNote(context)
  if (byNote) return byNote
  const byPremise = answerWithPremise(context)
  if (byPremise) return byPremise
  if (NUMBER_KINDS.has(kind) && !LOOSE_KINDS.includes(kind)) return byFigure
  const comparesTimes = NUMBER_KINDS.has(kind) && cues.has('compare') && context.years.length > 1
  if (comparesTimes || lacksDemand(context)) return byFigure
  const byWords = answerWithWords(context)
  return byWords.outcome === 'answered' && !saysOtherTime(byFigure, context) ? byWords : byFigure
}

function orDenied(finding: Finding, context: AskContext): Finding {
  return finding.outcome === 'answered' ? finding : (denyPremise(context) ?? finding)
}

/**
 * Whether words may not stand in for a number: where it is asked outright (多少, 多大) or per head, or where they lack the place
 * or the rarest word of the question.
 */
function lacksDemand({ understanding, question, evidence }: AskContext): boolean {
  if (understanding.asksAmount || answerWords('asks_size').test(understanding.text)) return true
  if (question.terms.some(({ term }) => term.role === 'per')) return true
  const rarest = rarestTerm(question)
  return rarest >= 0 && (evidence[0]?.words[rarest] ?? 0) < MET
}

const MET = 0.5

/** 甲和乙各占多少: where no shares are given, the amounts tell the parts. */
function answerWithAmounts(context: AskContext): Finding | null {
  const { understanding } = context
  if (understanding.kind !== 'share' || !answerWords('parts_of_whole').test(understanding.text)) return null
  const finding = answerWithFigure({ ...context, understanding: { ...understanding, kind: 'figure' } })
  return finding.outcome === 'answered' && meetsThings(finding, context) ? finding : null
}

/** Of the things asked of each is met by a figure of the answer: the deficit's parts are none of the debt's. */
function meetsThings({ claims }: Finding, { question, figures }: AskContext): boolean {
  const answered = figures.filter(({ figure }) => claims.some((claim) => claim.figures.includes(figure)))
  return question.terms.every(
    ({ term }, i) =>
      term.concept === null || term.concept.kind === 'action' || answered.some(({ met }) => met[i]!.own >= MET),
  )
}

/** A number confirmed or compared is asked for in its own unit. */
function asNumber(context: AskContext): AskContext {
  const { understanding } = context
  if (NUMBER_KINDS.has(understanding.kind)) return context
  return { ...context, understanding: { ...understanding, kind: 'figure' } }
}

/** The ledger has the figure for another time: no words of that other time may stand in for it. */
function saysOtherTime(finding: Finding, { years }: AskContext): boolean {
  return finding.outcome === 'out_of_period' && years.length > 0
}

function unclear(): Finding {
  return {
    outcome: 'needs_clarification',
    claims: [],
    related: [],
    reasons: ['问题里没有听出要问的事。'],
    confidence: 0,
  }
}
