import type { Bot } from 'grammy'
import { expect, it } from 'vitest'
import { createDeliverOnce } from '../../src/telegram/deliver-once.js'
import { createIntake } from '../../src/telegram/take-updates.js'
import { createMemoryInbox } from '../fakes/memory-inbox.js'

const update = (id: number) =>
  ({ update_id: id, message: { message_id: id, chat: { id: 7, type: 'private' } } }) as never

/** An intake whose bot does nothing with an update until it is let. */
function intakeOf(inbox = createMemoryInbox()) {
  const handled: number[] = []
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const bot = {
    async handleUpdate({ update_id }: { update_id: number }) {
      handled.push(update_id)
      await gate
    },
  } as unknown as Bot
  const abandon = new AbortController().signal
  const intake = createIntake({ bot, inbox, deliverOnce: createDeliverOnce(inbox), onFault: () => {}, abandon })
  return { intake, handled, release }
}

it('an update that comes once more, while it is worked on and after, is dealt with once', async () => {
  const { intake, handled, release } = intakeOf()
  await intake.take([update(1), update(1)])
  await intake.take([update(1), update(2)])
  release()
  await intake.queue.whenEmpty()
  await intake.take([update(2)])
  await intake.queue.whenEmpty()
  expect(handled).toEqual([1, 2])
})

it('an update that was stored, of which the database could not tell any more, is dealt with when it comes again', async () => {
  const inbox = createMemoryInbox()
  const { intake, handled, release } = intakeOf({
    ...inbox,
    async accept(updates) {
      await inbox.accept(updates)
      return inbox.accept(updates)
    },
  })
  release()
  await intake.take([update(1)])
  await intake.queue.whenEmpty()
  expect(handled).toEqual([1])
})

it('an update that is finished while it comes once more is not begun again', async () => {
  const inbox = createMemoryInbox()
  const { intake, handled, release } = intakeOf({
    ...inbox,
    async accept(updates) {
      const ids = await inbox.accept(updates)
      release()
      await new Promise(setImmediate)
      return ids
    },
  })
  await intake.take([update(1)])
  await intake.take([update(1)])
  await intake.queue.whenEmpty()
  expect(handled).toEqual([1])
})
