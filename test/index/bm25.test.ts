import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBm25Index } from '../../src/index/bm25.js'

const word = fc.constantFrom('经', '济', '经济', '增', '长', '增长', '8%')
const documents = fc.array(fc.array(word, { maxLength: 12 }), { maxLength: 12 })
const weights = fc
  .dictionary(word, fc.double({ min: 0.1, max: 3, noNaN: true }))
  .map((shares) => new Map(Object.entries(shares)))

describe('BM25', () => {
  it('gives every document the score of the formula, best first', () => {
    fc.assert(
      fc.property(documents, fc.array(word, { maxLength: 6 }), weights, (texts, query, shares) => {
        const hits = createBm25Index(texts).search(query, texts.length, shares)
        const wanted = texts
          .map((text, position) => ({ position, score: formula(texts, text, query, shares) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.position - b.position)
        expect(hits.map(({ score }) => score.toFixed(9))).toEqual(wanted.map(({ score }) => score.toFixed(9)))
        for (const { position, score } of hits)
          expect(score).toBeCloseTo(formula(texts, texts[position]!, query, shares), 9)
      }),
    )
  })

  it('keeps the best where fewer are asked for', () => {
    const texts = [['增长'], ['增长', '经济'], ['经济'], ['投资']]
    const index = createBm25Index(texts)
    expect(index.search(['增长', '经济'], 1)).toEqual(index.search(['增长', '经济'], 9).slice(0, 1))
    expect(index.search(['增长', '经济'], 1)[0]?.position).toBe(1)
  })

  it('finds nothing for unknown words, and nothing among no documents', () => {
    expect(createBm25Index([['增长']]).search(['火星'], 5)).toEqual([])
    expect(createBm25Index([]).search(['增长'], 5)).toEqual([])
    expect(createBm25Index([[]]).search(['增长'], 5)).toEqual([])
  })
})

/** BM25 with k1 = 0.8 and b = 0.4, term by term over all documents. */
function formula(
  texts: readonly string[][],
  text: readonly string[],
  query: readonly string[],
  weights: ReadonlyMap<string, number>,
): number {
  const average = texts.flat().length / texts.length || 1
  return [...new Set(query)].reduce((sum, token) => {
    const holders = texts.filter((other) => other.includes(token)).length
    const frequency = text.filter((other) => other === token).length
    const idf = Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5))
    const saturated = (frequency * 1.8) / (frequency + 0.8 * (0.6 + (0.4 * text.length) / average))
    return sum + (frequency ? idf * saturated * (weights.get(token) ?? 1) : 0)
  }, 0)
}
