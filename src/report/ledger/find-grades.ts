import type { Numeral } from '../../text/numerals.js'
import type { NumeralReading } from './classify-numerals.js'
import { figureWords } from './figure-words.js'

/** Places in an order (排名全省第一, 第3位, 居全国首位) and grades (AA信用评级) of a text, as readings. */
export function findGrades(text: string, folded: string): NumeralReading[] {
  const places = [
    figureWords('place', 'anywhere', 'g'),
    figureWords('ranked', 'anywhere', 'g'),
    figureWords('first', 'anywhere', 'g'),
  ].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => {
      const word = match[1] ?? match[0]
      return { start: match.index + match[0].length - word.length, word }
    }),
  )
  const ranks = places
    .filter(({ start }, i) => places.findIndex((place) => place.start === start) === i)
    .filter(({ start }) => !figureWords('put_first', 'end').test(folded.slice(0, start)))
    .map(({ start, word }) => gradeAt(text, start, word.length, rankOf(word), 'rank'))
  const ratings = [...folded.matchAll(figureWords('rating', 'anywhere', 'g'))].map((match) =>
    gradeAt(text, match.index, match[0].length, null, 'rating'),
  )
  return [...ranks, ...ratings]
}

const DIGITS = '零一二三四五六七八九'

function rankOf(word: string): number {
  if (/首/.test(word)) return 1
  const number = word.replace(/[第位名]/g, '')
  if (/^\d+$/.test(number)) return Number(number)
  const [tens, ones] = number.includes('十') ? number.split('十') : ['', number]
  const above = number.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!)) : 0
  return above * 10 + Math.max(0, ones === '' ? 0 : DIGITS.indexOf(ones!))
}

function gradeAt(
  text: string,
  start: number,
  length: number,
  value: number | null,
  unitKind: 'rank' | 'rating',
): NumeralReading {
  const end = start + length
  const numeral: Numeral = { start, end, value, scale: '', kind: 'arabic', infix: '' }
  const unit = unitKind === 'rank' ? '位' : ''
  return { numeral, start, end, text: text.slice(start, end), unit, unitKind, after: [], exclusion: null }
}
