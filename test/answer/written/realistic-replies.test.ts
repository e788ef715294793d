import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { realisticReplies, tryReplies } from '../../../bench/model/realistic-replies.js'
import { loadCorpus } from '../../../src/report/load-corpus.js'
import { houseWith } from './house.js'

const { reports } = await loadCorpus(fileURLToPath(new URL('../../../corpus', import.meta.url)))
const { honest, lies } = await tryReplies(realisticReplies(), (model) => houseWith(model, reports))

/** Of the honest replies of a fluent model, as measured; docs/models.md says what the others fail by. */
const PASSING = 0.93

it('lets the replies of an honest, fluent model through at its first attempt', () => {
  const refused = honest.filter(({ isUsed }) => !isUsed)
  expect(honest.length).toBeGreaterThanOrEqual(75)
  expect(1 - refused.length / honest.length, JSON.stringify(refused, null, 1)).toBeGreaterThanOrEqual(PASSING)
})

it('lets none of the lies through that differ from the truth by a word', () => {
  expect(lies.length).toBeGreaterThanOrEqual(130)
  expect(lies.filter(({ isUsed }) => isUsed)).toEqual([])
  expect(lies.filter(({ faults }) => faults.some((fault) => fault.startsWith('not offered')))).toEqual([])
})
