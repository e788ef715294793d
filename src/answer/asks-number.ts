import type { AskedKind } from '../understand/understanding.js'
import type { AskContext } from './context.js'

export const NUMBER_KINDS: readonly AskedKind[] = ['money', 'count', 'growth', 'share', 'rank', 'figure']

/** Whether a number is asked for: then the ledger decides which one answers. */
export function asksNumber(context: AskContext): boolean {
  const { kind, cues, claims } = context.understanding
  return (
    NUMBER_KINDS.includes(kind) ||
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
