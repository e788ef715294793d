import { expect, it } from 'vitest'
import { meanReciprocalRank, rankOf, recallAt, signTest } from '../../../bench/retrieval/ranks.js'

const question = (...relevant: number[]) => ({ text: '问', relevant: new Set(relevant) })

it('ranks by the best passage that answers', () => {
  expect(rankOf(question(0, 2), Float64Array.of(1, 3, 2, 0))).toBe(2)
})

it('does not count what was not found, nor win a tie by luck', () => {
  expect(rankOf(question(1), Float64Array.of(1, 0))).toBe(Number.POSITIVE_INFINITY)
  expect(rankOf(question(2), Float64Array.of(1, 1, 1))).toBe(3)
})

it('measures recall and mean reciprocal rank', () => {
  const ranks = [1, 2, 20, Number.POSITIVE_INFINITY]
  expect(recallAt(1, ranks)).toBe(0.25)
  expect(recallAt(20, ranks)).toBe(0.75)
  expect(meanReciprocalRank(10, ranks)).toBe(1.5 / 4)
})

it('tells how likely a split is by chance', () => {
  const won = Array.from({ length: 5 }, () => 1)
  const lost = won.map(() => 2)
  expect(signTest(won, lost)).toMatchObject({ won: 5, lost: 0, p: expect.closeTo(2 / 32, 9) })
  expect(signTest([...won, 2], [...lost, 1])).toMatchObject({ won: 5, lost: 1, p: expect.closeTo(14 / 64, 9) })
  expect(signTest([1, 2], [2, 1]).p).toBe(1)
  expect(signTest([1], [1]).p).toBe(1)
})
