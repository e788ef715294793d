import type { Turn } from '../answer/assistant.js'
import type { Report } from '../report/report.js'
import type { AuditEntry } from '../storage/store.js'
import { redactPersonal } from '../text/redact.js'

/** What the audit keeps of an answer: what was asked without personal numbers, and what the answer stands on. */
export function toAuditEntry({ reply, trace }: Turn, reports: readonly Report[]): AuditEntry {
  const [first] = reply.citations
  return {
    question: redactPersonal(reply.question),
    outcome: reply.outcome,
    mode: reply.mode,
    evidence: reply.citations.map(({ reportId, start, end }) => `${reportId}:${start}-${end}`),
    verdicts: trace.verdicts.map(({ text, verdict }) => ({ text, verdict })),
    reportHash: reports.find(({ id }) => id === first?.reportId)?.hash ?? null,
    timings: reply.timings,
  }
}
