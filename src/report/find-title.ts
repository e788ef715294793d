import { readMarker } from './heading-marker.js'
import { layoutWords, wordPattern } from './layout-words.js'

const MAX_LENGTH = 90
/** Of the lines in front, the last so many can hold the title's second half. */
const YEAR = /(?:19|20)\d\d年/

/** The line (or two lines) in front of a report's text that reads most like its title; null where none does. */
export function findTitle(texts: readonly string[]): string | null {
  const candidates = texts.flatMap((text, i) => [text, joined(text, texts[i + 1])]).map(tidy)
  let best: string | null = null
  let bestScore = 0
  candidates.forEach((candidate, i) => {
    const score = scoreTitle(candidate) + i / (candidates.length * 10)
    if (score > bestScore) [best, bestScore] = [candidate, score]
  })
  return best
}

function joined(first: string, second: string | undefined): string {
  const endsOpen = !wordPattern('', layoutWords().report_nouns, '[)）]?$').test(tidy(first))
  return second && endsOpen && first.length + second.length <= MAX_LENGTH && !/[：:。]/.test(first)
    ? first + second
    : ''
}

/** 0 where a line is no title. */
function scoreTitle(text: string): number {
  const { report_nouns } = layoutWords()
  if (text.length < 4 || text.length > MAX_LENGTH || readMarker(text) || /^[—-]*\d{4}年\d{1,2}月/.test(text)) return 0
  if (/[。；！？>＞|]|^[—-]{2}|\t| {3}/.test(text) || /^\S{2,8}[：:]/.test(text)) return 0
  if (!wordPattern('', report_nouns, '(?:[(（][^()（）]{1,10}[)）])?$').test(text)) return 0
  const named = /^(?:关于|全市|全省|全区|全县)|[省市区县州盟旗]/.test(text) ? 1 : 0
  return 1 + (YEAR.test(text) ? 1 : 0) + named
}

/** A page's title without the site's name, footnote marks, or a leading 最新! */
function tidy(text: string): string {
  return text
    .replace(/\s*(?:[-_|—–]{1,2}\s*[^-_|—–]*)+$/, (tail) => (/\d{4}\s*[-—–]\s*\d{4}|[-—–]{2}\d/.test(tail) ? tail : ''))
    .replace(/[[［]\d{1,2}[\]］]/g, '')
    .replace(/^[^《》]{0,4}[！!]\s*/, '')
    .replace(/^《(.*)》$/, '$1')
    .trim()
}
