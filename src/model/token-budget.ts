import * as z from 'zod'
import type { TokenUsage } from './chat-model.js'
import { openJsonFile } from './json-file.js'

/** Tokens that a day may cost. */
export interface TokenBudget {
  /** Null: no limit. */
  dailyTokens: number | null
  isSpent(): boolean
  spend(usage: TokenUsage): void
  spentToday(): number
}

const spentSchema = z.object({ day: z.string(), tokens: z.number().nonnegative() })

export interface TokenBudgetOptions {
  dailyTokens: number | null
  /** Where the day's sum is kept across runs. */
  path: string
  /** The day, e.g. 2030-01-31. Default: by the machine's clock and time zone. */
  today?: () => string
}

/** Counts tokens by the day. The question that goes beyond the budget is still answered, the next one is not. */
export function createTokenBudget({ dailyTokens, path, today = localDay }: TokenBudgetOptions): TokenBudget {
  const file = openJsonFile(path, spentSchema)
  const spentToday = () => {
    const spent = file.read()
    return spent?.day === today() ? spent.tokens : 0
  }
  return {
    dailyTokens,
    spentToday,
    isSpent: () => dailyTokens !== null && spentToday() >= dailyTokens,
    spend: ({ promptTokens, completionTokens }) =>
      file.write({ day: today(), tokens: spentToday() + promptTokens + completionTokens }),
  }
}

function localDay(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
