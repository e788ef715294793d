import { figureWords } from './figure-words.js'
import { verbAt, type WordList, wordAt } from './words.js'

const TIME_HEAD =
  /^(?:(?:到|至|截至|截止)?(?:\d{4}年(?:度|底|末|以?前|之前)?(?:\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?)?|“?(?:十[一二三四五六七]|[六七八九十])五”?(?:期间|时期|以来|末)|(?:过去|这|近)?(?:[五三]年[来内间]?|[两四]年来)|(?:今后|未来|往后)的?[一两二三四五六七八九十\d]+年(?:内|间|里)?|今年|去年|明年|上年(?!结转|结余)|全年|当年(?!结余)|本年|年末|年底|上半年|下半年|一年来|\d{1,2}月?[至到—-]\d{1,2}月(?:份)?|\d{1,2}月份|前\d+个月|第?[一二三四]季度|期末|年内|前三季度|(?:近|未来)[两三五]年|连续\d+[年届次个]+|连续[两二三四五六七八九十]+[年届次个])(?:以来|来)?的?)/

/** 1、增值税; ①低保标准; 一是全市收入; 市人大会议批准的预算: what comes before the noun says nothing of it. */
const NUMBERING = /^(?:\d{1,2}[、.]|\([一二三四五六七八九十\d]+\)|[①-⑳])(?=[\p{Script=Han}“《])/u

/** Takes connectors, times, places, manner and empty verbs off the front of the words before a number. */
export function stripHead(words: string): string {
  const bare = stripWords(words.trim().replace(NUMBERING, '').replace(figureWords('approved', 'start'), ''))
  const told = stripCircumstance(bare)
  return told === bare ? bare : stripWords(told)
}

function stripWords(words: string): string {
  let rest = words
  for (let before = -1; before !== rest.length; ) {
    before = rest.length
    rest = rest.replace(/^[、,:)\s—–~-]+|^新?(?:台阶|大关)[、,]?/g, '').replace(TIME_HEAD, '')
    if (wordAt('generic', 'whole', rest)) return rest
    const word = longest(rest)
    if (rest.length - word.length !== 1) rest = rest.slice(word.length)
  }
  return rest
}

/** The longest droppable word at the front. Manner counts only in front of a verb: 有效推动, not 有效专利. */
function longest(words: string): string {
  const plain: WordList[] = ['connectors', 'places']
  const found = plain.map((list) => wordAt(list, 'start', words))
  const carrier = wordAt('carriers', 'start', words)
  if (carrier && verbAt(words) === carrier) found.push(carrier)
  const manner = wordAt('adverbs', 'start', words)
  if (manner && isVerbal(words.slice(manner.length))) found.push(manner)
  return found.reduce((best, word) => (word.length > best.length ? word : best), '')
}

function isVerbal(words: string): boolean {
  const lists: WordList[] = ['rise', 'fall', 'adverbs', 'circumstances', 'beneficiaries', 'connectors']
  return TIME_HEAD.test(words) || verbAt(words) !== '' || lists.some((list) => wordAt(list, 'start', words) !== '')
}

/** 通过视频会议方式召开评审会 → 召开评审会; 为区内企业兑现资金 → 区内企业兑现资金. */
function stripCircumstance(words: string): string {
  if (wordAt('relations', 'start', words)) return words
  const beneficiary = wordAt('beneficiaries', 'start', words)
  if (beneficiary && words.length > beneficiary.length + 1) {
    const rest = words.slice(beneficiary.length)
    return rest.slice(wordAt('places', 'start', rest).length)
  }
  if (!wordAt('circumstances', 'start', words)) return words
  for (let i = 2; i <= words.length - 2; i++) {
    const verb = verbAt(words.slice(i))
    if (verb.length > 1 && !/^[中时后]/.test(words.slice(i + verb.length))) return words.slice(i)
  }
  return words.replace(/^(?:在全[国省市区县])?按照?/, '')
}
