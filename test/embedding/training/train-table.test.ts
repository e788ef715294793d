import { expect, it } from 'vitest'
import type { PairSource } from '../../../embeddings/training/pair-source.js'
import { createRandom, pick, randomTable } from '../../../embeddings/training/random.js'
import { trainTable } from '../../../embeddings/training/train-table.js'
import { createUnigram } from '../../../embeddings/training/unigram.js'
import type { Piece } from '../../../embeddings/training/write-model.js'

const same = ['甲子', '乙丑', '丙寅', '丁卯', '戊辰', '己巳', '庚午', '辛未']
const pieces: Piece[] = [...same.join('')].map((word) => [word, -3])
const dimensions = 16
const source: PairSource = {
  name: 'pairs of words that share no character',
  share: 1,
  draw(random) {
    const pair = pick(same, random)
    return { question: pair[0]!, passage: pair[1]!, document: same.indexOf(pair) }
  },
}

function train(seed: number): { table: Float32Array; losses: number[] } {
  const table = randomTable((3 + pieces.length) * dimensions, createRandom(1))
  const losses: number[] = []
  trainTable({
    sources: [source],
    tokenize: createUnigram(pieces),
    table,
    dimensions,
    steps: 60,
    batchSize: 16,
    learningRate: 0.05,
    random: createRandom(seed),
    onStep: (_step, _source, loss) => losses.push(loss),
  })
  return { table, losses }
}

function cosine(table: Float32Array, one: string, other: string): number {
  const row = (word: string) => {
    const id = 3 + pieces.findIndex(([piece]) => piece === word)
    return table.subarray(id * dimensions, (id + 1) * dimensions)
  }
  const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  const [a, b] = [row(one), row(other)]
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}

it('brings together what belongs together, and keeps the rest apart', () => {
  const { table, losses } = train(1)
  expect(losses.at(-1)).toBeLessThan(losses[0]! / 4)
  for (const pair of same) {
    const nearest = same.toSorted((a, b) => cosine(table, pair[0]!, b[1]!) - cosine(table, pair[0]!, a[1]!))
    expect(nearest[0]).toBe(pair)
  }
})

it('gives the same table again from the same seed, and another one from another', () => {
  expect(train(1).table).toEqual(train(1).table)
  expect(train(2).table).not.toEqual(train(1).table)
})
