import type { Database } from './database.js'
import type { Secrets } from './secrets.js'

/** What the tables share. */
export interface TableContext {
  database: Database
  secrets: Secrets
  now: () => Date
}
