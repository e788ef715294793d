import type { Assistant } from '../answer/assistant.js'
import type { Reply, ReplyFigure } from '../answer/reply.js'
import type { PageEntry } from './page-entry.js'
import { type QuestionForm, questionForm, similarity, TOO_NEAR } from './similarity.js'

export interface ApprovedWords {
  /** Above the sources: 出处: */
  sources: string
  /** Said in the trace. */
  decision: string
}

/**
 * An assistant that answers a question staff have approved with the approved words, and hands every other one on. The same
 * question counts, punctuation and width aside, or one of the wordings that were asked and got the same answer; one nearly
 * the same counts where the assistant itself answers it from the sentence that the entry stands on, since 第一产业 and
 * 第二产业 are near by letters only. Drafts and stale entries answer nothing.
 */
export function withApproved(assistant: Assistant, entries: readonly PageEntry[], words: ApprovedWords): Assistant {
  const { resembles, find } = finderOf(entries)
  return {
    status: () => assistant.status(),
    async ask(question, options = {}) {
      // Asked all the same: the conversation has to know what was spoken of, for the follow-up. What an approved answer
      // may replace is not worded by a model, nor shown while it comes.
      const { onText: _, ...silent } = options
      const isNear = resembles(question)
      const turn = await assistant.ask(question, isNear ? { ...silent, mode: 'extractive' } : options)
      const entry = isNear ? find(question, turn.reply) : undefined
      if (!entry && isNear && options.mode !== 'extractive' && assistant.status().mode === 'llm')
        return assistant.ask(question, options)
      const isOther =
        options.reportId !== undefined && entry?.sources.some(({ reportId }) => reportId !== options.reportId)
      if (!entry || isOther) return turn
      const decision = [words.decision, ...turn.trace.decision]
      return { ...turn, reply: replyOf(entry, turn.reply, words), trace: { ...turn.trace, decision } }
    },
  }
}

interface Finder {
  /** Whether an entry may answer the question, whatever the assistant says to it. */
  resembles(question: string): boolean
  find(question: string, reply: Reply): PageEntry | undefined
}

function finderOf(entries: readonly PageEntry[]): Finder {
  const known: { form: QuestionForm; entry: PageEntry }[] = entries
    .filter(({ state }) => state === 'approved' || state === 'published')
    .flatMap((entry) => [entry.question, ...entry.also].map((question) => ({ form: questionForm(question), entry })))
  const same = new Map(known.toReversed().map(({ form, entry }) => [form.text, entry]))
  const nearest = (asked: QuestionForm, isRight: (entry: PageEntry) => boolean) =>
    known.find(({ form, entry }) => similarity(form, asked) >= TOO_NEAR && isRight(entry))
  return {
    resembles(question) {
      const asked = questionForm(question)
      return same.has(asked.text) || nearest(asked, () => true) !== undefined
    },
    find(question, reply) {
      const asked = questionForm(question)
      return same.get(asked.text) ?? nearest(asked, (entry) => standsOn(reply, entry))?.entry
    },
  }
}

/** Whether the reply answers from the entry's first sentence. */
function standsOn({ outcome, citations }: Reply, { sources }: PageEntry): boolean {
  const [cited] = citations
  const [source] = sources
  return outcome === 'answered' && cited?.reportId === source?.reportId && cited?.start === source?.start
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
