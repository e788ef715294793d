import type { Evidence } from '../retrieval/evidence.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'

/**
 * Whether a sentence can tell when something begins or is finished: 年内完成投资12亿元 says not when the line opens, 5月开工建设
 * not when the hospital does.
 */
export function saysEvent({ statement }: Evidence, { understanding: { kind, text } }: AskContext): boolean {
  if (kind !== 'when') return true
  if (answerWords('asks_finish').test(text))
    return answerWords('finish').test(statement.text.replace(answerWords('unfinished', 'anywhere', 'g'), ''))
  return !answerWords('asks_start').test(text) || answerWords('start').test(statement.text)
}
