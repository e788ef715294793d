import type { LoopbackBotApi } from './loopback-bot-api.js'

/** People who ask one question after the other, each the next as soon as one is answered. */
export interface Talk {
  /** How often each question was answered, by question. */
  readonly answers: ReadonlyMap<string, number>
  /** Questions asked and not answered. */
  unanswered(): string[]
  /** Questions answered more than once. */
  answeredTwice(): string[]
  /** Questions answered before an earlier one of their chat. */
  outOfOrder(): string[]
  readonly answered: number
  /** Asks the first questions; ends when the last are answered. */
  run(): Promise<void>
  /** Resolves once so many questions are answered. */
  until(count: number): Promise<void>
}

export interface TalkOptions {
  api: LoopbackBotApi
  chats: number
  questionsPerChat: number
  /** Questions that a chat asks before the first of them is answered; default 1. */
  ahead?: number
}

/** Needs a bot whose answer begins with the question's words. */
export function createTalk({ api, chats, questionsPerChat, ahead = 1 }: TalkOptions): Talk {
  const answers = new Map<string, number>()
  const inOrder = new Map<number, string[]>()
  let answered = 0
  const watchers: { count: number; resolve: () => void }[] = []

  function ask(chat: number, number: number): void {
    const question = `问${chat}-${number}。`
    answers.set(question, 0)
    const from = { id: chat, is_bot: false, first_name: '市民' }
    api.say(question, { chat: { id: chat, type: 'private', first_name: '市民' }, from })
  }

  api.onSent(({ chat_id, text }) => {
    const question = /^问\d+-\d+。/u.exec(text ?? '')?.[0]
    if (question === undefined || !answers.has(question)) return
    const count = answers.get(question)! + 1
    answers.set(question, count)
    if (count > 1) return
    answered += 1
    inOrder.set(chat_id, [...(inOrder.get(chat_id) ?? []), question])
    const number = Number(question.slice(question.indexOf('-') + 1, -1))
    if (number + ahead <= questionsPerChat) ask(chat_id, number + ahead)
    for (const { count: wanted, resolve } of watchers) if (answered >= wanted) resolve()
  })

  const until = (count: number) =>
    new Promise<void>((resolve) => {
      if (answered >= count) resolve()
      else watchers.push({ count, resolve })
    })
  const questionsWith = (test: (count: number) => boolean) =>
    [...answers].filter(([, count]) => test(count)).map(([question]) => question)
  return {
    answers,
    unanswered: () => questionsWith((count) => count === 0),
    answeredTwice: () => questionsWith((count) => count > 1),
    outOfOrder: () =>
      [...inOrder].flatMap(([chat, questions]) =>
        questions.filter((question, position) => question !== `问${chat}-${position + 1}。`),
      ),
    get answered() {
      return answered
    },
    async run() {
      for (let number = 1; number <= Math.min(ahead, questionsPerChat); number += 1)
        for (let chat = 1; chat <= chats; chat += 1) ask(chat, number)
      await until(chats * questionsPerChat)
    },
    until,
  }
}
