import type { Accepted, Delivery, Inbox } from './store.js'

/** Ids of updates dealt with that are remembered, the latest. */
const REMEMBERED = 10_000

/** An inbox that ends with the process: for a bot without a database. */
export function createMemoryInbox(): Inbox {
  const waiting = new Map<number, Accepted & { tries: number; deliveries: Map<number, Delivery> }>()
  const finished = new Set<number>()
  const deliveriesOf = (updateId: number) => waiting.get(updateId)?.deliveries ?? new Map<number, Delivery>()
  return {
    async accept(updates) {
      const isNew = ({ id }: Accepted) => !waiting.has(id) && !finished.has(id)
      const taken = updates.filter(isNew).sort((one, other) => one.id - other.id)
      for (const update of taken) waiting.set(update.id, { ...update, tries: 0, deliveries: new Map() })
      return taken.map(({ id }) => id)
    },
    async pending(limit, after = -1) {
      const ids = [...waiting.keys()].filter((id) => id > after).sort((one, other) => one - other)
      return ids.slice(0, limit).map((id) => ({ id, content: waiting.get(id)!.content }))
    },
    countPending: async () => waiting.size,
    async begin(updateId) {
      const update = waiting.get(updateId)
      if (update) update.tries += 1
      return update?.tries ?? 1
    },
    async finish(updateId) {
      waiting.delete(updateId)
      finished.add(updateId)
      if (finished.size > REMEMBERED) finished.delete(finished.values().next().value!)
    },
    deliveries: async (updateId) => [...deliveriesOf(updateId).values()].sort((one, other) => one.step - other.step),
    async beginDelivery(updateId, step, context) {
      deliveriesOf(updateId).set(step, { step, context, result: null })
    },
    async endDelivery(updateId, step, result) {
      const deliveries = deliveriesOf(updateId)
      const begun = deliveries.get(step)
      if (result === null) deliveries.delete(step)
      else if (begun) deliveries.set(step, { ...begun, result })
    },
  }
}
