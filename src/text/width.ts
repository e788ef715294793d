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

/**
 * Full-width letters, digits, punctuation and blanks to their half-width forms, one UTF-16 unit for one: offsets into the
 * result are offsets into `text`. Chinese punctuation without a half-width twin (。 、 《 “) stays as it is.
 */
export function foldWidth(text: string): string {
  return text.replace(foldable, (character) => {
    return lookalikes[character] ?? String.fromCharCode(character.charCodeAt(0) - fullWidthOffset)
  })
}
