import type { Numeral } from '../../text/numerals.js'
import type { NumeralReading } from './classify-numerals.js'

const PLACE =
  /(?:居|排名?|排在|列|名列|跃升|升至|蝉联|夺得|获得?|连续|保持|进入|取得|全[国省市区县球]|世界|同类)[^,;。\d]{0,8}(第(?:\d{1,3}|[一二三四五六七八九十]{1,3}))(?=[,;。、)”\s和并及]|$)/g
const RANKED = /第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)(?![录单称义]|[教学]师)/g
const FIRST = /(?:居|跃居|位居|保持|位列|名列|荣登|登上)[^,;。]{0,8}(首位|榜首)/g
const RATING =
  /(?<![A-Za-z])(?:AAA|AA|A|BBB|BB|B)[+-]?(?=级?(?:主体|企业|信用|信誉|国际|投资)*(?:信用)?评级|级?主体信用|级?信用等级)/g
/** 放在第一位, 摆在第一位: a manner of speaking. */
const PUT_FIRST = /[放摆挺]在$/

/** Places in an order (排名全省第一, 第3位, 居全国首位) and grades (AA信用评级) of a text, as readings. */
export function findGrades(text: string, folded: string): NumeralReading[] {
  const places = [PLACE, RANKED, FIRST].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match) => {
      const word = match[1] ?? match[0]
      return { start: match.index + match[0].length - word.length, word }
    }),
  )
  const ranks = places
    .filter(({ start }, i) => places.findIndex((place) => place.start === start) === i)
    .filter(({ start }) => !PUT_FIRST.test(folded.slice(0, start)))
    .map(({ start, word }) => gradeAt(text, start, word.length, rankOf(word), 'rank'))
  const ratings = [...folded.matchAll(RATING)].map((match) =>
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
