/** Parts that can be swapped for new ones while they are in use. */
export interface Reloadable<Parts> {
  readonly current: Parts
  /** Uses the parts of this moment: they are not let go of before the work ends. */
  use<Result>(work: (parts: Parts) => Promise<Result>): Promise<Result>
  /** Loads new parts and swaps them in. Where loading fails the old ones stay. Asked for twice at once, it runs once. */
  reload(): Promise<Parts>
  close(): Promise<void>
}

interface Held<Parts> {
  parts: Parts
  users: number
  isRetired: boolean
}

export async function createReloadable<Parts extends { close(): Promise<void> }>(
  load: () => Promise<Parts>,
): Promise<Reloadable<Parts>> {
  let held: Held<Parts> = hold(await load())
  let loading: Promise<Parts> | null = null

  async function swap(): Promise<Parts> {
    const fresh = hold(await load())
    const old = held
    held = fresh
    await retire(old)
    return fresh.parts
  }

  return {
    get current() {
      return held.parts
    },
    async use(work) {
      const mine = held
      mine.users += 1
      try {
        return await work(mine.parts)
      } finally {
        mine.users -= 1
        if (mine.isRetired && mine.users === 0) await mine.parts.close()
      }
    },
    reload() {
      loading ??= swap().finally(() => {
        loading = null
      })
      return loading
    },
    close: () => retire(held),
  }
}

function hold<Parts>(parts: Parts): Held<Parts> {
  return { parts, users: 0, isRetired: false }
}

async function retire<Parts extends { close(): Promise<void> }>(held: Held<Parts>): Promise<void> {
  held.isRetired = true
  if (held.users === 0) await held.parts.close()
}
