import type { Audit, AuditEntry } from './store.js'
import type { TableContext } from './table-context.js'

interface Row extends Omit<AuditEntry, 'reportHash'> {
  at: Date
  report_hash: string | null
}

export function auditIn({ database, secrets, now }: TableContext): Audit {
  return {
    async append({ question, outcome, mode, evidence, verdicts, reportHash, timings }, source) {
      await database.query(
        `INSERT INTO audit (at, question, outcome, mode, evidence, verdicts, report_hash, timings, source)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8::jsonb, $9) ON CONFLICT DO NOTHING`,
        [
          now(),
          question,
          outcome,
          mode,
          JSON.stringify(evidence),
          JSON.stringify(verdicts),
          reportHash,
          JSON.stringify(timings),
          secrets.hash('source', source),
        ],
      )
    },
    async latest(limit) {
      const rows = await database.query<Row>(
        `SELECT at, question, outcome, mode, evidence, verdicts, report_hash, timings
         FROM audit ORDER BY id DESC LIMIT $1`,
        [limit],
      )
      return rows.map(({ report_hash, ...entry }) => ({ ...entry, reportHash: report_hash }))
    },
    async outcomes(since) {
      const rows = await database.query<{ outcome: string; count: number }>(
        'SELECT outcome, count(*)::integer AS count FROM audit WHERE at >= $1 GROUP BY outcome',
        [since],
      )
      return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
    },
  }
}
