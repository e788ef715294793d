import type { Tensor } from '@xenova/transformers'
import { describe, expect, it } from 'vitest'
import { poolTokens } from '../../src/embedding/pool-tokens.js'

/** Two texts of two tokens in two dimensions; the second text has one token and is filled up. */
const hidden = { data: Float32Array.of(3, 0, 0, 3, 0, 2, 9, 9), dims: [2, 2, 2] } as Tensor
const mask = { data: BigInt64Array.of(1n, 1n, 1n, 0n), dims: [2, 2] } as Tensor

describe('poolTokens', () => {
  it('takes the mean of a text’s own tokens, of length 1', () => {
    const half = Math.fround(Math.SQRT1_2)
    const [first, second] = poolTokens(hidden, mask, 'mean')
    expect(first![0]).toBeCloseTo(half)
    expect(first![1]).toBeCloseTo(half)
    expect([...second!]).toEqual([0, 1])
  })

  it('takes the first token alone where the model wants that', () => {
    expect(poolTokens(hidden, mask, 'cls').map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })
})
