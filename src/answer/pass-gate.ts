import type { Gate } from '../gate/create-gate.js'
import type { Verdict } from '../gate/verdict.js'
import type { Finding, Source } from './finding.js'
import type { Reply } from './reply.js'
import { stateRow } from './state-cell.js'
import { type ReplyDraft, writeReply } from './write-reply.js'

export interface PassedReply {
  reply: Reply
  /** What the reply says in the end. */
  finding: Finding
  verdicts: Verdict[]
}

/**
 * Writes a reply and lets the gate read it. A reply with an unproven figure never leaves: its sources are quoted word for
 * word in its place; where even those do not pass, nothing is answered and the sentences are only offered.
 */
export function passGate(draft: ReplyDraft, gate: Gate): PassedReply {
  const written = check(draft, gate)
  if (written.ok) return written
  const quoted = check({ ...draft, finding: quoteSources(draft.finding) }, gate)
  return quoted.ok ? quoted : check({ ...draft, finding: withhold(draft.finding) }, gate)
}

function check(draft: ReplyDraft, gate: Gate): PassedReply & { ok: boolean } {
  const reply = writeReply(draft)
  const { ok, figures } = gate.checkReply(reply)
  return { ok, reply, finding: draft.finding, verdicts: figures }
}

function quoteSources(finding: Finding): Finding {
  const sources = sourcesOf(finding)
  if (finding.claims.length === 0) return finding
  return {
    ...finding,
    claims: sources.map((source) => ({ text: textOf(source), sources: [source], figures: source.figures })),
    reasons: [...finding.reasons, '核对没有通过,改为照录原文。'],
  }
}

function withhold(finding: Finding): Finding {
  return {
    outcome: finding.outcome === 'answered' ? 'no_figure' : finding.outcome,
    claims: [],
    related: [...sourcesOf(finding), ...finding.related],
    reasons: [...finding.reasons, '核对没有通过,不作回答,只列出原文。'],
    confidence: 0,
  }
}

function sourcesOf({ claims }: Finding): Source[] {
  return claims
    .flatMap(({ sources }) => sources)
    .filter(
      (source, i, all) =>
        all.findIndex(({ report, start }) => report === source.report && start === source.start) === i,
    )
}

/** The sentence as it is read, without markup. */
function textOf({ report, start, end, figures }: Source): string {
  const statement = report.statements.find((candidate) => candidate.start === start && candidate.end === end)
  if (statement?.kind === 'row' && figures.length > 0) return stateRow(figures, statement)
  return (statement?.text ?? report.text.slice(start, end)).trim().replace(/[;；,，]$/, '')
}
