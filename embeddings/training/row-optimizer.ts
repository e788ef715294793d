/** Adam (Kingma & Ba, 2015) that moves only the rows with a gradient, as PyTorch's SparseAdam does. */
export interface RowOptimizer {
  /** Adds to the gradient of a row. */
  add(row: number, gradient: Float64Array): void
  /** Moves every row that was added to, and forgets the gradients. */
  step(learningRate: number): void
}

const BETA_1 = 0.9
const BETA_2 = 0.999
const EPSILON = 1e-8

export function createRowOptimizer(table: Float32Array, dimensions: number): RowOptimizer {
  const first = new Float32Array(table.length)
  const second = new Float32Array(table.length)
  const sums = new Float32Array(table.length)
  const touched = new Set<number>()
  let steps = 0

  function move(row: number, rate: number): void {
    for (let i = row * dimensions; i < (row + 1) * dimensions; i++) {
      const gradient = sums[i]!
      first[i] = BETA_1 * first[i]! + (1 - BETA_1) * gradient
      second[i] = BETA_2 * second[i]! + (1 - BETA_2) * gradient * gradient
      table[i]! -= (rate * first[i]!) / (Math.sqrt(second[i]!) + EPSILON)
      sums[i] = 0
    }
  }

  return {
    add(row, gradient) {
      touched.add(row)
      const start = row * dimensions
      for (let k = 0; k < dimensions; k++) sums[start + k]! += gradient[k]!
    },
    step(learningRate) {
      steps++
      const rate = (learningRate * Math.sqrt(1 - BETA_2 ** steps)) / (1 - BETA_1 ** steps)
      for (const row of touched) move(row, rate)
      touched.clear()
    },
  }
}
