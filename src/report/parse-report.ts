import { createHash } from 'node:crypto'
import { buildLedger } from './ledger/build-ledger.js'
import type { Report, Statement } from './report.js'
import type { Sidecar } from './sidecar.js'

export type ReportFormat = 'text' | 'markdown' | 'html'

/** A report file as read from disk. */
export interface ReportSource {
  id: string
  /** Absolute path. */
  file: string
  /** The file as decoded. */
  text: string
  format: ReportFormat
  sidecar: Sidecar
}

/** File → Report. Pure. */
export function parseReport(source: ReportSource): Report {
  const { sidecar, text } = source
  const statements: Statement[] = [
    ...text.matchAll(/[^。！？；!?;\n]*[^\s。！？；!?;\n][^。！？；!?;\n]*[。！？；!?;]?/g),
  ].map((match, index) => ({
    index,
    kind: 'sentence',
    start: match.index + (match[0].length - match[0].trimStart().length),
    end: match.index + match[0].trimEnd().length,
    text: match[0].trim(),
    section: null,
    paragraph: text.slice(0, match.index).split('\n').length,
  }))
  const years = { result: 2022, plan: 2023 }
  const draft = { kind: 'plan' as const, years, sections: [], statements }
  return {
    id: source.id,
    file: source.file,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    title: sidecar.title ?? '',
    place: sidecar.place,
    placeAliases: sidecar.aliases,
    ...draft,
    metadata: {
      indexNumber: null,
      publisher: null,
      publishedOn: null,
      validity: null,
      givenOn: null,
      meeting: null,
      speaker: null,
      speakerOffice: null,
    },
    figures: buildLedger(draft),
    url: sidecar.url,
    contact: sidecar.contact,
    isDefault: sidecar.default,
  }
}
