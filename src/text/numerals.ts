/**
 * A number as written, Arabic or Chinese, before anything is known of what it measures.
 */
export interface Numeral {
  /** Offsets in the text scanned. `end` is behind the scale and behind an 余 or 多 that stands before the unit. */
  start: number
  end: number
  /** The number in front of `scale`; null for a ratio of several numbers. */
  value: number | null
  /** What the number is counted in: 10.1亿 has the value 10.1 and the scale 亿. */
  scale: '' | '万' | '亿' | '万亿'
  /** `percent`: 百分之…, whose unit is said in front. `ratio`: 8.0:42.7:49.3. */
  kind: 'arabic' | 'chinese' | 'percent' | 'permille' | 'fraction' | 'ratio'
  /** 余 or 多 between the number and its unit, else ''. */
  infix: '' | '余' | '多'
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

const HAN = '(?:[零〇一二两三四五六七八九十百]|千(?![瓦米克伏]|公顷))'
/** 14·1％: old prints set a raised dot for the decimal point; 9·11 is a day. */
const ARABIC = String.raw`\d{1,3}(?:, ?\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+|·\d+(?= ?[%‰万亿倍个]))?`
const SIGNED = `(?<![\\d.%‰A-Za-z)])-(?=\\d)`
const SCALE = '(?:余|多)?(?:(?:[十百千]?万[余多]?)?亿|[十百千]?万|千(?=[余多]?(?:元|人|户|亩|名|吨)))?(?:余|多)?'
const NUMERAL = new RegExp(
  [
    String.raw`(?<ratio>\d+(?:\.\d+)?(?::\d+(?:\.\d+)?)+)`,
    String.raw`(?<percent>(?:百|千)分之(?:[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?|\d+(?:\.\d+)?))`,
    `(?<fraction>(?<![\\d/.])\\d{1,4}/\\d{1,4}(?![\\d/.])|[二两三四五六七八九十]+分之[一二两三四五六七八九十]+)`,
    `(?<mixed>\\d{1,4}(?:(?:万\\d千|亿\\d千[余多]?万)(?![瓦米克伏])|亿\\d{4}万)[余多]?)`,
    `(?<arabic>(?:${SIGNED})?(?:${ARABIC}))(?<scale>${SCALE})`,
    `(?<chinese>(?<=[超过破达近逾约上])[百千](?=[亿万]元)|[零〇一二两三四五六七八九十](?:${HAN}|[万亿](?=${HAN}))*(?:点[零〇一二三四五六七八九]+)?)(?<hanScale>(?:余|多)?(?:万亿|亿|万)?(?:余|多)?)`,
  ].join('|'),
  'g',
)

/** Every number in `text` (width folded), Arabic and Chinese, in order. What it means is the caller's to judge. */
export function findNumerals(text: string): Numeral[] {
  const numerals: Numeral[] = []
  for (const match of text.matchAll(NUMERAL)) {
    const numeral = readMatch(match)
    if (numeral) numerals.push(numeral)
  }
  return numerals
}

/** The value of a Chinese numeral such as 一百二十七, 五十九万, 十三点四, 二〇二二; null where it is none. */
export function parseChineseNumeral(text: string): number | null {
  const [whole = '', decimals] = text.split('点')
  const value = /^[零〇一二三四五六七八九]{2,}$/.test(whole) ? positional(whole) : additive(whole)
  if (value === null || decimals === undefined) return value
  return Number(`${value}.${[...decimals].map((digit) => DIGITS[digit] ?? '').join('')}`)
}

function readMatch(match: RegExpMatchArray): Numeral | null {
  const { ratio, percent, fraction, mixed, arabic, chinese } = match.groups ?? {}
  const start = match.index ?? 0
  const base = { start, end: start + match[0].length, scale: '', infix: '' } as const
  if (ratio) return { ...base, value: null, kind: 'ratio' }
  if (percent) {
    const value = readPlain(percent.slice(3))
    return { ...base, value, kind: percent[0] === '百' ? 'percent' : 'permille' }
  }
  if (fraction) return { ...base, value: readFraction(fraction), kind: 'fraction' }
  if (mixed) return readMixed(base, mixed)
  const value = readPlain(arabic ?? chinese ?? '')
  if (value === null) return null
  // 六亿三千万 is 6.3 in 亿
  if (chinese?.includes('亿') && match.groups?.hanScale === '万')
    return { ...base, value: tidy((parseChineseNumeral(`${chinese}万`) ?? 0) / 1e8), scale: '亿', kind: 'chinese' }
  return scaled(base, value, arabic ? 'arabic' : 'chinese', match.groups?.scale ?? match.groups?.hanScale ?? '')
}

/** 2万5千 is 2.5 in 万; 1亿3千多万 and 1亿3000万 are 1.3 in 亿. */
function readMixed(base: { start: number; end: number }, mixed: string): Numeral {
  const [whole, part] = mixed.match(/\d+/g)!.map(Number)
  const infix = mixed.match(/[余多]/)?.[0] as Numeral['infix'] | undefined
  const scale = mixed.includes('亿') ? '亿' : '万'
  return { ...base, value: tidy(whole! + part! / (part! < 10 ? 10 : 1e4)), scale, kind: 'arabic', infix: infix ?? '' }
}

/** 3千万 is 3000 in 万; 10.1亿余 is 10.1 in 亿, with the infix 余. */
function scaled(
  base: { start: number; end: number },
  value: number,
  kind: 'arabic' | 'chinese',
  suffix: string,
): Numeral {
  const infix = /余/.test(suffix) ? '余' : /多/.test(suffix) ? '多' : ''
  const word = suffix.replace(/[余多]/g, '')
  const small = word.match(/^([十百千])(?:万|亿|$)/)?.[1]
  const scale = (small ? word.slice(1) : word) as Numeral['scale']
  return { ...base, value: small ? tidy(value * (POWERS[small] ?? 1)) : value, scale, kind, infix }
}

function readPlain(text: string): number | null {
  return /\d/.test(text) ? Number(text.replace(/[, ]/g, '').replace('·', '.')) : parseChineseNumeral(text)
}

function readFraction(text: string): number | null {
  const [first, second] = text.includes('/') ? text.split('/').reverse() : text.split('分之')
  const [below, above] = [readPlain(first ?? ''), readPlain(second ?? '')]
  return below && above !== null ? above / below : null
}

function positional(text: string): number {
  return Number([...text].map((digit) => DIGITS[digit]).join(''))
}

function additive(text: string): number | null {
  let [total, section, digit] = [0, 0, 0]
  for (const character of text) {
    const power = POWERS[character]
    const myriad = MYRIADS[character]
    if (character in DIGITS) digit = DIGITS[character]!
    else if (power) {
      section += (digit || 1) * power
      digit = 0
    } else if (myriad) {
      // 三千万 behind 六亿 adds to it; 百万 in front of 亿 is multiplied
      const above = myriad < 1e8 && total >= 1e8 ? total : 0
      total = above + (total - above + section + digit) * myriad
      section = digit = 0
    } else return null
  }
  return text === '' ? null : total + section + digit
}

/** Products of decimals without binary dust: 1.1 × 1000 is 1100. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}
