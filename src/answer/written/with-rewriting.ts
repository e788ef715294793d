import { messages } from '../../messages.js'
import { redactPersonal } from '../../text/redact.js'
import type { AskOptions, Assistant, Turn } from '../assistant.js'
import type { RewriteQuestion } from './rewrite-question.js'

/** Share of a question's time that completing it may take. */
const SHARE = 0.3

/**
 * An assistant that has a model complete a follow-up which it cannot answer itself, and asks itself the whole question. The
 * question before travels in the conversation.
 *
 * @param timeoutMs milliseconds that models may take for one question
 */
export function withRewriting(assistant: Assistant, rewrite: RewriteQuestion, timeoutMs: number): Assistant {
  return {
    status: () => assistant.status(),
    async ask(question, options = {}) {
      const started = performance.now()
      const left = () => Math.max(0, timeoutMs - (performance.now() - started))
      const turn = await assistant.ask(question, options)
      const previous = options.conversation?.question
      const whole =
        typeof previous === 'string' && isOpen(turn, options)
          ? await rewrite(previous, question, Math.min(left(), SHARE * timeoutMs))
          : null
      if (whole === null) return remembering(turn, question)
      const { conversation: _, ...alone } = options
      const again = await assistant.ask(whole, { ...alone, modelTimeMs: left() })
      return again.reply.outcome === 'answered' ? answered(again, question, whole) : remembering(turn, question)
    },
  }
}

function isOpen({ reply }: Turn, { mode }: AskOptions): boolean {
  return mode !== 'extractive' && (reply.outcome === 'not_in_report' || reply.outcome === 'needs_clarification')
}

function remembering(turn: Turn, question: string): Turn {
  return { ...turn, conversation: { ...turn.conversation, question: redactPersonal(question) } }
}

function answered(turn: Turn, question: string, whole: string): Turn {
  const decision = [messages.written.rewritten(whole), ...turn.trace.decision]
  return remembering({ ...turn, reply: { ...turn.reply, question }, trace: { ...turn.trace, decision } }, whole)
}
