import { BOT, type LoopbackBotApi } from '../../test/telegram/loopback-bot-api.js'

/** People in as many groups, where every answer names the message it answers. */
export interface Crowd {
  /** Asks a question in a group (0, 1, 2 …); resolves when it is answered, to the milliseconds that took. */
  ask(group: number, question: string): Promise<number>
  /** Answers to messages that had one already. */
  readonly repeated: number
  /** Answers given before that to an earlier message of the group. */
  readonly outOfOrder: number
}

export function createCrowd(api: LoopbackBotApi): Crowd {
  const waiting = new Map<string, { asked: number; resolve: (milliseconds: number) => void }>()
  const latest = new Map<number, number>()
  const counts = { repeated: 0, outOfOrder: 0 }
  const mention = `@${BOT.username}`
  const entities = [{ type: 'mention', offset: 0, length: mention.length }] as const

  api.onSent(({ chat_id, reply_parameters }) => {
    if (reply_parameters === undefined) return
    const key = `${chat_id}:${reply_parameters.message_id}`
    const asked = waiting.get(key)
    waiting.delete(key)
    if (asked === undefined) {
      counts.repeated += 1
      return
    }
    if (reply_parameters.message_id < (latest.get(chat_id) ?? 0)) counts.outOfOrder += 1
    latest.set(chat_id, reply_parameters.message_id)
    asked.resolve(performance.now() - asked.asked)
  })

  return {
    ask(group, question) {
      const chat = { id: -1 - group, type: 'supergroup', title: '邻里群' } as const
      const from = { id: 1000 + group, is_bot: false, first_name: '市民' }
      const messageId = api.say(`${mention} ${question}`, { chat, from, entities: [...entities] })
      return new Promise((resolve) => {
        waiting.set(`${chat.id}:${messageId}`, { asked: performance.now(), resolve })
      })
    },
    get repeated() {
      return counts.repeated
    },
    get outOfOrder() {
      return counts.outOfOrder
    },
  }
}
