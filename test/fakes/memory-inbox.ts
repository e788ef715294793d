import type { Accepted, Delivery, Inbox } from '../../src/storage/store.js'

interface Update extends Accepted {
  tries: number
  isFinished: boolean
  deliveries: Map<number, Delivery>
  sent: { chatId: number; messageId: number } | undefined
}

/** An inbox that ends with the process. */
export function createMemoryInbox(): Inbox {
  const updates = new Map<number, Update>()
  const waiting = () => [...updates.values()].filter(({ isFinished }) => !isFinished).sort((a, b) => a.id - b.id)
  return {
    async accept(taken) {
      for (const update of taken) {
        const entry = { ...update, tries: 0, isFinished: false, deliveries: new Map(), sent: undefined }
        if (!updates.has(update.id)) updates.set(update.id, entry)
      }
      const ids = new Set(taken.map(({ id }) => id))
      return waiting().flatMap(({ id }) => (ids.has(id) ? [id] : []))
    },
    async pending(limit, after = -1) {
      const later = waiting().filter(({ id }) => id > after)
      return later.slice(0, limit).map(({ id, content }) => ({ id, content }))
    },
    countPending: async () => waiting().length,
    async begin(updateId) {
      const update = updates.get(updateId)
      if (update === undefined || update.isFinished) return 0
      update.tries += 1
      return update.tries
    },
    async finish(updateId, sent) {
      const update = updates.get(updateId)
      if (update) updates.set(updateId, { ...update, isFinished: true, deliveries: new Map(), sent })
    },
    async lastSent(chatId) {
      const ids = [...updates.values()].flatMap(({ sent }) => (sent?.chatId === chatId ? [sent.messageId] : []))
      return Math.max(0, ...ids)
    },
    async deliveries(updateId) {
      return [...(updates.get(updateId)?.deliveries.values() ?? [])].sort((one, other) => one.step - other.step)
    },
    async beginDelivery(updateId, step, context) {
      updates.get(updateId)?.deliveries.set(step, { step, context, result: null })
    },
    async endDelivery(updateId, step, result) {
      const deliveries = updates.get(updateId)?.deliveries
      const begun = deliveries?.get(step)
      if (result === null) deliveries?.delete(step)
      else if (begun) deliveries?.set(step, { ...begun, result })
    },
  }
}
