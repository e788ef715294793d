import { messages } from '../../messages.js'
import { redactPersonal } from '../../text/redact.js'
import type { AskOptions, Assistant, ModelTrace, Turn } from '../assistant.js'
import { addTraces } from './account.js'
import type { RewriteQuestion, Rewriting } from './rewrite-question.js'

/** Share of a question's time that completing it may take. */
const SHARE = 0.3

/**
 * An assistant that has a model complete a follow-up which it cannot answer itself, and asks itself the whole question. The
 * question before travels in the conversation.
 *
 * @param timeoutMs milliseconds that one question may take, the model's work included
 */
export function withRewriting(assistant: Assistant, rewrite: RewriteQuestion, timeoutMs: number): Assistant {
  return {
    status: () => assistant.status(),
    async ask(question, options = {}) {
      const started = performance.now()
      const left = () => Math.max(0, timeoutMs - (performance.now() - started))
      const turn = await assistant.ask(question, options)
      const previous = options.conversation?.question
      const patience = SHARE * timeoutMs
      if (typeof previous !== 'string' || !isOpen(turn, options) || left() < patience)
        return remembering(turn, question)
      const rewriting = await rewrite(previous, question, patience)
      const { question: whole, model } = rewriting
      if (whole === null) return remembering(working(turn, [model], rewriting), question)
      const { conversation: _, ...alone } = options
      const again = await assistant.ask(whole, { ...alone, modelTimeMs: left() })
      return again.reply.outcome === 'answered'
        ? answered(working(again, [turn.trace.model, model], rewriting), question, whole)
        : remembering(working(turn, [model, again.trace.model], rewriting), question)
    },
  }
}

function isOpen({ reply }: Turn, { mode }: AskOptions): boolean {
  return mode !== 'extractive' && (reply.outcome === 'not_in_report' || reply.outcome === 'needs_clarification')
}

/** The turn with what the model did for it besides, and why a completion was not used. */
function working(turn: Turn, besides: readonly (ModelTrace | undefined)[], { model: rewritten }: Rewriting): Turn {
  const model = addTraces(
    turn.trace.model ?? { ...rewritten, ...NO_TOKENS },
    besides.flatMap((trace) => trace ?? []),
  )
  const { reason } = rewritten
  const notices = reason === null ? turn.trace.notices : [...turn.trace.notices, messages.written.notRewritten(reason)]
  return { ...turn, trace: { ...turn.trace, notices, model } }
}

const NO_TOKENS = { requests: 0, promptTokens: 0, completionTokens: 0, cost: null }

function remembering(turn: Turn, question: string): Turn {
  return { ...turn, conversation: { ...turn.conversation, question: redactPersonal(question) } }
}

function answered(turn: Turn, question: string, whole: string): Turn {
  const decision = [messages.written.rewritten(whole), ...turn.trace.decision]
  return remembering({ ...turn, reply: { ...turn.reply, question }, trace: { ...turn.trace, decision } }, whole)
}
