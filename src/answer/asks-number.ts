import { NUMBER_KINDS } from '../understand/asked-kind.js'
import type { AskContext } from './context.js'

/** Whether a number is asked for: then the ledger decides which one answers. */
export function asksNumber(context: AskContext): boolean {
  const { kind, cues, claims } = context.understanding
  return (
    NUMBER_KINDS.has(kind) ||
    cues.has('compare') ||
    namesFigure(context) ||
    (cues.has('confirm') && claims.length > 0) ||
    (cues.has('whether') && claims.some(({ isTold }) => !isTold))
  )
}

/** A bare topic (招商引资总投资额) that a figure meets by its own words asks for that figure. */
function namesFigure({ understanding, figures }: AskContext): boolean {
  const [best] = figures
  return understanding.kind === 'open' && best !== undefined && best.own >= NAMED.own && best.coverage >= NAMED.coverage
}

const NAMED = { own: 0.4, coverage: 0.6 }
