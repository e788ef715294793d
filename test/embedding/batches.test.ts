import { describe, expect, it } from 'vitest'
import { batchesOf } from '../../src/embedding/batches.js'

const texts = (count: number, length: number) => Array.from({ length: count }, (_, i) => `${i}`.padEnd(length, '字'))

describe('batchesOf', () => {
  it('keeps every text once, in order', () => {
    const all = [...texts(50, 20), ...texts(7, 600), ...texts(3, 1)]
    expect(batchesOf(all).flat()).toEqual(all)
    expect(batchesOf([])).toEqual([])
  })

  it('makes batches of long texts smaller, within the memory given', () => {
    const megabytes = 2 ** 20
    expect(batchesOf(texts(32, 40), 32 * megabytes)).toHaveLength(1)
    expect(Math.max(...batchesOf(texts(32, 500), 32 * megabytes).map(({ length }) => length))).toBe(2)
    expect(Math.max(...batchesOf(texts(32, 500), 256 * megabytes).map(({ length }) => length))).toBe(22)
  })

  it('counts a batch by its longest text', () => {
    const mixed = [...texts(10, 10), ...texts(1, 500), ...texts(10, 10)]
    const withLong = batchesOf(mixed, 32 * 2 ** 20).find((batch) => batch.some(({ length }) => length === 500))
    expect(withLong?.length).toBeLessThanOrEqual(2)
  })

  it('gives a text to the model however little memory there is', () => {
    expect(batchesOf(texts(3, 2000), 1)).toHaveLength(3)
  })
})
