import { describe, expect, it } from 'vitest'
import { EmbeddingError } from '../../src/embedding/embedding-error.js'
import { orNothing } from '../../src/retrieval/dense-search.js'

describe('orNothing', () => {
  it('finds nothing and tells why where the model cannot be used', async () => {
    const faults: string[] = []
    const failing = async () => {
      throw new EmbeddingError('model', '本机不支持 onnxruntime')
    }
    expect(await orNothing(failing, ({ message }) => faults.push(message))('公园有几个')).toEqual(new Map())
    expect(faults).toEqual([expect.stringContaining('本机不支持 onnxruntime')])
  })

  it('hides no other fault', async () => {
    const failing = async () => {
      throw new TypeError('a mistake of ours')
    }
    await expect(orNothing(failing, () => {})('公园有几个')).rejects.toThrow(TypeError)
  })

  it('passes on what was found', async () => {
    const near = new Map([['lanxi', new Map([[3, 0.8]])]])
    const found = orNothing(
      async () => near,
      () => expect.unreachable(),
    )
    expect(await found('公园有几个')).toBe(near)
  })
})
