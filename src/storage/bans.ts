import type { Bans } from './store.js'
import type { TableContext } from './table-context.js'

export function bansIn({ database, secrets, now }: TableContext): Bans {
  const personOf = (userId: number) => secrets.hash('user', userId)
  return {
    async add(userId) {
      await database.query('INSERT INTO bans (person, banned_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        personOf(userId),
        now(),
      ])
    },
    async remove(userId) {
      await database.query('DELETE FROM bans WHERE person = $1', [personOf(userId)])
    },
    async has(userId) {
      return (await database.query('SELECT 1 FROM bans WHERE person = $1', [personOf(userId)])).length > 0
    },
  }
}
