import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from '../../src/storage/create-store.js'
import type { Database } from '../../src/storage/database.js'
import { createSecrets } from '../../src/storage/secrets.js'
import type { AuditEntry, Store } from '../../src/storage/store.js'

const KEY = new Uint8Array(32).fill(7)
const TABLES = ['conversations', 'replies', 'feedback', 'bans', 'inbox', 'deliveries']

/** What every store does, whatever database it stands on. */
export function describeStore(name: string, open: () => Promise<Database>): void {
  describe(`the store on ${name}`, () => {
    let database: Database
    let store: Store
    let now = new Date('2031-03-01T08:00:00Z')

    beforeAll(async () => {
      database = await open()
    })
    beforeEach(async () => {
      now = new Date('2031-03-01T08:00:00Z')
      store = await createStore({ database, secrets: createSecrets(KEY), retentionDays: 30, now: () => now })
      for (const table of TABLES) await database.query(`DELETE FROM ${table}`)
    })
    afterAll(() => database.close())

    const later = (days: number) => {
      now = new Date(now.getTime() + days * 86_400_000)
    }
    const alice = { chatId: 7, userId: 7 }
    const bobInGroup = { chatId: -5, userId: 8 }
    const aliceInGroup = { chatId: -5, userId: 7 }

    it('is not changed by bringing its tables up to date once more, even twice at once', async () => {
      await store.conversations.set(alice, { n: 1 })
      const secrets = createSecrets(KEY)
      const [again] = await Promise.all([createStore({ database, secrets }), createStore({ database, secrets })])
      expect(await again.conversations.get(alice)).toEqual({ n: 1 })
    })

    it('answers a ping', async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })

    describe('conversations', () => {
      it('keeps one for every person and chat', async () => {
        await store.conversations.set(alice, { last: '一' })
        await store.conversations.set(aliceInGroup, { last: '二' })
        await store.conversations.set(bobInGroup, { last: '三' })
        await store.conversations.set(alice, { last: '四', deep: { list: [1, null, 'x'] } })
        expect(await store.conversations.get(alice)).toEqual({ last: '四', deep: { list: [1, null, 'x'] } })
        expect(await store.conversations.get(aliceInGroup)).toEqual({ last: '二' })
        await store.conversations.delete(aliceInGroup)
        expect(await store.conversations.get(aliceInGroup)).toBeUndefined()
        expect(await store.conversations.get(bobInGroup)).toEqual({ last: '三' })
      })

      it('lets go of one unused for as long as it may be kept, deleted or not', async () => {
        await store.conversations.set(alice, { n: 1 })
        later(29)
        await store.conversations.set(bobInGroup, { n: 2 })
        later(1)
        expect(await store.conversations.get(alice)).toBeUndefined()
        await store.prune()
        expect(await database.query('SELECT 1 FROM conversations')).toHaveLength(1)
        expect(await store.conversations.get(bobInGroup)).toEqual({ n: 2 })
      })
    })

    describe('replies', () => {
      const reply = { questionMessageId: 3, messageIds: [4, 5], content: { figure: '8%', at: [1, 2] } }

      it('finds a reply again by its key, but for no other chat', async () => {
        const key = await store.replies.add(alice, reply)
        expect(key).toMatch(/^[\w-]{16}$/)
        expect(await store.replies.find(7, key)).toEqual(reply)
        expect(await store.replies.find(8, key)).toBeUndefined()
        expect(await store.replies.find(7, 'x'.repeat(16))).toBeUndefined()
      })

      it('finds the latest reply to a message', async () => {
        await store.replies.add(alice, reply)
        later(1)
        const key = await store.replies.add(alice, { ...reply, messageIds: [9] })
        expect(await store.replies.findByQuestion(7, 3)).toEqual({ ...reply, messageIds: [9], key })
        expect(await store.replies.findByQuestion(-5, 3)).toBeUndefined()
      })

      it('changes the parts given, for its own chat only', async () => {
        const key = await store.replies.add(alice, { ...reply, questionMessageId: null })
        await store.replies.update(7, key, { messageIds: [6] })
        await store.replies.update(8, key, { content: { stolen: true } })
        expect(await store.replies.find(7, key)).toEqual({ ...reply, questionMessageId: null, messageIds: [6] })
      })

      it('lets go of old ones', async () => {
        const key = await store.replies.add(alice, reply)
        later(30)
        await store.prune()
        expect(await store.replies.find(7, key)).toBeUndefined()
      })
    })

    describe('feedback', () => {
      it('counts one opinion a person and reply, the latest', async () => {
        await store.feedback.give(alice, 'k1', { verdict: 'up', reason: null })
        await store.feedback.give(alice, 'k1', { verdict: 'down', reason: null })
        await store.feedback.give(alice, 'k1', { verdict: 'down', reason: 'wrong_figure' })
        await store.feedback.give(bobInGroup, 'k1', { verdict: 'up', reason: null })
        const reasons = { wrong_figure: 1, off_point: 0, unclear: 0, other: 0 }
        expect(await store.feedback.count()).toEqual({ up: 1, down: 1, reasons })
        later(1)
        expect(await store.feedback.count(now)).toMatchObject({ up: 0, down: 0 })
      })
    })

    describe('the audit', () => {
      const entry: AuditEntry = {
        question: '2031年目标?',
        outcome: 'answered',
        mode: 'extractive',
        evidence: ['lanxi:10-20'],
        verdicts: [{ text: '8%', verdict: 'supported' }],
        reportHash: 'ab'.repeat(32),
        timings: { retrieveMs: 1.5, answerMs: 0.25 },
      }

      it('gives back what was appended, the latest first, and counts outcomes', async () => {
        const before = await store.audit.outcomes(now)
        await store.audit.append(entry)
        await store.audit.append({ ...entry, outcome: 'not_in_report', reportHash: null })
        const [second, first] = await store.audit.latest(2)
        expect(first).toEqual({ ...entry, at: now })
        expect(second).toMatchObject({ outcome: 'not_in_report', reportHash: null })
        const outcomes = await store.audit.outcomes(now)
        expect(outcomes.answered).toBe((before.answered ?? 0) + 1)
      })

      it.each(['UPDATE audit SET outcome = $$x$$', 'DELETE FROM audit', 'TRUNCATE audit'])(
        'refuses %s',
        async (sql) => {
          await store.audit.append(entry)
          await expect(database.query(sql)).rejects.toMatchObject({ code: 'failed' })
          expect(await store.audit.latest(1)).toMatchObject([{ outcome: 'answered' }])
        },
      )
    })

    it('bans and readmits', async () => {
      await store.bans.add(7)
      await store.bans.add(7)
      expect([await store.bans.has(7), await store.bans.has(8)]).toEqual([true, false])
      await store.bans.remove(7)
      expect(await store.bans.has(7)).toBe(false)
    })

    describe('the inbox', () => {
      const update = (id: number) => ({ id, content: { update_id: id, message: { text: `问${id}` } } })

      it('takes every update once, in whatever order and company it comes', async () => {
        const inbox = store.inbox(900)
        expect(await inbox.accept([update(12), update(11)])).toEqual([11, 12])
        expect(await inbox.accept([update(11), update(13), update(12)])).toEqual([13])
        expect(await inbox.accept([])).toEqual([])
        expect(await inbox.pending(2)).toEqual([update(11), update(12)])
        expect(await inbox.pending(9, 12)).toEqual([update(13)])
      })

      it('does not take an update again that is dealt with', async () => {
        const inbox = store.inbox(900)
        await inbox.accept([update(1), update(2)])
        await inbox.finish(1)
        expect(await inbox.accept([update(1)])).toEqual([])
        expect(await inbox.pending(9)).toEqual([update(2)])
        expect(await inbox.countPending()).toBe(1)
      })

      it('is another one for another bot', async () => {
        await store.inbox(900).accept([update(1)])
        expect(await store.inbox(901).accept([update(1)])).toEqual([1])
        await store.inbox(901).finish(1)
        expect(await store.inbox(900).countPending()).toBe(1)
      })

      it('holds ids and update ids beyond 32 bits', async () => {
        const id = 2 ** 52
        expect(await store.inbox(8_000_000_000).accept([update(id)])).toEqual([id])
        expect(await store.inbox(8_000_000_000).pending(1)).toEqual([update(id)])
      })

      it('counts how often work on an update began', async () => {
        const inbox = store.inbox(900)
        await inbox.accept([update(1), update(2)])
        expect([await inbox.begin(1), await inbox.begin(1), await inbox.begin(2)]).toEqual([1, 2, 1])
      })

      it('remembers what was sent and what was being sent, until the update is dealt with', async () => {
        const inbox = store.inbox(900)
        await inbox.accept([update(1)])
        await inbox.beginDelivery(1, 0, { floor: 5 })
        await inbox.endDelivery(1, 0, { message_id: 6 })
        await inbox.beginDelivery(1, 1, { floor: 6 })
        await inbox.endDelivery(1, 1, null)
        await inbox.beginDelivery(1, 1, { floor: 7 })
        expect(await inbox.deliveries(1)).toEqual([
          { step: 0, context: { floor: 5 }, result: { message_id: 6 } },
          { step: 1, context: { floor: 7 }, result: null },
        ])
        await inbox.finish(1)
        expect(await inbox.deliveries(1)).toEqual([])
      })

      it('forgets ids once Telegram can no longer send them, but nothing that waits', async () => {
        const inbox = store.inbox(900)
        await inbox.accept([update(1), update(2)])
        await inbox.finish(1)
        later(3)
        await store.prune()
        expect(await inbox.accept([update(1), update(2)])).toEqual([1])
      })
    })

    it('forgets all that one person left, in every chat, and nothing of others', async () => {
      for (const who of [alice, aliceInGroup, bobInGroup]) {
        await store.conversations.set(who, { n: 1 })
        await store.feedback.give(who, `${who.chatId}`, { verdict: 'up', reason: null })
        await store.replies.add(who, { questionMessageId: 1, messageIds: [2], content: {} })
      }
      await store.forget(7)
      expect(await store.conversations.get(alice)).toBeUndefined()
      expect(await store.conversations.get(aliceInGroup)).toBeUndefined()
      expect(await store.conversations.get(bobInGroup)).toEqual({ n: 1 })
      expect(await store.feedback.count()).toMatchObject({ up: 1 })
      expect(await database.query('SELECT 1 FROM replies')).toHaveLength(1)
    })

    it('keeps no id of a chat or person that can be read', async () => {
      const who = { chatId: -1_009_876_543_210, userId: 987_654_321 }
      await store.conversations.set(who, {})
      await store.feedback.give(who, 'k', { verdict: 'down', reason: 'other' })
      await store.replies.add(who, { questionMessageId: 1, messageIds: [2], content: {} })
      await store.bans.add(who.userId)
      await store.inbox(900).accept([{ id: 1, content: { chat: { id: who.chatId }, from: { id: who.userId } } }])
      await store.inbox(900).beginDelivery(1, 0, { chat: who.chatId })
      for (const table of TABLES) {
        const rows = await database.query(`SELECT * FROM ${table}`)
        expect(rows, table).not.toEqual([])
        expect(JSON.stringify(rows), table).not.toMatch(/9876543/)
      }
    })
  })
}
