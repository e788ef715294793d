import type { GateLexicon } from './gate-lexicon.js'
import { sameQuantity } from './quantity.js'
import type { Claim } from './read-draft.js'
import type { Entry } from './read-entries.js'

/** One way in which a draft's figure differs from the report's. */
export interface Mismatch {
  kind: 'value' | 'unit' | 'period' | 'status' | 'measure' | 'direction' | 'dropped' | 'added'
  /** The qualifiers dropped or added. */
  words: string[]
}

/** How much a mismatch speaks against the entry being the one the draft means. */
const WEIGHTS: Readonly<Record<Mismatch['kind'], number>> = {
  period: 8,
  value: 4,
  unit: 3,
  measure: 3,
  direction: 2,
  status: 2,
  dropped: 1,
  added: 1,
}

export function weightOf(mismatches: readonly Mismatch[]): number {
  return mismatches.reduce((sum, mismatch) => sum + WEIGHTS[mismatch.kind], 0)
}

const SHARE = /占|比重|比例|(?<!增长|增)率$/

/** Everything but the indicator in which claim and entry differ; empty where the report says the same. */
export function compareFigure(claim: Claim, entry: Entry, lexicon: GateLexicon): Mismatch[] {
  const kinds: [Mismatch['kind'], boolean][] = [
    ['unit', !sameUnit(claim, entry)],
    ['value', sameUnit(claim, entry) && !sameValue(claim, entry)],
    ['period', !agreesInPeriod(claim.period, entry)],
    ['measure', !sameMeasure(claim, entry)],
    ['direction', claim.figure.direction !== entry.figure.direction],
    ['status', !agreesInStatus(claim, entry)],
  ]
  const mismatches: Mismatch[] = kinds.filter(([, differs]) => differs).map(([kind]) => ({ kind, words: [] }))
  const [said, meant] = [qualifiersOf(claim.figure, lexicon), qualifiersOf(entry.figure, lexicon)]
  const inName = (word: string, { indicator }: { indicator: string }) =>
    lexicon.nameQualifiers.has(word) && indicator.includes(word)
  const dropped = [
    ...[...meant].filter((word) => !said.has(word) && !inName(word, claim.figure)),
    ...droppedStatus(claim, entry),
  ]
  const added = [...said].filter((word) => !meant.has(word) && !inName(word, entry.figure))
  if (dropped.length > 0) mismatches.push({ kind: 'dropped', words: dropped })
  if (added.length > 0) mismatches.push({ kind: 'added', words: added })
  return mismatches
}

/** True where both are measured in the same, whatever the scale: 亿元 and 万元. */
export function sameUnit(claim: Claim, entry: Entry): boolean {
  if (!claim.quantity || !entry.quantity) return claim.figure.unit === entry.figure.unit
  return claim.quantity.base === entry.quantity.base
}

function sameValue(claim: Claim, entry: Entry): boolean {
  if (claim.quantity && entry.quantity) return sameQuantity(claim.quantity, entry.quantity)
  return claim.figure.text.normalize('NFKC') === entry.figure.text.normalize('NFKC')
}

/** A bare 8% of something that only grows by 8% in the report is short for it; 占比8% is not. */
function sameMeasure(claim: Claim, entry: Entry): boolean {
  const [said, meant] = [claim.figure, entry.figure].map(({ measure }) => measure === 'growth') as [boolean, boolean]
  if (said === meant) return true
  return !said && claim.figure.unit === '%' && !SHARE.test(claim.figure.indicator)
}

/** True where `period` is null: a draft that names no time means what the report says. */
export function agreesInPeriod(period: string | null, entry: Entry): boolean {
  if (period === null) return true
  const { figure, report, context } = entry
  if (figure.period !== null)
    return figure.period.replace(/^(\d{4})-\d\d$/, '$1') === period || figure.period === period
  const years = [report.years.result, report.years.plan].map(String)
  return years.includes(period) || context.includes(period)
}

/** A target said as a result, a result said as a target. Words that the source uses, too, tell nothing. */
function agreesInStatus(claim: Claim, entry: Entry): boolean {
  const { status, words } = claim.claimed
  if (status === null || status === entry.figure.status || status === entry.claimed.status) return true
  return words.every((word) => entry.context.includes(word))
}

/** 力争 or 预计 of the source sentence that the draft leaves out. */
function droppedStatus(claim: Claim, entry: Entry): string[] {
  const { status, words } = entry.claimed
  if (status === null || status === 'actual' || status !== entry.figure.status) return []
  return claim.claimed.status === null ? words.slice(0, 1) : []
}

function qualifiersOf({ qualifiers }: { qualifiers: readonly string[] }, lexicon: GateLexicon): Set<string> {
  const classes = qualifiers
    .filter((word) => !lexicon.statusQualifiers.has(word))
    .map((word) => lexicon.qualifierClass.get(word) ?? word)
  return new Set(classes)
}
