import { messages } from '../messages.js'
import { FaqError } from './faq-error.js'
import { type ReviewEntry, type ReviewState, reviewEntrySchema } from './review.js'

/** What staff may do to an entry. */
export const REVIEW_STEPS = ['approve', 'publish', 'withdraw'] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** The states from which a step leads on, and where to. */
const STEPS: Readonly<Record<ReviewStep, { from: readonly ReviewState[]; to: ReviewState }>> = {
  approve: { from: ['draft', 'stale', 'approved'], to: 'approved' },
  publish: { from: ['approved', 'published'], to: 'published' },
  withdraw: { from: ['approved', 'published', 'stale', 'draft'], to: 'draft' },
}

/**
 * Takes entries one step on. A stale entry that is approved takes over what the latest run says.
 *
 * @param ids of entries, or `all`: every entry that the step can be taken from
 * @throws {FaqError} UNKNOWN_ENTRY, or WRONG_STATE where the step cannot be taken
 */
export function takeStep(
  review: readonly ReviewEntry[],
  step: ReviewStep,
  ids: readonly string[],
): { review: ReviewEntry[]; changed: number } {
  const isAll = ids.includes('all')
  const unknown = isAll ? undefined : ids.find((id) => !review.some((entry) => entry.id === id))
  if (unknown !== undefined) throw new FaqError('UNKNOWN_ENTRY', unknown, messages.faq.errors.unknownEntry(unknown))
  let changed = 0
  const after = review.map((entry) => {
    if (!isAll && !ids.includes(entry.id)) return entry
    if (!canTake(entry, step)) {
      if (isAll) return entry
      throw new FaqError('WRONG_STATE', entry.id, reasonAgainst(entry, step))
    }
    const moved = move(entry, step)
    if (moved.state !== entry.state) changed++
    return moved
  })
  return { review: after, changed }
}

function canTake({ state, next }: ReviewEntry, step: ReviewStep): boolean {
  return STEPS[step].from.includes(state) && !(step === 'approve' && state === 'stale' && !next)
}

function reasonAgainst({ id, state }: ReviewEntry, step: ReviewStep): string {
  const { errors, states, steps } = messages.faq
  return state === 'stale' && step === 'approve'
    ? errors.nothingNew(id)
    : errors.wrongState(id, states[state], steps[step])
}

/** A stale entry goes on with the new content; its old words are gone. */
function move({ next, ...entry }: ReviewEntry, step: ReviewStep): ReviewEntry {
  return reviewEntrySchema.parse({ ...entry, ...(entry.state === 'stale' ? next : {}), state: STEPS[step].to })
}
