import type { Embedder } from '../../src/embedding/embedder.js'

/** An embedder without a model, and every text it was asked for. */
export interface FakeEmbedder extends Embedder {
  readonly texts: string[]
}

/** Counts characters by code point modulo `dimensions`: texts that share characters come near each other. */
export function createFakeEmbedder({ modelId = 'fake', dimensions = 16 } = {}): FakeEmbedder {
  const texts: string[] = []
  return {
    modelId,
    dimensions,
    texts,
    async embed(asked) {
      texts.push(...asked)
      return asked.map((text) => countCharacters(text, dimensions))
    },
  }
}

function countCharacters(text: string, dimensions: number): Float32Array {
  const counts = new Float32Array(dimensions).fill(0.01)
  for (const character of text) counts[character.codePointAt(0)! % dimensions]! += 1
  const length = Math.hypot(...counts)
  return counts.map((count) => count / length)
}
