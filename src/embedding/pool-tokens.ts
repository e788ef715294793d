import type { Tensor } from '@xenova/transformers'

/**
 * One vector of length 1 for each text: the mean of its tokens' vectors, or its first token's (CLS). The pipeline's own
 * pooling reads each number through a proxy, which takes longer than the model itself.
 *
 * @param hidden texts × tokens × dimensions
 * @param mask texts × tokens, 0 where a shorter text is filled up
 */
export function poolTokens(hidden: Tensor, mask: Tensor, pooling: 'mean' | 'cls'): Float32Array[] {
  const [texts = 0, tokens = 0, dimensions = 0] = hidden.dims
  const [numbers, isToken] = [hidden.data as Float32Array, mask.data as BigInt64Array]
  return Array.from({ length: texts }, (_, text) => {
    const rows = Array.from({ length: pooling === 'cls' ? 1 : tokens }, (_, token) => text * tokens + token)
    const own = rows.filter((row) => pooling === 'cls' || isToken[row] !== 0n)
    return unitLength(meanOf(own.map((row) => numbers.subarray(row * dimensions, (row + 1) * dimensions))))
  })
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  return Float32Array.from(vectors[0] ?? [], (_, i) => {
    let sum = 0
    for (const vector of vectors) sum += vector[i]!
    return sum / vectors.length
  })
}

/** Rounded to single precision at each step, as the pipeline does it: vectors kept from before stay comparable to the last bit. */
function unitLength(vector: Float32Array): Float32Array {
  let squares = 0
  for (const number of vector) squares = Math.fround(squares + number * number)
  const length = Math.fround(Math.sqrt(squares))
  return vector.map((number) => number / length)
}
