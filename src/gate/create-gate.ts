import { type ConceptLexicon, loadConcepts } from '../lexicon/concepts.js'
import type { Report } from '../report/report.js'
import { type CheckedReply, checkReply } from './check-reply.js'
import { type CheckTextOptions, checkText } from './check-text.js'
import { buildFigureIndex, type FigureIndex } from './figure-index.js'
import { type GateLexicon, loadGateLexicon } from './gate-lexicon.js'
import { createIndicatorForm, type IndicatorForm } from './indicator-form.js'
import { createEntryReader, type EntryReader } from './read-entries.js'
import type { CheckResult } from './verdict.js'

/** The gate over a corpus: pure but for its index, which is built when a draft is first checked. */
export interface Gate {
  /** Judges every figure of a draft (a press release, a speech) by the whole corpus. */
  checkText(text: string, options?: CheckTextOptions): CheckResult
  /** Judges every number of an outgoing reply by the sentences that it cites, and by nothing else. */
  checkReply(reply: CheckedReply): CheckResult
}

/** What the gate's parts share. */
export interface GateContext {
  reports: readonly Report[]
  entriesOf: EntryReader
  form: IndicatorForm
  lexicon: GateLexicon
}

/** What drafts need besides. */
export interface IndexedContext extends GateContext {
  index: FigureIndex
}

/**
 * A gate over the figures of the reports.
 * @param concepts equal wordings of indicators; null for none. Default: lexicon/concepts-*.yaml
 * @throws {LexiconError} where a lexicon file cannot be used
 */
export function createGate(reports: readonly Report[], concepts: ConceptLexicon | null = loadConcepts()): Gate {
  const form = createIndicatorForm(concepts)
  const lexicon = loadGateLexicon()
  const entriesOf = createEntryReader(form, lexicon)
  const context: GateContext = { reports, entriesOf, form, lexicon }
  let indexed: IndexedContext | undefined
  return {
    checkText(text, options) {
      indexed ??= { ...context, index: buildFigureIndex(reports, entriesOf) }
      return checkText(text, indexed, options)
    },
    checkReply: (reply) => checkReply(reply, context),
  }
}
