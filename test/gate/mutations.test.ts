import { beforeAll, describe, expect, it } from 'vitest'
import { type GateMeasure, measureGate } from '../../bench/gate/measure-gate.js'
import { loadCorpus } from '../../src/report/load-corpus.js'

describe('the gate on every figure of the first report', () => {
  let measure: GateMeasure

  beforeAll(async () => {
    const { reports } = await loadCorpus('corpus')
    measure = measureGate(reports)
  }, 60_000)

  it('lets every true sentence, clause and restatement pass', () => {
    expect(measure.blocked.map(({ statement, reasons }) => [statement.text, reasons])).toEqual([])
    expect(measure.passed.all).toBeGreaterThan(100)
  })

  it('catches at least 99 % of the false ones', () => {
    expect(measure.caught.all).toBeGreaterThan(400)
    expect(measure.caught.right / measure.caught.all).toBeGreaterThanOrEqual(0.99)
  })

  it.each([
    'value+1',
    'value-1',
    'value+10%',
    'value-10%',
    'year',
    'scale',
    'points',
    'qualifier',
    'indicator',
  ] as const)('catches at least 95 %% of mutations of the kind %s', (kind) => {
    const { right, all } = measure.caughtBy[kind]!
    expect(right / all).toBeGreaterThanOrEqual(0.95)
  })
})
