import type { Section } from '../section.js'
import { percent } from '../section.js'
import type { Count, GateMeasure } from './measure-gate.js'

/** The gate's rates: true statements let through, mutations caught, each by its kind. */
export function showGate({ passed, caught, passedBy, caughtBy }: GateMeasure): Section {
  return {
    title: 'Gate: every ledger figure, untouched and mutated',
    columns: ['', 'right', 'of', ''],
    rows: [
      row('true statements passed', passed),
      ...Object.entries(passedBy).map(([kind, count]) => row(`  ${kind}`, count)),
      row('mutations caught', caught),
      ...Object.entries(caughtBy).map(([kind, count]) => row(`  ${kind}`, count)),
    ],
  }
}

function row(name: string, { right, all }: Count): string[] {
  return [name, `${right}`, `${all}`, percent(right / all)]
}
