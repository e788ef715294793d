/** What the gate says of one figure in a text. */
export interface Verdict {
  /** The figure as it stands in the text. */
  text: string
  verdict: 'supported' | 'contradicted' | 'unknown'
  /** One Chinese sentence for staff; absent where supported. */
  reason?: string
  /** The statement of the corpus that comes nearest; null where nothing speaks of it. */
  nearest: NearestStatement | null
}

export interface NearestStatement {
  reportId: string
  section: string[]
  sentence: string
  start: number
  end: number
}

/** The result of `check`: `ok` only where every figure is supported. */
export interface CheckResult {
  id?: string
  ok: boolean
  figures: Verdict[]
}
