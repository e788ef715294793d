import type { CheckedFigure } from './check-reply.js'
import { compute } from './expression.js'
import { type Quantity, quantityOf, sameQuantity } from './quantity.js'
import { equal, type Rational, round, shift } from './rational.js'
import type { Ground } from './reply-ground.js'

/** A computed figure whose arithmetic holds and whose operands stand in the sentences it cites. */
export interface Computed {
  result: Quantity
  operands: Quantity[]
  /** As written, e.g. 354亿元 − 295.4亿元. */
  expression: string
}

/** The computed figures that hold. A result of a division may be rounded to the decimals it is written with. */
export function verifyComputed(figures: readonly CheckedFigure[], ground: readonly Ground[]): Computed[] {
  return figures.flatMap((figure) => {
    if (!figure.computed) return []
    const { expression, citations } = figure.computed
    const computation = compute(expression)
    const result = quantityOf(figure.value, figure.unit)
    if (!computation || !result) return []
    const cited = ground.filter(({ n }) => citations.includes(n)).flatMap(({ entries }) => entries)
    const operands = computation.operands.map(({ quantity }) => quantity)
    const stand = operands.every((operand) => cited.some(({ quantity }) => quantity && sameSize(quantity, operand)))
    if (!stand || !holds(computation.result, result, computation.divides, figure.value!)) return []
    return [{ result, operands, expression }]
  })
}

/** A difference may be said without its sign: 低2个百分点. */
function holds(exact: Quantity, said: Quantity, divides: boolean, value: number): boolean {
  const like = likeUnits(exact, said)
  if (!like) return false
  if (equal(absolute(like), absolute(said.amount))) return true
  if (!divides) return false
  const places = String(value).split('.')[1]?.length ?? 0
  return equal(round(absolute(like), places), absolute(said.amount))
}

/** A plain ratio is also said as a share or as a multiple; null where the units differ otherwise. */
function likeUnits(exact: Quantity, said: Quantity): Rational | null {
  if (exact.base === said.base) return exact.amount
  if (exact.base !== '') return null
  if (said.base === '%') return shift(exact.amount, 2)
  return said.base === '倍' ? exact.amount : null
}

/** Equal but for the sign: 下降2% is a size of 2%. */
export function sameSize(a: Quantity, b: Quantity): boolean {
  return sameQuantity({ ...a, amount: absolute(a.amount) }, { ...b, amount: absolute(b.amount) })
}

function absolute(amount: Rational): Rational {
  return amount.numerator < 0n ? { ...amount, numerator: -amount.numerator } : amount
}
