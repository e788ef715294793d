import { type ConceptLexicon, loadConcepts } from '../lexicon/concepts.js'
import type { Report } from '../report/report.js'
import { type CheckTextOptions, checkText } from './check-text.js'
import { buildFigureIndex, type FigureIndex } from './figure-index.js'
import { type GateLexicon, loadGateLexicon } from './gate-lexicon.js'
import { createIndicatorForm, type IndicatorForm } from './indicator-form.js'
import type { CheckResult } from './verdict.js'

/** The gate over a corpus: pure but for its index, which is built once. */
export interface Gate {
  /** Judges every figure of a draft: a press release, a speech, a reply. */
  checkText(text: string, options?: CheckTextOptions): CheckResult
}

/** What the gate's parts share. */
export interface GateContext {
  index: FigureIndex
  form: IndicatorForm
  lexicon: GateLexicon
}

/**
 * Indexes the figures of the reports.
 * @param concepts equal wordings of indicators; null for none. Default: lexicon/concepts-*.yaml
 * @throws {LexiconError} where a lexicon file cannot be used
 */
export function createGate(reports: readonly Report[], concepts: ConceptLexicon | null = loadConcepts()): Gate {
  const form = createIndicatorForm(concepts)
  const lexicon = loadGateLexicon()
  const context: GateContext = { index: buildFigureIndex(reports, form, lexicon), form, lexicon }
  return { checkText: (text, options) => checkText(text, context, options) }
}
