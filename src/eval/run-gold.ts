import type { AskOptions, Assistant, Conversation } from '../answer/assistant.js'
import type { Report } from '../report/report.js'
import { type Judgement, judgeReply } from './judge-reply.js'
import type { GoldLine } from './read-gold.js'

export interface RunGoldOptions {
  assistant: Assistant
  reports: readonly Report[]
  gold: readonly GoldLine[]
  /** Restricts how the questions are asked. */
  options?: AskOptions
}

export interface GoldRun {
  judgements: (Judgement & { id: string })[]
  /** Wall time of all answers together. */
  elapsedMs: number
}

/** Asks every question of a set, the turns of one line in one conversation, and judges the replies. */
export async function runGold({ assistant, reports, gold, options }: RunGoldOptions): Promise<GoldRun> {
  const judgements: GoldRun['judgements'] = []
  const begin = performance.now()
  for (const { id, questions } of gold) {
    let conversation: Conversation | undefined
    for (const question of questions) {
      const turn = await assistant.ask(question.question, { ...options, conversation })
      conversation = turn.conversation
      judgements.push({ id, ...judgeReply(question, turn.reply, reports) })
    }
  }
  return { judgements, elapsedMs: performance.now() - begin }
}
