import { randomBytes } from 'node:crypto'
import type { Json, Replies, SentReply } from './store.js'
import type { TableContext } from './table-context.js'

const KEY_BYTES = 12

interface Row {
  key: string
  question_message: string | number | null
  messages: number[]
  content: Json
}

const COLUMNS = 'key, question_message, messages, content'

export function repliesIn({ database, secrets, now }: TableContext): Replies {
  const chatOf = (chatId: number) => secrets.hash('chat', chatId)
  return {
    async add({ chatId, userId }, { questionMessageId, messageIds, content }) {
      const key = randomBytes(KEY_BYTES).toString('base64url')
      await database.query(
        `INSERT INTO replies (key, chat, person, question_message, messages, content, sent_at)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7) ON CONFLICT DO NOTHING`,
        [
          key,
          chatOf(chatId),
          secrets.hash('user', userId),
          questionMessageId,
          JSON.stringify(messageIds),
          JSON.stringify(content),
          now(),
        ],
      )
      return key
    },
    async update(chatId, key, { questionMessageId, messageIds, content }) {
      await database.query(
        `UPDATE replies SET question_message = coalesce($3, question_message),
           messages = coalesce($4::jsonb, messages), content = coalesce($5::jsonb, content)
         WHERE chat = $1 AND key = $2`,
        [chatOf(chatId), key, questionMessageId ?? null, jsonOrNull(messageIds), jsonOrNull(content)],
      )
    },
    async find(chatId, key) {
      const [row] = await database.query<Row>(`SELECT ${COLUMNS} FROM replies WHERE chat = $1 AND key = $2`, [
        chatOf(chatId),
        key,
      ])
      return row && toReply(row)
    },
    async findByQuestion(chatId, questionMessageId) {
      const [row] = await database.query<Row>(
        `SELECT ${COLUMNS} FROM replies WHERE chat = $1 AND question_message = $2 ORDER BY sent_at DESC LIMIT 1`,
        [chatOf(chatId), questionMessageId],
      )
      return row && { ...toReply(row), key: row.key }
    },
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

function toReply(row: Row): SentReply {
  const questionMessageId = row.question_message === null ? null : Number(row.question_message)
  return { questionMessageId, messageIds: row.messages, content: row.content }
}
