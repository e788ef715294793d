/** Rows one after the other, in double precision: V8 would turn each single into a double before it is multiplied. */
export interface Matrix {
  values: Float64Array
  rows: number
  columns: number
}

export function createMatrix(rows: number, columns: number): Matrix {
  return { values: new Float64Array(rows * columns), rows, columns }
}

/** Rows of a block that is worked on at once: eight sums stay in registers. */
const LEFT = 4
const RIGHT = 2

/**
 * product = left · rightᵀ.
 *
 * @param left its number of rows is a multiple of 4
 * @param right its number of rows is a multiple of 2
 */
export function multiplyTransposed(left: Matrix, right: Matrix, product: Matrix): void {
  for (let i = 0; i < left.rows; i += LEFT)
    for (let j = 0; j < right.rows; j += RIGHT) multiplyBlock(left, right, product, i, j)
}

function multiplyBlock(left: Matrix, right: Matrix, product: Matrix, i: number, j: number): void {
  const length = left.columns
  const a = left.values
  const b = right.values
  const [a0, a1, a2, a3] = [i * length, (i + 1) * length, (i + 2) * length, (i + 3) * length]
  const [b0, b1] = [j * length, (j + 1) * length]
  let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let k = 0; k < length; k++) {
    const x = b[b0 + k]!
    const y = b[b1 + k]!
    let value = a[a0 + k]!
    s00 += value * x
    s01 += value * y
    value = a[a1 + k]!
    s10 += value * x
    s11 += value * y
    value = a[a2 + k]!
    s20 += value * x
    s21 += value * y
    value = a[a3 + k]!
    s30 += value * x
    s31 += value * y
  }
  const at = i * product.columns + j
  const out = product.values
  out[at] = s00
  out[at + 1] = s01
  out[at + product.columns] = s10
  out[at + product.columns + 1] = s11
  out[at + 2 * product.columns] = s20
  out[at + 2 * product.columns + 1] = s21
  out[at + 3 * product.columns] = s30
  out[at + 3 * product.columns + 1] = s31
}

export function transpose({ values, rows, columns }: Matrix): Matrix {
  const turned = createMatrix(columns, rows)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned.values[j * rows + i] = values[i * columns + j]!
  return turned
}
