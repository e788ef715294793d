/** Unit vectors in random directions, the same for the same seed. */
export function randomVectors(count: number, dimensions: number, seed = 1): Float32Array[] {
  const random = randomNumbers(seed)
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5)
    const length = Math.hypot(...vector)
    return vector.map((value) => value / length)
  })
}

/** A linear congruential generator (Numerical Recipes) in [0, 1). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
