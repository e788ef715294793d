import { auditIn } from './audit.js'
import { bansIn } from './bans.js'
import { conversationsIn } from './conversations.js'
import type { Database } from './database.js'
import { feedbackIn } from './feedback.js'
import { inboxIn } from './inbox.js'
import { migrate } from './migrations.js'
import { repliesIn } from './replies.js'
import type { Secrets } from './secrets.js'
import type { Store } from './store.js'
import type { TableContext } from './table-context.js'

export interface StoreOptions {
  database: Database
  secrets: Secrets
  /** Conversations and replies unused for so many days are deleted. Default 30. */
  retentionDays?: number
  now?: () => Date
}

const DAY_MS = 86_400_000
/** Telegram keeps an update for a day; its id is kept for twice as long. */
const INBOX_DAYS = 2

/** The store over a database, whose tables are brought up to date first. @throws {StorageError} */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { database, secrets, retentionDays = 30, now = () => new Date() } = options
  await migrate(database)
  const context: TableContext = { database, secrets, now }
  const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS)
  return {
    conversations: conversationsIn(context, () => daysAgo(retentionDays)),
    replies: repliesIn(context),
    feedback: feedbackIn(context),
    audit: auditIn(context),
    bans: bansIn(context),
    inbox: (botId) => inboxIn(context, botId),
    async forget(userId) {
      const person = secrets.hash('user', userId)
      for (const table of ['conversations', 'replies', 'feedback', 'suggestions'])
        await database.query(`DELETE FROM ${table} WHERE person = $1`, [person])
    },
    async prune() {
      await database.query('DELETE FROM conversations WHERE used_at <= $1', [daysAgo(retentionDays)])
      await database.query('DELETE FROM replies WHERE sent_at <= $1', [daysAgo(retentionDays)])
      await database.query('DELETE FROM inbox WHERE sealed IS NULL AND accepted_at <= $1', [daysAgo(INBOX_DAYS)])
    },
    async ping() {
      await database.query('SELECT 1')
    },
    close: () => database.close(),
  }
}
