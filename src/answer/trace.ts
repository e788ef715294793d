import { messages } from '../messages.js'
import type { Evidence } from '../retrieval/evidence.js'
import { rankStatements } from '../retrieval/rank-statements.js'
import type { AskedPeriod } from '../understand/understanding.js'
import type { Asked } from './ask-report.js'
import type { ArmHits, ModelTrace, Trace, UnderstoodRow } from './assistant.js'
import type { WrittenReply } from './written/write-with-model.js'

const HITS = 5
const NUMBER_OF_FIGURES = 5

/** How a reply came about, in words for staff. */
export function traceOf(
  asked: readonly Asked[],
  settled: boolean,
  { finding, verdicts, model }: Pick<WrittenReply, 'finding' | 'verdicts' | 'model'>,
  notices: readonly string[],
): Trace {
  return {
    understood: () => asked.slice(0, 1).flatMap(understoodOf),
    arms: () => asked.flatMap(armsOf),
    decision: settled ? [...finding.reasons, messages.trace.settled] : finding.reasons,
    verdicts,
    notices: model?.reason ? [...notices, noticeOf(model)] : [...notices],
    ...(model && { model }),
  }
}

function noticeOf({ mode, reason }: ModelTrace): string {
  return mode === 'llm' ? messages.written.completed : messages.written.extractive(reason ?? '')
}

function understoodOf({ context }: Asked): UnderstoodRow[] {
  const { understanding, question } = context
  const labels = messages.trace
  const rows = [
    { label: labels.period, value: understanding.periods.map(periodText).join('、') },
    {
      label: labels.kind,
      value: labels.kinds[understanding.kind] + (understanding.unit ? `(${understanding.unit})` : ''),
    },
    {
      label: labels.terms,
      value: question.terms
        .map(
          ({ term, weight, present }) =>
            `${term.text}${present ? '' : labels.absent}(${labels.roles[term.role]},${weight.toFixed(1)})`,
        )
        .join('、'),
    },
    { label: labels.claims, value: understanding.claims.map(({ text }) => text).join('、') },
    { label: labels.notes, value: understanding.notes.join(';') },
  ]
  return rows.filter(({ value }) => value !== '')
}

function periodText(period: AskedPeriod): string {
  if (period.kind === 'year') return `${period.year}年`
  if (period.kind === 'span') return `${period.from}—${period.to}年`
  return messages.trace.relative[period.offset]
}

function armsOf({ context }: Asked): ArmHits[] {
  const { evidence, figures } = context
  const ranked = rankStatements(context).slice(0, HITS)
  const armOf = (arm: string, score: (entry: Evidence) => number) => ({
    arm,
    hits: [...evidence]
      .sort((a, b) => score(b) - score(a))
      .filter((entry) => score(entry) > 0)
      .slice(0, HITS)
      .map((entry) => hit(entry, score(entry))),
  })
  return [
    armOf('lexical', ({ arms }) => arms.lexical),
    armOf('dense', ({ arms }) => arms.dense),
    {
      arm: 'ledger',
      hits: figures.slice(0, NUMBER_OF_FIGURES).map((found) => ({
        text: `${found.figure.indicator} ${found.figure.text}(${found.figure.period ?? '—'})`,
        section: sectionOf(found),
        score: found.score,
      })),
    },
    { arm: 'ranked', hits: ranked.map((entry) => hit(entry, entry.score)) },
  ]
}

function hit(entry: Evidence, score: number): ArmHits['hits'][number] {
  return { text: entry.statement.statement.text, section: sectionOf(entry), score }
}

function sectionOf({ searchable, statement }: Pick<Evidence, 'searchable' | 'statement'>): string[] {
  const { section } = statement.statement
  return section === null ? [] : searchable.report.sections[section]!.path
}
