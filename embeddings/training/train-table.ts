import { createMatrix, type Matrix, multiplyTransposed, transpose } from './matrix.js'
import type { PairSource } from './pair-source.js'
import type { Random } from './random.js'
import { createRowOptimizer } from './row-optimizer.js'
import type { Tokenize } from './unigram.js'

export interface TrainingOptions {
  sources: readonly PairSource[]
  tokenize: Tokenize
  /** One row a token id, changed in place. */
  table: Float32Array
  dimensions: number
  steps: number
  /** Pairs a step; a multiple of four. */
  batchSize: number
  learningRate: number
  random: Random
  onStep?: (step: number, source: string, loss: number) => void
}

/** Cosines are multiplied by this before the softmax. */
const SCALE = 20
/** Share of a text's tokens that a step leaves out. */
const DROPOUT = 0.1

/**
 * Trains the table so that the mean of a question's rows points where the mean of its passage's rows does: InfoNCE in both
 * directions over the pairs of a batch (van den Oord et al., 2018), which all come from one source. Single-threaded and
 * without any other randomness than `random`: the same numbers on every machine with the same Node.js.
 */
export function trainTable(options: TrainingOptions): void {
  const { table, dimensions, steps, batchSize, learningRate, random, onStep } = options
  const optimizer = createRowOptimizer(table, dimensions)
  for (let step = 0; step < steps; step++) {
    const source = chooseSource(options.sources, random)
    const batch = drawBatch(source, options, batchSize)
    const questions = embed(batch.questions, table, dimensions)
    const passages = embed(batch.passages, table, dimensions)
    const { loss, gradient } = contrast(questions.unit, passages.unit, batch.documents)
    const towardsQuestions = createMatrix(batchSize, dimensions)
    const towardsPassages = createMatrix(batchSize, dimensions)
    multiplyTransposed(gradient, transpose(passages.unit), towardsQuestions)
    multiplyTransposed(transpose(gradient), transpose(questions.unit), towardsPassages)
    backwards(batch.questions, questions, towardsQuestions, optimizer.add)
    backwards(batch.passages, passages, towardsPassages, optimizer.add)
    optimizer.step(learningRate * (1 - step / steps))
    onStep?.(step, source.name, loss)
  }
}

function chooseSource(sources: readonly PairSource[], random: Random): PairSource {
  let left = random() * sources.reduce((sum, { share }) => sum + share, 0)
  for (const source of sources) {
    left -= source.share
    if (left < 0) return source
  }
  return sources[0]!
}

interface Batch {
  questions: number[][]
  passages: number[][]
  documents: number[]
}

function drawBatch(source: PairSource, { tokenize, random }: TrainingOptions, size: number): Batch {
  const batch: Batch = { questions: [], passages: [], documents: [] }
  const read = (text: string) => tokenize(text).filter(() => random() >= DROPOUT)
  while (batch.documents.length < size) {
    const pair = source.draw(random)
    if (!pair) continue
    const [question, passage] = [read(pair.question), read(pair.passage)]
    if (question.length === 0 || passage.length === 0) continue
    batch.questions.push(question)
    batch.passages.push(passage)
    batch.documents.push(pair.document)
  }
  return batch
}

interface Embedded {
  unit: Matrix
  /** Length of each sum of rows before it was made a unit vector. */
  lengths: Float64Array
}

function embed(texts: readonly number[][], table: Float32Array, dimensions: number): Embedded {
  const unit = createMatrix(texts.length, dimensions)
  const lengths = new Float64Array(texts.length)
  for (const [i, ids] of texts.entries()) {
    const sum = unit.values.subarray(i * dimensions, (i + 1) * dimensions)
    for (const id of ids) {
      const start = id * dimensions
      for (let k = 0; k < dimensions; k++) sum[k]! += table[start + k]!
    }
    let square = 1e-12
    for (let k = 0; k < dimensions; k++) square += sum[k]! * sum[k]!
    lengths[i] = Math.sqrt(square)
    for (let k = 0; k < dimensions; k++) sum[k]! /= lengths[i]!
  }
  return { unit, lengths }
}

/** Loss, and its gradient by the cosines of questions (rows) and passages (columns). */
function contrast(
  questions: Matrix,
  passages: Matrix,
  documents: readonly number[],
): { loss: number; gradient: Matrix } {
  const size = questions.rows
  const scores = createMatrix(size, size)
  multiplyTransposed(questions, passages, scores)
  const gradient = createMatrix(size, size)
  let loss = 0
  for (const [stride, step] of [
    [size, 1],
    [1, size],
  ] as const)
    for (let i = 0; i < size; i++) {
      const own = i * size + i
      let sum = 0
      const weights = new Float64Array(size)
      for (let j = 0; j < size; j++) {
        if (j !== i && documents[j] === documents[i]) continue
        const weight = Math.exp(SCALE * (scores.values[i * stride + j * step]! - 1))
        weights[j] = weight
        sum += weight
      }
      for (let j = 0; j < size; j++) gradient.values[i * stride + j * step]! += (SCALE * weights[j]!) / sum / (2 * size)
      gradient.values[own]! -= SCALE / (2 * size)
      loss += (Math.log(sum) - SCALE * (scores.values[own]! - 1)) / (2 * size)
    }
  return { loss, gradient }
}

/** Through the unit length back to the rows that were summed. */
function backwards(
  texts: readonly number[][],
  { unit, lengths }: Embedded,
  { values }: Matrix,
  add: (row: number, gradient: Float64Array) => void,
): void {
  const dimensions = unit.columns
  for (const [i, ids] of texts.entries()) {
    const direction = unit.values.subarray(i * dimensions, (i + 1) * dimensions)
    const gradient = values.subarray(i * dimensions, (i + 1) * dimensions)
    let along = 0
    for (let k = 0; k < dimensions; k++) along += direction[k]! * gradient[k]!
    for (let k = 0; k < dimensions; k++) gradient[k] = (gradient[k]! - along * direction[k]!) / lengths[i]!
    for (const id of ids) add(id, gradient)
  }
}
