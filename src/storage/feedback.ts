import { FEEDBACK_REASONS, type Feedback, type FeedbackCount, type Opinion } from './store.js'
import type { TableContext } from './table-context.js'

export function feedbackIn({ database, secrets, now }: TableContext): Feedback {
  return {
    async give({ userId }, replyKey, { verdict, reason }) {
      await database.query(
        `INSERT INTO feedback (reply_key, person, verdict, reason, given_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (reply_key, person)
         DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, given_at = excluded.given_at`,
        [replyKey, secrets.hash('user', userId), verdict, reason, now()],
      )
    },
    async write({ userId }, words, source) {
      await database.query(
        'INSERT INTO suggestions (source, person, words, written_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [secrets.hash('source', source), secrets.hash('user', userId), words, now()],
      )
    },
    written: (limit) =>
      database.query('SELECT words, written_at AS at FROM suggestions ORDER BY written_at DESC LIMIT $1', [limit]),
    async count(since = new Date(0)) {
      const rows = await database.query<Opinion & { count: number }>(
        'SELECT verdict, reason, count(*)::integer AS count FROM feedback WHERE given_at >= $1 GROUP BY verdict, reason',
        [since],
      )
      return addUp(rows)
    },
  }
}

function addUp(rows: readonly (Opinion & { count: number })[]): FeedbackCount {
  const reasons = Object.fromEntries(FEEDBACK_REASONS.map((reason) => [reason, 0])) as FeedbackCount['reasons']
  const total: FeedbackCount = { up: 0, down: 0, reasons }
  for (const { verdict, reason, count } of rows) {
    total[verdict] += count
    if (reason !== null) reasons[reason] += count
  }
  return total
}
