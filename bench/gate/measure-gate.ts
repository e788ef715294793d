import { createGate, type Gate } from '../../src/gate/create-gate.js'
import { type ConceptLexicon, loadConcepts } from '../../src/lexicon/concepts.js'
import type { Report } from '../../src/report/report.js'
import { type Mutation, type MutationKind, mutationsOf } from './mutations.js'
import { type StatementKind, type TrueStatement, trueStatementsOf } from './true-statements.js'

/** How many of how many the gate judged rightly. */
export interface Count {
  right: number
  all: number
}

export interface GateMeasure {
  /** True statements let through. */
  passed: Count
  /** Mutations caught. */
  caught: Count
  passedBy: Partial<Record<StatementKind, Count>>
  caughtBy: Partial<Record<MutationKind, Count>>
  /** What was judged wrongly: report id and the case. */
  blocked: { reportId: string; statement: TrueStatement; reasons: string[] }[]
  missed: { reportId: string; mutation: Mutation }[]
}

/** Judges every true statement and every mutation of every report, each report in a gate of its own. */
export function measureGate(reports: readonly Report[], concepts: ConceptLexicon | null = loadConcepts()): GateMeasure {
  const measure: GateMeasure = {
    passed: { right: 0, all: 0 },
    caught: { right: 0, all: 0 },
    passedBy: {},
    caughtBy: {},
    blocked: [],
    missed: [],
  }
  for (const report of reports) measureReport(report, createGate([report], concepts), measure)
  return measure
}

function measureReport(report: Report, gate: Gate, measure: GateMeasure): void {
  for (const statement of trueStatementsOf(report)) {
    const { ok, figures } = gate.checkText(statement.text)
    count(measure.passed, ok)
    count(entryOf(measure.passedBy, statement.kind), ok)
    if (!ok)
      measure.blocked.push({ reportId: report.id, statement, reasons: figures.flatMap(({ reason }) => reason ?? []) })
  }
  for (const mutation of mutationsOf(report)) {
    const caught = !gate.checkText(mutation.text).ok
    count(measure.caught, caught)
    count(entryOf(measure.caughtBy, mutation.kind), caught)
    if (!caught) measure.missed.push({ reportId: report.id, mutation })
  }
}

function entryOf<Kind extends string>(counts: Partial<Record<Kind, Count>>, kind: Kind): Count {
  const entry = counts[kind] ?? { right: 0, all: 0 }
  counts[kind] = entry
  return entry
}

function count(entry: Count, right: boolean): void {
  entry.all += 1
  if (right) entry.right += 1
}
