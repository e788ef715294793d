/** An exact fraction; `denominator` is positive. Amounts are compared and computed in these, never in floating point. */
export interface Rational {
  numerator: bigint
  denominator: bigint
}

/** Reads a plain decimal, thousands separators allowed (half or full width); null where it is none. */
export function parseRational(text: string): Rational | null {
  const plain = text.replace(/[,\uff0c]/g, '')
  const match = /^([-\u2212+]?)(\d+)(?:\.(\d+))?(?:e([-+]?\d{1,3}))?$/.exec(plain)
  if (!match) return null
  const fraction = match[3] ?? ''
  const digits = BigInt(match[2]! + fraction)
  const value = divide(whole(match[1] && match[1] !== '+' ? -digits : digits), whole(10n ** BigInt(fraction.length)))
  return match[4] && value ? shift(value, Number(match[4])) : value
}

/** The decimal that JavaScript prints for a number, exactly; null for NaN and infinities. */
export function rationalOf(value: number): Rational | null {
  return parseRational(String(value))
}

export function whole(value: bigint): Rational {
  return { numerator: value, denominator: 1n }
}

export function add(a: Rational, b: Rational): Rational {
  return reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { numerator: -b.numerator, denominator: b.denominator })
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduce(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** Null where `b` is zero. */
export function divide(a: Rational, b: Rational): Rational | null {
  if (b.numerator === 0n) return null
  const sign = b.numerator < 0n ? -1n : 1n
  return reduce(sign * a.numerator * b.denominator, sign * b.numerator * a.denominator)
}

export function equal(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator === b.numerator * a.denominator
}

/** Rounds half away from zero to `places` decimals. */
export function round(value: Rational, places: number): Rational {
  const scale = 10n ** BigInt(places)
  const twice = 2n * value.numerator * scale
  const sign = twice < 0n ? -1n : 1n
  const units = (sign * twice + value.denominator) / (2n * value.denominator)
  return reduce(sign * units, scale)
}

/** `value` × 10^`exponent`. */
export function shift(value: Rational, exponent: number): Rational {
  const power = 10n ** BigInt(Math.abs(exponent))
  return exponent >= 0
    ? reduce(value.numerator * power, value.denominator)
    : reduce(value.numerator, value.denominator * power)
}

function reduce(numerator: bigint, denominator: bigint): Rational {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator]
  while (b) [a, b] = [b, a % b]
  return a > 1n ? { numerator: numerator / a, denominator: denominator / a } : { numerator, denominator }
}
