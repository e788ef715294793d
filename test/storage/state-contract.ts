import { beforeEach, describe, expect, it } from 'vitest'
import type { Inbox } from '../../src/storage/store.js'
import type { BotState } from '../../src/telegram/state.js'

/** What the bot keeps, and the updates it has taken in. */
export type KeptState = BotState & { inbox(botId: number): Inbox }

const alice = { chatId: 7, userId: 7 }
const bobInGroup = { chatId: -5, userId: 8 }
const aliceInGroup = { chatId: -5, userId: 7 }

/** What everything does that the bot can keep its state in. @param open gives an empty one */
export function describeState(name: string, open: () => Promise<KeptState>): void {
  describe(`what the bot keeps, in ${name}`, () => {
    let state: KeptState
    beforeEach(async () => {
      state = await open()
    })

    it('is one conversation for every person and chat', async () => {
      await state.conversations.set(alice, { last: '一' })
      await state.conversations.set(aliceInGroup, { last: '二' })
      await state.conversations.set(bobInGroup, { last: '三' })
      await state.conversations.set(alice, { last: '四', deep: { list: [1, null, 'x'] } })
      expect(await state.conversations.get(alice)).toEqual({ last: '四', deep: { list: [1, null, 'x'] } })
      expect(await state.conversations.get(aliceInGroup)).toEqual({ last: '二' })
      await state.conversations.delete(aliceInGroup)
      expect(await state.conversations.get(aliceInGroup)).toBeUndefined()
      expect(await state.conversations.get(bobInGroup)).toEqual({ last: '三' })
    })

    describe('replies', () => {
      const reply = { questionMessageId: 3, messageIds: [4, 5], content: { figure: '8%', at: [1, 2] } }

      it('are found again by their key, but for no other chat', async () => {
        const kept = await state.replies.add(alice, reply, '900 1')
        expect(kept).toEqual({ ...reply, key: expect.stringMatching(/^[\w-]{16}$/) })
        expect(await state.replies.find(7, kept.key)).toEqual(kept)
        expect(await state.replies.find(8, kept.key)).toBeUndefined()
        expect(await state.replies.find(7, 'x'.repeat(16))).toBeUndefined()
      })

      it('are found by the message that asked, the latest', async () => {
        await state.replies.add(alice, reply, '900 1')
        const second = await state.replies.add(alice, { ...reply, messageIds: [9] }, '900 2')
        expect(await state.replies.findByQuestion(7, 3)).toEqual(second)
        expect(await state.replies.findByQuestion(-5, 3)).toBeUndefined()
      })

      it('are changed in the parts given, for their own chat only', async () => {
        const { key } = await state.replies.add(alice, { ...reply, questionMessageId: null }, '900 1')
        await state.replies.update(7, key, { messageIds: [6] })
        await state.replies.update(8, key, { content: { stolen: true } })
        expect(await state.replies.find(7, key)).toEqual({ ...reply, key, questionMessageId: null, messageIds: [6] })
      })

      it('of work that is done again stay as they were', async () => {
        const first = await state.replies.add(alice, reply, '900 1')
        expect(await state.replies.add(alice, { ...reply, content: { other: true } }, '900 1')).toEqual(first)
        expect((await state.replies.add(alice, reply, '900 2')).key).not.toBe(first.key)
      })
    })

    it('is gone for a person who wants to be forgotten, in every chat, and for nobody else', async () => {
      const keys = new Map<object, string>()
      for (const who of [alice, aliceInGroup, bobInGroup]) {
        await state.conversations.set(who, { n: 1 })
        await state.feedback.give(who, `${who.chatId}`, { verdict: 'up', reason: null })
        const reply = { questionMessageId: 1, messageIds: [2], content: {} }
        keys.set(who, (await state.replies.add(who, reply, `900 ${keys.size}`)).key)
      }
      await state.forget(7)
      expect(await state.conversations.get(alice)).toBeUndefined()
      expect(await state.conversations.get(aliceInGroup)).toBeUndefined()
      expect(await state.conversations.get(bobInGroup)).toEqual({ n: 1 })
      expect(await state.replies.find(7, keys.get(alice)!)).toBeUndefined()
      expect(await state.replies.find(-5, keys.get(aliceInGroup)!)).toBeUndefined()
      expect(await state.replies.find(-5, keys.get(bobInGroup)!)).toBeDefined()
    })

    describe('the inbox', () => {
      const update = (id: number) => ({ id, content: { update_id: id, message: { text: `问${id}` } } })

      it('takes every update once, in whatever order and company it comes, and tells which are to be dealt with', async () => {
        const inbox = state.inbox(900)
        expect(await inbox.accept([update(12), update(11)])).toEqual([11, 12])
        await inbox.finish(12)
        expect(await inbox.accept([update(11), update(13), update(12)])).toEqual([11, 13])
        expect(await inbox.accept([])).toEqual([])
        expect(await inbox.pending(1)).toEqual([update(11)])
        expect(await inbox.pending(9, 11)).toEqual([update(13)])
        expect(await inbox.countPending()).toBe(2)
      })

      it('is another one for another bot', async () => {
        await state.inbox(900).accept([update(1)])
        expect(await state.inbox(901).accept([update(1)])).toEqual([1])
        await state.inbox(901).finish(1)
        expect(await state.inbox(900).countPending()).toBe(1)
      })

      it('holds ids and update ids beyond 32 bits', async () => {
        const id = 2 ** 52
        expect(await state.inbox(8_000_000_000).accept([update(id)])).toEqual([id])
        expect(await state.inbox(8_000_000_000).pending(1)).toEqual([update(id)])
      })

      it('counts how often work on an update began, and lets none begin on what is dealt with', async () => {
        const inbox = state.inbox(900)
        await inbox.accept([update(1), update(2)])
        expect([await inbox.begin(1), await inbox.begin(1), await inbox.begin(2)]).toEqual([1, 2, 1])
        await inbox.finish(1)
        expect(await inbox.begin(1)).toBe(0)
      })

      it('remembers what was sent and what was being sent, until the update is dealt with', async () => {
        const inbox = state.inbox(900)
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

      it('knows the last message that was sent in a chat', async () => {
        const inbox = state.inbox(900)
        await inbox.accept([update(1), update(2), update(3)])
        expect(await inbox.lastSent(-5)).toBe(0)
        await inbox.finish(1, { chatId: -5, messageId: 2 ** 40 })
        await inbox.finish(2, { chatId: -5, messageId: 8 })
        await inbox.finish(3)
        expect(await inbox.lastSent(-5)).toBe(2 ** 40)
        expect(await inbox.lastSent(7)).toBe(0)
      })
    })
  })
}
