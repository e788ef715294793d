import { createRequire } from 'node:module'
import type { Converter } from 'opencc-js/t2cn'

type Convert = (text: string) => string

const requireModule = createRequire(import.meta.url)
const characters = onFirstUse(() => converter({ from: 't', to: 'cn' }))
/** With a dictionary of phrases that takes long to read, and that only a Traditional text needs. */
const phrases = onFirstUse(() => converter({ from: 'twp', to: 'cn' }))

/**
 * Traditional characters (Taiwan, Hong Kong) to Simplified. A text that holds some also has its Taiwan wordings changed
 * (網路 → 网络); a Simplified text comes back as it is, for 智慧 is a word of both. Dictionaries: OpenCC, read for the first
 * text with a character that the Simplified standard lacks.
 */
export function toSimplified(text: string): string {
  if (isSimplified(text)) return text
  return characters(text) === text ? text : phrases(text)
}

/** Characters of GB 2312 that OpenCC takes for Traditional ones. */
const IN_BOTH = '乾菸薹拚捱摺吒後徵夥榘於袷麴醣麽'
let simplified: Set<string> | undefined

function isSimplified(text: string): boolean {
  simplified ??= standardCharacters()
  for (const character of text) if (!simplified.has(character) && /\p{Script=Han}/u.test(character)) return false
  return true
}

/** The 6,763 characters of GB 2312: rows B0–F7, columns A1–FE. */
function standardCharacters(): Set<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row++) for (let column = 0xa1; column <= 0xfe; column++) bytes.push(row, column)
  const known = new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)))
  for (const character of IN_BOTH) known.delete(character)
  return known
}

function converter(options: Parameters<typeof Converter>[0]): Convert {
  return (requireModule('opencc-js/t2cn') as { Converter: typeof Converter }).Converter(options)
}

function onFirstUse(open: () => Convert): Convert {
  let convert: Convert | undefined
  return (text) => {
    convert ??= open()
    return convert(text)
  }
}
