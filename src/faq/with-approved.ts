import type { Assistant } from '../answer/assistant.js'
import type { Reply, ReplyFigure } from '../answer/reply.js'
import type { PageEntry } from './page-entry.js'
import { questionForm } from './similarity.js'

export interface ApprovedWords {
  /** Above the sources: 出处: */
  sources: string
  /** Said in the trace. */
  decision: string
}

/**
 * An assistant that answers a question staff have approved with the approved words, and hands every other one on. Only the
 * same question counts, punctuation and width aside, or one of the wordings that were asked and got the same answer.
 * Drafts and stale entries answer nothing.
 */
export function withApproved(assistant: Assistant, entries: readonly PageEntry[], words: ApprovedWords): Assistant {
  const byQuestion = new Map<string, PageEntry>()
  for (const entry of entries)
    if (entry.state === 'approved' || entry.state === 'published')
      for (const question of [entry.question, ...entry.also]) {
        const { text } = questionForm(question)
        if (!byQuestion.has(text)) byQuestion.set(text, entry)
      }
  return {
    status: () => assistant.status(),
    async ask(question, options = {}) {
      const entry = byQuestion.get(questionForm(question).text)
      const isOther =
        options.reportId !== undefined && entry?.sources.some(({ reportId }) => reportId !== options.reportId)
      // Asked all the same: the conversation has to know what was spoken of, for the follow-up.
      const turn = await assistant.ask(question, options)
      if (!entry || isOther) return turn
      const decision = [words.decision, ...turn.trace.decision]
      return { ...turn, reply: replyOf(entry, turn.reply, words), trace: { ...turn.trace, decision } }
    },
  }
}

function replyOf(entry: PageEntry, { question, timings }: Reply, words: ApprovedWords): Reply {
  const citations = entry.sources.map(({ link: _, ...citation }) => citation)
  const lines = citations.map(({ n, section, sentence }) => `[${n}] ${section.join(' › ')}\n“${sentence.trim()}”`)
  const figures: ReplyFigure[] = entry.figures
  const text = `${entry.answer}\n\n${words.sources}\n${lines.join('\n')}`
  return {
    question,
    outcome: 'answered',
    mode: 'extractive',
    answer: entry.answer,
    text,
    citations,
    figures,
    contact: null,
    timings,
  }
}
