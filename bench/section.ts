/** What one measurement prints: a title, a table, and what has to be known to read it. */
export interface Section {
  title: string
  columns: string[]
  rows: string[][]
  notes?: string[]
}

/** 0.868 → 86.8 % */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** The value that `share` (0–1) of the sorted values do not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
