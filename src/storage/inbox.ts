import type { Inbox } from './store.js'
import type { TableContext } from './table-context.js'

interface DeliveryRow {
  step: number
  sealed_context: string
  sealed_result: string | null
}

export function inboxIn({ database, secrets, now }: TableContext, botId: number): Inbox {
  return {
    async accept(updates) {
      if (updates.length === 0) return []
      const rows = await database.query<{ update_id: string | number; waits: boolean }>(
        `INSERT INTO inbox (bot, update_id, sealed, accepted_at)
         SELECT $1::bigint, id, sealed, $4::timestamptz FROM unnest($2::bigint[], $3::text[]) AS taken (id, sealed)
         ON CONFLICT (bot, update_id) DO UPDATE SET accepted_at = inbox.accepted_at
         RETURNING update_id, sealed IS NOT NULL AS waits`,
        [botId, updates.map(({ id }) => id), updates.map(({ content }) => secrets.seal(content)), now()],
      )
      const waiting = rows.filter(({ waits }) => waits)
      return waiting.map(({ update_id }) => Number(update_id)).sort((a, b) => a - b)
    },
    async pending(limit, after = -1) {
      const rows = await database.query<{ update_id: string | number; sealed: string }>(
        `SELECT update_id, sealed FROM inbox WHERE bot = $1 AND update_id > $2 AND sealed IS NOT NULL
         ORDER BY update_id LIMIT $3`,
        [botId, after, limit],
      )
      return rows.map(({ update_id, sealed }) => ({ id: Number(update_id), content: secrets.open(sealed) }))
    },
    async countPending() {
      const [row] = await database.query<{ count: number }>(
        'SELECT count(*)::integer AS count FROM inbox WHERE bot = $1 AND sealed IS NOT NULL',
        [botId],
      )
      return row?.count ?? 0
    },
    async begin(updateId) {
      const [row] = await database.query<{ tries: number }>(
        `UPDATE inbox SET tries = tries + 1 WHERE bot = $1 AND update_id = $2 AND sealed IS NOT NULL RETURNING tries`,
        [botId, updateId],
      )
      return row?.tries ?? 0
    },
    async finish(updateId, sent) {
      const chat = sent ? secrets.hash('chat', sent.chatId) : null
      await database.transaction(async (query) => {
        await query(
          'UPDATE inbox SET sealed = NULL, chat = $3, last_sent = $4::bigint WHERE bot = $1 AND update_id = $2',
          [botId, updateId, chat, sent?.messageId ?? null],
        )
        await query('DELETE FROM deliveries WHERE bot = $1 AND update_id = $2', [botId, updateId])
      })
    },
    async lastSent(chatId) {
      const [row] = await database.query<{ last: string | number | null }>(
        'SELECT max(last_sent) AS last FROM inbox WHERE bot = $1 AND chat = $2',
        [botId, secrets.hash('chat', chatId)],
      )
      return Number(row?.last ?? 0)
    },
    async deliveries(updateId) {
      const rows = await database.query<DeliveryRow>(
        'SELECT step, sealed_context, sealed_result FROM deliveries WHERE bot = $1 AND update_id = $2 ORDER BY step',
        [botId, updateId],
      )
      return rows.map(({ step, sealed_context, sealed_result }) => ({
        step,
        context: secrets.open(sealed_context),
        result: sealed_result === null ? null : secrets.open(sealed_result),
      }))
    },
    async beginDelivery(updateId, step, context) {
      await database.query(
        `INSERT INTO deliveries (bot, update_id, step, sealed_context) VALUES ($1, $2, $3, $4)
         ON CONFLICT (bot, update_id, step) DO UPDATE SET sealed_context = excluded.sealed_context`,
        [botId, updateId, step, secrets.seal(context)],
      )
    },
    async endDelivery(updateId, step, result) {
      const key = [botId, updateId, step] as const
      const where = 'WHERE bot = $1 AND update_id = $2 AND step = $3'
      if (result === null) await database.query(`DELETE FROM deliveries ${where}`, key)
      else await database.query(`UPDATE deliveries SET sealed_result = $4 ${where}`, [...key, secrets.seal(result)])
    },
  }
}
