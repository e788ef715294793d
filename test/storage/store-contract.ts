import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from '../../src/storage/create-store.js'
import type { Database } from '../../src/storage/database.js'
import { createSecrets } from '../../src/storage/secrets.js'
import type { AuditEntry, Store } from '../../src/storage/store.js'
import { describeState } from './state-contract.js'

const KEY = new Uint8Array(32).fill(7)
const TABLES = ['conversations', 'replies', 'feedback', 'suggestions', 'bans', 'inbox', 'deliveries']

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

    let ticks = 0
    const ticking = () => new Date(ticks++)
    describeState(name, () => createStore({ database, secrets: createSecrets(KEY), now: ticking }))

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

      it('lets go of old ones', async () => {
        const { key } = await store.replies.add(alice, reply, '900 1')
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

      it('keeps what people wrote, once for a source, the latest first, until they are forgotten', async () => {
        await store.feedback.write(alice, '字小', '900 1')
        await store.feedback.write(alice, '又一次', '900 1')
        later(1)
        await store.feedback.write(bobInGroup, '很好', '900 2')
        expect((await store.feedback.written(9)).map(({ words }) => words)).toEqual(['很好', '字小'])
        expect(await store.feedback.written(1)).toEqual([{ words: '很好', at: now }])
        await store.forget(7)
        expect(await store.feedback.written(9)).toHaveLength(1)
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

      it('gives back what was appended, once for a source, the latest first, and counts outcomes', async () => {
        const before = await store.audit.outcomes(now)
        await store.audit.append(entry, `${name} 1`)
        await store.audit.append({ ...entry, outcome: 'not_in_report', reportHash: null }, `${name} 2`)
        await store.audit.append({ ...entry, outcome: 'off_topic' }, `${name} 1`)
        const [second, first] = await store.audit.latest(2)
        expect(first).toEqual({ ...entry, at: now })
        expect(second).toMatchObject({ outcome: 'not_in_report', reportHash: null })
        const outcomes = await store.audit.outcomes(now)
        expect(outcomes.answered).toBe((before.answered ?? 0) + 1)
      })

      it.each(['UPDATE audit SET outcome = $$x$$', 'DELETE FROM audit', 'TRUNCATE audit'])(
        'refuses %s',
        async (sql) => {
          await store.audit.append(entry, sql)
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
      const update = (id: number) => ({ id, content: {} })

      it('forgets ids once Telegram can no longer send them, but nothing that waits', async () => {
        const inbox = store.inbox(900)
        await inbox.accept([update(1), update(2)])
        await inbox.finish(1)
        later(3)
        await store.prune()
        expect(await database.query('SELECT 1 FROM inbox')).toHaveLength(1)
        expect(await inbox.countPending()).toBe(1)
      })
    })

    it('keeps no id of a chat or person that can be read', async () => {
      const who = { chatId: -1_009_876_543_210, userId: 987_654_321 }
      await store.conversations.set(who, {})
      await store.feedback.give(who, 'k', { verdict: 'down', reason: 'other' })
      await store.replies.add(who, { questionMessageId: 1, messageIds: [2], content: {} }, '900 1')
      await store.feedback.write(who, '字小', '900 1')
      await store.bans.add(who.userId)
      await store.inbox(900).accept([{ id: 1, content: { chat: { id: who.chatId }, from: { id: who.userId } } }])
      await store.inbox(900).beginDelivery(1, 0, { chat: who.chatId })
      await store.inbox(900).accept([{ id: 2, content: {} }])
      await store.inbox(900).finish(2, { chatId: who.chatId, messageId: 3 })
      for (const table of TABLES) {
        const rows = await database.query(`SELECT * FROM ${table}`)
        expect(rows, table).not.toEqual([])
        expect(JSON.stringify(rows), table).not.toMatch(/9876543/)
      }
    })
  })
}
