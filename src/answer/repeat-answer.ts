import { messages } from '../messages.js'
import type { Asked } from './ask-report.js'
import { correctPremise } from './correct-premise.js'
import type { AnswerClaim, Finding } from './finding.js'
import type { Memory } from './follow-up.js'
import { sourceOf } from './source.js'

/** Says the last answer again: its sentences verbatim for who wants the source, or doubts it. */
export function repeatAnswer({ context }: Asked, memory: Memory, why: 'source' | 'doubt'): Asked {
  const { report } = context.searchable
  const claims = report.statements
    .filter(({ start }) => memory.sources.some((source) => source.reportId === report.id && source.start === start))
    .map((statement): AnswerClaim => {
      const source = sourceOf(report, statement)
      return { text: statement.text.trim().replace(/[;;,,]$/, ''), sources: [source], figures: source.figures }
    })
  if (claims.length === 0) return { context, finding: nothingToRepeat() }
  const finding: Finding = {
    outcome: 'answered',
    claims,
    related: [],
    reasons: [why === 'source' ? '问的是上一个回答的出处,照录原文。' : '对上一个回答有疑问,照录原文。'],
    confidence: 1,
  }
  return { context, finding: why === 'doubt' ? correctPremise(finding, asConfirmed(context)) : finding }
}

function asConfirmed(context: Asked['context']): Asked['context'] {
  const { understanding } = context
  return { ...context, understanding: { ...understanding, cues: new Set([...understanding.cues, 'confirm']) } }
}

function nothingToRepeat(): Finding {
  return {
    outcome: 'needs_clarification',
    claims: [],
    related: [],
    say: messages.answer.outcomes.needs_clarification,
    reasons: ['前面没有可以重复的回答。'],
    confidence: 0,
  }
}
