import { foldWidth } from './width.js'

/** What personal numbers are replaced by. No digit stands in them. */
export const REDACTED = { idCard: '[身份证号]', phone: '[电话号码]' } as const

const GAP = '[ \\-—–·.]?'
/** Eighteen digits with a birthday inside, the last may be X; or the fifteen of an old card. */
const ID_CARD = [
  String.raw`[1-9]\d{5}${GAP}(?:18|19|20)\d\d${GAP}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])${GAP}\d{3}[\dXx]`,
  String.raw`[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}`,
].join('|')
/** Mobile numbers in groups of 3-4-4, with or without +86; landlines with an area code. */
const PHONE = [
  String.raw`(?:\+?86${GAP})?1[3-9]\d${GAP}\d{4}${GAP}\d{4}`,
  String.raw`\(?0(?:10|2\d|[3-9]\d{2})\)?${GAP}[2-8]\d{2,3}${GAP}\d{4}`,
].join('|')
const MEASURED = String.raw`(?!\d|${GAP}?(?:\.\d|[万亿千百]?(?:元|人|户|亩|吨|个|件|平方|公里)))`
const PERSONAL = new RegExp(`(?<![\\d.])(?:(?<idCard>${ID_CARD})|(?<phone>${PHONE}))${MEASURED}`, 'g')

/** Digits in other guise, one UTF-16 unit each: 幺 and 两 are how numbers are read out. */
const SPOKEN: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/**
 * Masks mainland phone numbers (mobile, landline with area code) and ID-card numbers, in digits of either width or in
 * Chinese numerals, grouped or not. Service numbers (12345, 110), amounts and years stay as they are.
 *
 * @example redactPersonal('我的电话13812345678') // 我的电话[电话号码]
 */
export function redactPersonal(text: string): string {
  const written = mask(text, foldWidth(text))
  // By itself: the 三 of 张三13812345678 is none of the number.
  return mask(
    written,
    foldWidth(written).replace(/[零〇一幺二两三四五六七八九]/g, (spoken) => SPOKEN[spoken]!),
  )
}

/** `digits` is the text, unit for unit, with its numbers in half-width digits. */
function mask(text: string, digits: string): string {
  let masked = ''
  let end = 0
  for (const match of digits.matchAll(PERSONAL)) {
    masked += text.slice(end, match.index) + (match.groups?.idCard ? REDACTED.idCard : REDACTED.phone)
    end = match.index + match[0].length
  }
  return masked + text.slice(end)
}
