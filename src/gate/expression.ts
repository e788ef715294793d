import { baseUnit, type Quantity } from './quantity.js'
import { add, divide, multiply, parseRational, type Rational, shift, subtract, whole } from './rational.js'

/** What an expression comes to, and the numbers it was made of. */
export interface Computation {
  result: Quantity
  /** In the order they stand, as written: 8%, 151亿元. Bare factors such as 100% in a growth rate are left out. */
  operands: { text: string; quantity: Quantity }[]
  /** True where a division took place, so that the result may be a rounded one. */
  divides: boolean
}

/**
 * Computes an expression such as `8% − 6%` or `(151亿元 − 140亿元) ÷ 140亿元` exactly.
 * A difference of two shares is in 个百分点; a quotient of like amounts has no unit. Null where it is no expression, or
 * adds up unlike things.
 */
export function compute(expression: string): Computation | null {
  const tokens = tokenize(expression.normalize('NFKC').split('=')[0]!)
  if (!tokens) return null
  const state: State = { tokens, position: 0, operands: [], divides: false }
  const result = readSum(state)
  if (!result || state.position !== tokens.length) return null
  return { result, operands: state.operands, divides: state.divides }
}

interface State {
  tokens: Token[]
  position: number
  operands: Computation['operands']
  divides: boolean
}

type Token = { sign: '+' | '-' | '*' | '/' | '(' | ')' } | { text: string; quantity: Quantity }

const SIGNS: Readonly<Record<string, '+' | '-' | '*' | '/' | '(' | ')'>> = {
  '+': '+',
  '-': '-',
  '\u2212': '-',
  '\u2013': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  ')': ')',
}

const OPERAND = /^\d[\d,]*(?:\.\d+)?\s*[^\d\s+\-\u2212\u2013*×/÷()]*/

function tokenize(expression: string): Token[] | null {
  const tokens: Token[] = []
  let rest = expression.trim()
  while (rest.length > 0) {
    const sign = SIGNS[rest[0]!]
    const text = sign ? rest[0]! : OPERAND.exec(rest)?.[0]
    if (!text) return null
    const operand = sign ? null : readOperand(text.trim())
    if (!sign && !operand) return null
    tokens.push(sign ? { sign } : operand!)
    rest = rest.slice(text.length).trimStart()
  }
  return tokens
}

function readOperand(text: string): Token | null {
  const match = /^([\d,.]+)\s*(.*)$/.exec(text)!
  const number = parseRational(match[1]!)
  if (!number) return null
  const { power, base } = baseUnit(match[2]!.replace(/[余多]/g, ''))
  return { text, quantity: { amount: shift(number, power), base } }
}

function readSum(state: State): Quantity | null {
  let left = readProduct(state)
  for (let sign = peek(state); left && (sign === '+' || sign === '-'); sign = peek(state)) {
    state.position += 1
    const right = readProduct(state)
    left = right && sum(left, right, sign)
  }
  return left
}

function readProduct(state: State): Quantity | null {
  let left = readAtom(state)
  for (let sign = peek(state); left && (sign === '*' || sign === '/'); sign = peek(state)) {
    state.position += 1
    if (sign === '/') state.divides = true
    const right = readAtom(state)
    left = right && (sign === '*' ? product(left, right) : quotient(left, right))
  }
  return left
}

function readAtom(state: State): Quantity | null {
  const token = state.tokens[state.position++]
  if (!token) return null
  if ('quantity' in token) {
    if (!isBareFactor(token.quantity)) state.operands.push(token)
    return token.quantity
  }
  if (token.sign === '-') {
    const inner = readAtom(state)
    return inner && { ...inner, amount: subtract(whole(0n), inner.amount) }
  }
  if (token.sign !== '(') return null
  const inner = readSum(state)
  const close = state.tokens[state.position++]
  return close && 'sign' in close && close.sign === ')' ? inner : null
}

function peek(state: State): string | null {
  const token = state.tokens[state.position]
  return token && 'sign' in token ? token.sign : null
}

/** 1 and 100% turn a ratio into a rate; they state nothing of their own. */
function isBareFactor({ amount, base }: Quantity): boolean {
  const value = base === '%' ? 100n : 1n
  return (base === '' || base === '%') && amount.denominator === 1n && amount.numerator === value
}

function sum(a: Quantity, b: Quantity, sign: '+' | '-'): Quantity | null {
  const apply = sign === '+' ? add : subtract
  const shares = a.base === '%' && b.base === '%'
  if (shares) return { amount: apply(a.amount, b.amount), base: sign === '-' ? '个百分点' : '%' }
  if (a.base === b.base) return { amount: apply(a.amount, b.amount), base: a.base }
  if (a.base === '%' && b.base === '个百分点') return { amount: apply(a.amount, b.amount), base: '%' }
  const [left, right] = [plain(a), plain(b)]
  return left && right && { amount: apply(left, right), base: '' }
}

function product(a: Quantity, b: Quantity): Quantity | null {
  const [left, right] = [plain(a), plain(b)]
  if (right) return { amount: multiply(a.amount, right), base: a.base }
  return left && { amount: multiply(left, b.amount), base: b.base }
}

function quotient(a: Quantity, b: Quantity): Quantity | null {
  const like = a.base === b.base
  const amount = divide(a.amount, like ? b.amount : (plain(b) ?? b.amount))
  if (!amount) return null
  return { amount, base: like ? '' : a.base }
}

/** The bare number that a share or a bare number is; null for anything with a unit. */
function plain({ amount, base }: Quantity): Rational | null {
  if (base === '') return amount
  return base === '%' ? shift(amount, -2) : null
}
