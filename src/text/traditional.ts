import { Converter } from 'opencc-js/t2cn'

let converters: { characters: (text: string) => string; phrases: (text: string) => string } | undefined

/**
 * Traditional characters (Taiwan, Hong Kong) to Simplified. A text that holds some also has its Taiwan wordings changed
 * (網路 → 网络); a Simplified text comes back as it is, for 智慧 is a word of both. Dictionaries: OpenCC.
 */
export function toSimplified(text: string): string {
  converters ??= { characters: Converter({ from: 't', to: 'cn' }), phrases: Converter({ from: 'twp', to: 'cn' }) }
  return converters.characters(text) === text ? text : converters.phrases(text)
}
