import type { Conversations, Json, Participant } from './store.js'
import type { TableContext } from './table-context.js'

/** @param keptSince conversations not used since then are gone, whether deleted yet or not */
export function conversationsIn({ database, secrets, now }: TableContext, keptSince: () => Date): Conversations {
  const keysOf = ({ chatId, userId }: Participant) =>
    [secrets.hash('chat', chatId), secrets.hash('user', userId)] as const
  return {
    async get(who) {
      const [row] = await database.query<{ state: Json }>(
        'SELECT state FROM conversations WHERE chat = $1 AND person = $2 AND used_at > $3',
        [...keysOf(who), keptSince()],
      )
      return row?.state
    },
    async set(who, conversation) {
      await database.query(
        `INSERT INTO conversations (chat, person, state, used_at) VALUES ($1, $2, $3::jsonb, $4)
         ON CONFLICT (chat, person) DO UPDATE SET state = excluded.state, used_at = excluded.used_at`,
        [...keysOf(who), JSON.stringify(conversation), now()],
      )
    },
    async delete(who) {
      await database.query('DELETE FROM conversations WHERE chat = $1 AND person = $2', keysOf(who))
    },
  }
}
