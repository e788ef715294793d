import type { Database } from './database.js'

/**
 * Every question of the audit as it was worded, with how often it was asked; none where no bot has kept anything yet.
 * Only reads: tables are neither made nor brought up to date.
 *
 * @throws {StorageError}
 */
export async function readAsked({ query }: Database): Promise<{ question: string; count: number }[]> {
  const [table] = await query<{ name: string | null }>("SELECT to_regclass('audit')::text AS name")
  if (!table?.name) return []
  return query('SELECT question, count(*)::integer AS count FROM audit GROUP BY question')
}
