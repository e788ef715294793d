import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMatrix, multiplyTransposed, transpose } from '../../../embeddings/training/matrix.js'

const sizes = fc.record({
  rows: fc.constantFrom(4, 8),
  columns: fc.integer({ min: 1, max: 7 }),
  others: fc.constantFrom(2, 4),
})

it('multiplies as the definition says', () => {
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.integer({ min: -9, max: 9 })), ({ rows, columns, others }, numbers) => {
      const [left, right] = [createMatrix(rows, columns), createMatrix(others, columns)]
      for (const { values } of [left, right]) for (let i = 0; i < values.length; i++) values[i] = numbers.next().value!
      const product = createMatrix(rows, others)
      multiplyTransposed(left, right, product)
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < others; j++) {
          let sum = 0
          for (let k = 0; k < columns; k++) sum += left.values[i * columns + k]! * right.values[j * columns + k]!
          expect(product.values[i * others + j]).toBeCloseTo(sum, 9)
        }
      expect(transpose(transpose(left))).toEqual(left)
    }),
  )
})
