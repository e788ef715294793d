import type { Update } from 'grammy/types'

export interface UpdateQueueOptions {
  /** Deals with one update; must not fail. */
  handle: (update: Update) => Promise<void>
  /** Chats worked for at the same time. Default 8: answers are made by the processor, more at once make none faster. */
  concurrency?: number
  /** Updates held at most, those being worked on included. Default 500. */
  capacity?: number
}

/** Updates taken in and not yet dealt with: those of one chat one after the other, no chat waiting for another. */
export interface UpdateQueue {
  readonly size: number
  /** How many more it takes. */
  readonly room: number
  /** Takes an update even without room: who adds looks first. */
  add(update: Update): void
  /** Resolves at once where there is room, else as soon as there is. */
  whenRoom(): Promise<void>
  /** Resolves once nothing is left. */
  whenEmpty(): Promise<void>
}

export function createUpdateQueue(options: UpdateQueueOptions): UpdateQueue {
  const { handle, concurrency = 8, capacity = 500 } = options
  /** What waits, by chat; the chat of an update being worked on keeps its entry. */
  const waiting = new Map<string, Update[]>()
  /** Chats with something to do and nobody at it, the one that waits longest first. */
  const ready: string[] = []
  let size = 0
  let atWork = 0
  let watchers: { isDone: () => boolean; resolve: () => void }[] = []

  function startMore(): void {
    while (atWork < concurrency && ready.length > 0) void work(ready.shift()!)
  }

  async function work(chat: string): Promise<void> {
    atWork += 1
    await handle(waiting.get(chat)!.shift()!)
    atWork -= 1
    size -= 1
    if (waiting.get(chat)!.length > 0) ready.push(chat)
    else waiting.delete(chat)
    startMore()
    tell()
  }

  function tell(): void {
    const done = watchers.filter(({ isDone }) => isDone())
    watchers = watchers.filter((watcher) => !done.includes(watcher))
    for (const { resolve } of done) resolve()
  }

  const when = (isDone: () => boolean) =>
    new Promise<void>((resolve) => {
      watchers.push({ isDone, resolve })
      tell()
    })

  return {
    get size() {
      return size
    },
    get room() {
      return Math.max(0, capacity - size)
    },
    add(update) {
      const chat = chatOf(update)
      const queue = waiting.get(chat)
      size += 1
      if (queue !== undefined) insert(queue, update)
      else {
        waiting.set(chat, [update])
        ready.push(chat)
        startMore()
      }
    },
    whenRoom: () => when(() => size < capacity),
    whenEmpty: () => when(() => size === 0),
  }
}

/** Pushed updates may overtake each other on the way: those that still wait are put in order. */
function insert(queue: Update[], update: Update): void {
  const before = queue.findLastIndex(({ update_id }) => update_id < update.update_id)
  queue.splice(before + 1, 0, update)
}

/** What keeps its order: a chat, else the person who asked inline. */
function chatOf(update: Update): string {
  const message = update.message ?? update.edited_message ?? update.callback_query?.message
  const id = message?.chat?.id ?? update.inline_query?.from.id ?? update.callback_query?.from.id
  return id === undefined ? `update ${update.update_id}` : `${id}`
}
