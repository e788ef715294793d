import { Converter } from 'opencc-js/t2cn'

type Convert = (text: string) => string

const characters = onFirstUse(() => Converter({ from: 't', to: 'cn' }))
/** With a dictionary of phrases that takes long to read, and that only a Traditional text needs. */
const phrases = onFirstUse(() => Converter({ from: 'twp', to: 'cn' }))

/**
 * Traditional characters (Taiwan, Hong Kong) to Simplified. A text that holds some also has its Taiwan wordings changed
 * (網路 → 网络); a Simplified text comes back as it is, for 智慧 is a word of both. Dictionaries: OpenCC.
 */
export function toSimplified(text: string): string {
  return characters(text) === text ? text : phrases(text)
}

function onFirstUse(open: () => Convert): Convert {
  let convert: Convert | undefined
  return (text) => {
    convert ??= open()
    return convert(text)
  }
}
