import type { Gate } from '../gate/create-gate.js'
import type { Figure, Report } from '../report/report.js'
import { FAQ_KINDS, type FaqEntry, type FaqFault } from './faq-entry.js'
import type { Merged, MergedEntry } from './merge-entries.js'
import { itemsOf } from './propose-sections.js'
import type { RewordingSummary } from './reword-seeds.js'
import { saysFigure } from './says-figure.js'
import { questionForm, similarity, TOO_NEAR } from './similarity.js'
import { type AskedSummary, isUnanswered } from './summarize-asked.js'

/** What a run covers of one report, and what it does not. */
export interface Coverage {
  reportId: string
  title: string
  figures: {
    all: number
    /** With a question of their own. */
    own: number
    /** Without one, but printed and cited by another entry's answer. */
    listed: number
    /** The share covered either way, 0–1. */
    share: number
    missing: { figure: string; sentence: string; reason: FaqFault['reason'] | null }[]
  }
  items: {
    all: number
    /** With a question of their own. */
    own: number
    /** Any entry's answer cites a sentence of theirs. */
    cited: number
    share: number
    missing: string[]
  }
}

export interface CoverageReport {
  reports: Coverage[]
  entries: number
  byKind: Record<FaqEntry['kind'], number>
  /** In whole clauses, because the assistant's own words read badly alone. */
  quoted: number
  joined: number
  /** Entries that pass the gate, asked once more of the finished text. */
  pass: number
  /** Pairs of questions at or above `similarity` with one answer, or for one matter: none. */
  duplicates: number
  similarity: number
  /** Null where what citizens asked could not be read. */
  asked: AskedSummary | null
  /** Null where no language model worded the questions. */
  rewording: RewordingSummary | null
  /** Without citizens' questions that got no answer: `asked` lists them. */
  faults: FaqFault[]
}

/** Share of figures and of items that a run has to cover to be complete. */
export const WANTED = { figures: 0.95, items: 1 }

export function measureCoverage(
  reports: readonly Report[],
  merged: Merged,
  gate: Gate,
  { asked, rewording }: Pick<CoverageReport, 'asked' | 'rewording'>,
): CoverageReport {
  const entries = merged.entries.map(({ entry }) => entry)
  return {
    reports: reports.map((report) => coverageOf(report, merged)),
    entries: entries.length,
    byKind: Object.fromEntries(
      FAQ_KINDS.map((kind) => [kind, entries.filter((entry) => entry.kind === kind).length]),
    ) as CoverageReport['byKind'],
    quoted: entries.filter(({ wording }) => wording === 'quoted').length,
    joined: merged.joined,
    pass: entries.filter((entry) => passesGate(entry, gate)).length,
    duplicates: countDuplicates(merged.entries),
    similarity: TOO_NEAR,
    asked,
    rewording,
    faults: merged.faults.filter((fault) => !isUnanswered(fault)),
  }
}

/** Whether every report is covered as far as a run wants it, and a language model, where there is one, was asked for all. */
export function isComplete({ reports, entries, pass, rewording }: CoverageReport): boolean {
  return (
    entries === pass &&
    (rewording === null || rewording.missing === 0) &&
    reports.every(({ figures, items }) => figures.share >= WANTED.figures && items.share >= WANTED.items)
  )
}

export function passesGate({ question, answer, sources, figures }: FaqEntry, gate: Gate): boolean {
  return gate.checkReply({ question, answer, text: answer, citations: sources, figures }).ok
}

function coverageOf(report: Report, { entries, faults }: Merged): Coverage {
  const home = entries.filter(({ entry }) => entry.sources[0]!.reportId === report.id)
  const own = new Set(
    home.flatMap(({ seeds }) => seeds.filter(({ kind }) => kind === 'figure').flatMap((seed) => seed.figures)),
  )
  const rest = report.figures.filter(({ index }) => !own.has(index))
  const missing = rest.filter((figure) => !home.some((entry) => prints(entry, figure, report)))
  const all = report.figures.length
  return {
    reportId: report.id,
    title: report.title,
    figures: {
      all,
      own: own.size,
      listed: rest.length - missing.length,
      share: all === 0 ? 1 : (all - missing.length) / all,
      missing: missing.map((figure) => ({
        figure: `${figure.indicator} ${figure.period ?? ''} ${figure.text}`,
        sentence: report.statements[figure.statement]!.text,
        reason:
          faults.find(
            ({ about, reportId }) =>
              reportId === report.id && about.startsWith(`${figure.indicator} ${figure.period ?? ''} ${figure.text}`),
          )?.reason ?? null,
      })),
    },
    items: itemCoverage(report, home),
  }
}

function itemCoverage(report: Report, entries: readonly MergedEntry[]): Coverage['items'] {
  const items = itemsOf(report)
  const asked = new Set(
    entries.flatMap(({ seeds }) =>
      seeds.flatMap(({ kind, statements }) => (kind === 'section' ? report.statements[statements[0]!]!.section : [])),
    ),
  )
  const starts = new Set(entries.flatMap(({ entry }) => entry.sources.map(({ start }) => start)))
  const cited = new Set(report.statements.flatMap(({ start, section }) => (starts.has(start) ? section : [])))
  const missing = items.filter((item) => !asked.has(item) && !cited.has(item))
  return {
    all: items.length,
    own: items.filter((item) => asked.has(item)).length,
    cited: items.filter((item) => cited.has(item)).length,
    share: items.length === 0 ? 1 : (items.length - missing.length) / items.length,
    missing: missing.map((item) => report.sections[item]!.path.join(' › ')),
  }
}

/** Whether an answer prints the figure and cites the very sentence that states it. */
function prints({ entry }: MergedEntry, { text, indicator, statement }: Figure, report: Report): boolean {
  const { start } = report.statements[statement]!
  return (
    saysFigure(entry.answer, { text }) &&
    entry.sources.some((source) => source.reportId === report.id && source.start === start) &&
    entry.figures.some((figure) => figure.text === text && figure.indicator === indicator)
  )
}

function countDuplicates(entries: readonly MergedEntry[]): number {
  const forms = entries.map(({ entry, seeds }) => ({ entry, seed: seeds[0]!, form: questionForm(entry.question) }))
  let pairs = 0
  forms.forEach((one, i) => {
    for (const other of forms.slice(i + 1)) {
      const isSame = one.entry.answer === other.entry.answer || one.seed.matter === other.seed.matter
      if (one.form.text === other.form.text || (isSame && similarity(one.form, other.form) >= TOO_NEAR)) pairs++
    }
  })
  return pairs
}
