const fullWidthOffset = 0xfee0

/** Characters outside the full-width ASCII block that stand for an ASCII one in these reports. */
const lookalikes: Readonly<Record<string, string>> = {
  '\u3000': ' ',
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2236': ':',
  '\ufe30': ':',
  '\u2212': '-',
}

const foldable = /[\uff01-\uff5e\u3000\u00a0\u2002\u2003\u2236\ufe30\u2212]/g

/** 二〇二三年, 一九八一年 */
const wordedYear = /(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}(?=年)/g
const zeros = /[〇○零]/g
/** Most texts hold neither: to ask that costs less than to replace nothing. */
const anyFolded = new RegExp(`${foldable.source}|${wordedYear.source}`)

/**
 * Full-width letters, digits, punctuation and blanks to their half-width forms, and years in words (二〇二三年) to digits, one
 * UTF-16 unit for one: offsets into the result are offsets into `text`. Chinese punctuation without a half-width twin
 * (。 、 《 “) stays as it is.
 */
export function foldWidth(text: string): string {
  if (!anyFolded.test(text)) return text
  return text
    .replace(foldable, (character) => {
      return lookalikes[character] ?? String.fromCharCode(character.charCodeAt(0) - fullWidthOffset)
    })
    .replace(wordedYear, (year) =>
      [...year.replace(zeros, '零')].map((digit) => '零一二三四五六七八九'.indexOf(digit)).join(''),
    )
}
