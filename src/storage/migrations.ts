import type { Database } from './database.js'

/** Every change of the tables, oldest first. What has been released is never edited: a change is a new entry. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE conversations (
    chat text NOT NULL,
    person text NOT NULL,
    state jsonb NOT NULL,
    used_at timestamptz NOT NULL,
    PRIMARY KEY (chat, person)
  );
  CREATE INDEX conversations_by_person ON conversations (person);
  CREATE INDEX conversations_by_age ON conversations (used_at);

  CREATE TABLE replies (
    key text PRIMARY KEY,
    chat text NOT NULL,
    person text NOT NULL,
    question_message bigint,
    messages jsonb NOT NULL,
    content jsonb NOT NULL,
    sent_at timestamptz NOT NULL
  );
  CREATE INDEX replies_by_question ON replies (chat, question_message);
  CREATE INDEX replies_by_person ON replies (person);
  CREATE INDEX replies_by_age ON replies (sent_at);

  CREATE TABLE feedback (
    reply_key text NOT NULL,
    person text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('up', 'down')),
    reason text,
    given_at timestamptz NOT NULL,
    PRIMARY KEY (reply_key, person)
  );
  CREATE INDEX feedback_by_person ON feedback (person);

  CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    question text NOT NULL,
    outcome text NOT NULL,
    mode text NOT NULL,
    evidence jsonb NOT NULL,
    verdicts jsonb NOT NULL,
    report_hash text,
    timings jsonb NOT NULL
  );
  CREATE INDEX audit_by_time ON audit (at);
  CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit can only be appended to'; END $$;
  CREATE TRIGGER audit_grows_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

  CREATE TABLE bans (person text PRIMARY KEY, banned_at timestamptz NOT NULL);

  CREATE TABLE inbox (
    bot bigint NOT NULL,
    update_id bigint NOT NULL,
    sealed text,
    tries integer NOT NULL DEFAULT 0,
    accepted_at timestamptz NOT NULL,
    PRIMARY KEY (bot, update_id)
  );
  CREATE INDEX inbox_pending ON inbox (bot, update_id) WHERE sealed IS NOT NULL;
  CREATE INDEX inbox_by_age ON inbox (accepted_at);
  CREATE TABLE deliveries (
    bot bigint NOT NULL,
    update_id bigint NOT NULL,
    step integer NOT NULL,
    sealed_context text NOT NULL,
    sealed_result text,
    PRIMARY KEY (bot, update_id, step)
  );`,
  `ALTER TABLE audit ADD COLUMN source text;
  CREATE UNIQUE INDEX audit_by_source ON audit (source);
  CREATE TABLE suggestions (
    source text PRIMARY KEY,
    person text NOT NULL,
    words text NOT NULL,
    written_at timestamptz NOT NULL
  );
  CREATE INDEX suggestions_by_person ON suggestions (person);
  CREATE INDEX suggestions_by_age ON suggestions (written_at);
  ALTER TABLE inbox ADD COLUMN chat text;
  ALTER TABLE inbox ADD COLUMN last_sent bigint;
  CREATE INDEX inbox_by_chat ON inbox (bot, chat) WHERE chat IS NOT NULL;`,
]

/** Any number, the same for all who migrate: two programs that start at once do it one after the other. */
const MIGRATION_LOCK = 7_234_961

/** Brings the tables up to date. A database of a newer program is left as it is. @throws {StorageError} */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (query) => {
    await query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await query('CREATE TABLE IF NOT EXISTS migrations (version integer PRIMARY KEY, at timestamptz DEFAULT now())')
    const [last] = await query<{ version: number | null }>('SELECT max(version) AS version FROM migrations')
    for (const [index, sql] of MIGRATIONS.entries()) {
      if (index < (last?.version ?? 0)) continue
      for (const statement of statementsOf(sql)) await query(statement)
      await query('INSERT INTO migrations (version) VALUES ($1)', [index + 1])
    }
  })
}

/** Statements end with a semicolon at the end of a line; a function's body stands within one line. */
function statementsOf(sql: string): string[] {
  return sql.split(/;\s*\n/u).filter((statement) => statement.trim() !== '')
}
