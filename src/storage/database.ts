/** A Postgres database, embedded or on a server. */
export interface Database {
  /** Rows of one statement; values stand for $1, $2, … @throws {StorageError} */
  query<Row>(sql: string, values?: readonly SqlValue[]): Promise<Row[]>
  /** All of it or nothing. @throws {StorageError} and whatever `work` throws */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export type Query = Database['query']

/** JSON is passed as text. */
export type SqlValue = string | number | Date | null | readonly (string | number)[]
