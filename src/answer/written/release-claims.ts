import type { AnswerClaim } from '../finding.js'
import { createClaimStream } from './claim-stream.js'
import { isNumberAnswer, type Task, uncovered } from './judge-claims.js'
import type { WrittenClaim } from './model-reply.js'
import type { Proven } from './prove-claim.js'
import type { LaidOut, Lay } from './write-with-model.js'

/** Shows a reply's sentences as they come: only those that have been checked, and that nothing behind them can take back. */
export interface Releaser {
  /** What listens to the model's text; undefined where nobody is shown anything before the end. */
  listener(prove: (claim: WrittenClaim) => Proven): ((textSoFar: string) => void) | undefined
  hasReleased(): boolean
  /** The reply made of what has been shown, and of the extractive claims that it leaves out; null where nothing was. */
  complete(): LaidOut | null
}

/**
 * A sentence is shown once it and all before it are proven and the most relevant evidence is among theirs. Where the answer
 * must hold for all sentences together (its figures, its demands), nothing is shown before the end.
 */
export function createReleaser(task: Task, lay: Lay, onText: ((textSoFar: string) => void) | undefined): Releaser {
  const isHeld = isNumberAnswer(task) || task.finding.outcome !== 'answered'
  let released: AnswerClaim[] = []
  return {
    listener(prove) {
      if (onText === undefined || isHeld) return undefined
      const pending: AnswerClaim[] = []
      let isStopped = released.length > 0
      return createClaimStream((written) => {
        const { claim } = isStopped ? {} : prove(written)
        if (!claim) {
          isStopped = true
          return
        }
        pending.push(claim)
        if (uncovered(pending, task).length === task.finding.claims.length) return
        const { reply, faults, finding } = lay([...pending])
        if (faults.length > 0) {
          isStopped = true
          return
        }
        released = [...pending]
        onText([finding.premise ?? '', reply.answer].filter((part) => part !== '').join('\n\n'))
      })
    },
    hasReleased: () => released.length > 0,
    complete() {
      if (released.length === 0) return null
      const whole = lay([...released, ...uncovered(released, task)])
      return whole.faults.length === 0 ? whole : lay(released)
    },
  }
}
