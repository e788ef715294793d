/** 2022 → 2022年; 2021-2025 → 2021—2025年; 2022-06 → 2022年6月; '' for anything else. */
export function periodLabel(period: string): string {
  const month = period.match(/^(\d{4})-(\d{2})$/)
  if (month) return `${month[1]}年${Number(month[2])}月`
  const span = period.match(/^(\d{4})-(\d{4})$/)
  if (span) return `${span[1]}—${span[2]}年`
  return /^\d{4}$/.test(period) ? `${period}年` : ''
}
