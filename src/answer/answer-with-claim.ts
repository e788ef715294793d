import { isClaimed } from '../retrieval/is-claimed.js'
import { namesThing } from '../retrieval/weigh-terms.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'
import { fitsTime } from './fits.js'
import { stateFigure } from './state-figure.js'

const WORD_KINDS = ['which', 'who', 'where', 'open']
/** Share of the question that the figure must meet where other figures have the same value. */
const ENOUGH = 0.3

/** Answers “which one is the 28亿” with the figure that the question names; null where it names none or leaves doubt. */
export function answerWithClaim(context: AskContext): Finding | null {
  const { understanding, figures, searchable } = context
  if (understanding.claims.length === 0 || !WORD_KINDS.includes(understanding.kind) || hasThing(context)) return null
  const named = figures.filter(({ figure }) =>
    understanding.claims.some((claim) => isClaimed(claim, figure) && isMoneyLike(claim.text, figure.unit)),
  )
  const best = named.find((candidate) => fitsTime(candidate, context))
  const alike = searchable.figures.filter(({ figure }) =>
    understanding.claims.some((claim) => isClaimed(claim, figure)),
  )
  if (!best || (alike.length > 1 && best.coverage < ENOUGH)) return null
  return {
    outcome: 'answered',
    claims: [stateFigure(best)],
    related: [],
    reasons: [`问题里的数字就是数字账里的“${best.figure.indicator}”。`],
    confidence: 0.9,
  }
}

/** 打通的9条断头路叫什么: the number only repeats what is known of a thing that is named. */
function hasThing({ question, searchable }: AskContext): boolean {
  return question.terms.some((entry) => entry.term.role !== 'inherited' && namesThing(entry, searchable))
}

/** 28亿 may be 28亿元, but not 28亿斤 where 元 was said. */
function isMoneyLike(claimed: string, unit: string): boolean {
  const said =
    claimed.match(/[\p{Script=Han}%]+$/u)?.[0].replace(/^[一二两三四五六七八九十百千万亿多余几个]+/u, '') ?? ''
  return said === '' || unit.endsWith(said)
}
