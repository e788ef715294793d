import type { Reply } from '../answer/reply.js'
import type { Report } from '../report/report.js'
import { type Examined, type Examiner, examine, markedSources } from './examine.js'
import type { FaqFault, FaqKind, FaqSeed } from './faq-entry.js'
import { withoutMarks } from './propose-asked.js'
import { saysFigure } from './says-figure.js'

/** Asks a citizen's question, and checks the answer like that of a proposed question of the kind that it turns out to be. */
export async function examineAsked(seed: FaqSeed, examiner: Examiner): Promise<Examined> {
  const { reply } = await examiner.assistant.ask(withoutMarks(seed.about), { mode: 'extractive' })
  const resolved = reply.outcome === 'answered' ? resolve(seed, reply, examiner.reports) : null
  if (resolved === null)
    return { id: seed.id, fault: faultOf(seed, reply, reply.outcome === 'off_topic' ? 'offTopic' : 'notAnswered') }
  const examined = await examine(resolved, examiner)
  if ('fault' in examined) return { id: seed.id, fault: { ...examined.fault, kind: seed.kind } }
  const { entry } = examined
  // Quoted clauses hold the first figure; two may have been asked for.
  return reply.figures.every((figure) => saysFigure(entry.answer, figure))
    ? { id: seed.id, entry: { ...entry, kind: seed.kind } }
    : { id: seed.id, fault: faultOf(seed, reply, 'unreadable') }
}

function faultOf({ id, kind, reportId, about }: FaqSeed, { answer }: Reply, reason: FaqFault['reason']): FaqFault {
  return { id, kind, reportId, about, reason, question: about, answer }
}

/** The seed with what its answer stands on; null where it cites nothing. */
function resolve(seed: FaqSeed, reply: Reply, reports: readonly Report[]): FaqSeed | null {
  const sources = markedSources(reply)
  const report = reports.find(({ id }) => id === sources[0]?.reportId)
  if (!report) return null
  const starts = new Set(sources.map(({ start }) => start))
  const statements = report.statements.filter(({ start }) => starts.has(start)).map(({ index }) => index)
  const [first] = reply.figures
  const figures = report.figures
    .filter(({ text, indicator, statement }) => {
      return text === first?.text && indicator === first.indicator && statements.includes(statement)
    })
    .map(({ index }) => index)
  return { ...seed, kind: kindOf(sources.length, figures.length), reportId: report.id, statements, figures }
}

const FEWEST_LISTED = 3

function kindOf(sources: number, figures: number): FaqKind {
  if (sources >= FEWEST_LISTED) return 'list'
  return figures > 0 && sources === 1 ? 'figure' : 'comparison'
}
