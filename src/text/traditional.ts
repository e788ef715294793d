import { Converter } from 'opencc-js/t2cn'

let convert: ((text: string) => string) | undefined

/** Traditional characters (Taiwan, Hong Kong) to Simplified; everything else stays. Dictionaries: OpenCC. */
export function toSimplified(text: string): string {
  const converter = convert ?? Converter({ from: 'twp', to: 'cn' })
  convert = converter
  return converter(text)
}
