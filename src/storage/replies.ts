import type { Json, KeptReply, Replies } from './store.js'
import type { TableContext } from './table-context.js'

/** 96 bits of a keyed hash. */
const KEY_LENGTH = 16

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
    async add({ chatId, userId }, { questionMessageId, messageIds, content }, source) {
      const [row] = await database.query<Row>(
        `INSERT INTO replies (key, chat, person, question_message, messages, content, sent_at)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7)
         ON CONFLICT (key) DO UPDATE SET key = excluded.key RETURNING ${COLUMNS}`,
        [
          secrets.hash('source', source).slice(0, KEY_LENGTH),
          chatOf(chatId),
          secrets.hash('user', userId),
          questionMessageId,
          JSON.stringify(messageIds),
          JSON.stringify(content),
          now(),
        ],
      )
      return toReply(row!)
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
      return row && toReply(row)
    },
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

function toReply(row: Row): KeptReply {
  const questionMessageId = row.question_message === null ? null : Number(row.question_message)
  return { key: row.key, questionMessageId, messageIds: row.messages, content: row.content }
}
