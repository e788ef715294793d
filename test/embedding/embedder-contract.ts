import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/embedding/embedder.js'

const chinese = ['地区生产总值增长8%左右', '城镇居民人均可支配收入', '新建改建学校三所', '全区财政收入完成情况如何?']
const odd = ['', ' ', '\n\u0000\u0007', '😀🎉', '[CLS][PAD][UNK]', '\ud800', 'ไทย', '。'.repeat(50), '〇']

/** What every embedder holds to. */
export function embedderContract(name: string, create: () => Promise<Embedder>): void {
  describe(`embedder: ${name}`, () => {
    it('gives one vector a text, of the length it says', async () => {
      const embedder = await create()
      for (const kind of ['passage', 'question'] as const) {
        const vectors = await embedder.embed(chinese, kind)
        expect(vectors.map(({ length }) => length)).toEqual(chinese.map(() => embedder.dimensions))
      }
      expect(await embedder.embed([], 'passage')).toEqual([])
    })

    it('gives unit vectors for Chinese, for odd text and for none', async () => {
      const vectors = await (await create()).embed([...chinese, ...odd], 'passage')
      for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 4)
    })

    it('tells Chinese texts apart', async () => {
      const vectors = await (await create()).embed(chinese, 'passage')
      for (const [i, one] of vectors.entries())
        for (const other of vectors.slice(i + 1)) expect(cosine(one, other)).toBeLessThan(0.95)
    })

    it('puts a question nearest to the text it shares its words with', async () => {
      const embedder = await create()
      const passages = await embedder.embed(chinese, 'passage')
      const [question] = await embedder.embed(['城镇居民的可支配收入人均多少?'], 'question')
      const similarities = passages.map((passage) => cosine(question!, passage))
      expect(similarities.indexOf(Math.max(...similarities))).toBe(1)
    })

    it('gives the same vector again, alone or among others', async () => {
      const embedder = await create()
      const texts = Array.from({ length: 70 }, (_, i) => `${chinese[i % 4]!.repeat((i % 5) + 1)}第${i}项`)
      const together = await embedder.embed(texts, 'passage')
      for (const i of [0, 31, 32, 69]) {
        const [alone] = await embedder.embed([texts[i]!], 'passage')
        expect(cosine(alone!, together[i]!)).toBeCloseTo(1, 5)
      }
    })

    it('takes a text of a million characters', async () => {
      const [vector] = await (await create()).embed(['增长'.repeat(500_000)], 'question')
      expect(Math.hypot(...vector!)).toBeCloseTo(1, 4)
    })
  })
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}
