/** What a Bot API server may or may not be able to do, best first. */
export type Ability = 'rich' | 'drafts' | 'entities'

/** Remembers what the server has refused. */
export interface Latch {
  allows(ability: Ability): boolean
  refuse(ability: Ability): void
}

export interface LatchOptions {
  /** After so long a refused ability is tried again: servers are upgraded, and one odd text proves little. Default 1 h. */
  reopenAfterMs?: number
  now?: () => number
}

export function createLatch({ reopenAfterMs = 3_600_000, now = Date.now }: LatchOptions = {}): Latch {
  const refusedAt = new Map<Ability, number>()
  return {
    allows: (ability) => now() - (refusedAt.get(ability) ?? Number.NEGATIVE_INFINITY) >= reopenAfterMs,
    refuse: (ability) => void refusedAt.set(ability, now()),
  }
}
