import type { Wording } from './wording.js'

const LONGEST_QUESTION = 48
const PAIRS = ['“”', '‘’', '()', '（）', '《》', '「」']
const NUMBERING =
  /^(?:[一二三四五六七八九十]+是|[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+、|\d{1,2}[.、．](?!\d)|第[一二三四五六七八九十]+[,，、])/
/** 2022年: · 2023年目标: · 目标: — what the assistant puts in front of a phrase. */
const LEAD = /^(?:\d{4}(?:[—-]\d{4})?年(?:\d{1,2}月)?[^:：,，。;；]{0,8}|目标|预计)[:：]/

/** Whether a question can stand on a page: whole, short, no leftover of a list, and it says what is asked. */
export function questionReadsWell(question: string, wording: Wording): boolean {
  const matter = question.replace(/^\d{4}(?:[—-]\d{4})?年(?:\d{1,2}月)?/, '')
  const bare = matter.replace(
    /(?:的目标|的增长目标)?(?:是|有|计划|打算)?(?:增长|下降|涨|降|达到|增加|减少)?了?多少[^?]{0,4}\?$/,
    '',
  )
  return (
    question.length <= LONGEST_QUESTION &&
    isClean(question) &&
    !isLeftover(matter, wording) &&
    !/[一二三四五六七八九十]是(?!否)/.test(matter) &&
    !/^[的了和与等、]/.test(matter) &&
    !/[的和与、,，]{2}/.test(question) &&
    !wording.vague.includes(bare)
  )
}

/** Whether an answer can: no numbering, nothing dangling, brackets closed, every line a sentence. */
export function answerReadsWell(answer: string, wording: Wording, options: { mayNumber?: boolean } = {}): boolean {
  return linesOf(answer).every(
    (line) =>
      isClean(line) &&
      !/[:：]/.test(line.replace(/\d[:：]\d|\(计算得出\)[:：]/g, '')) &&
      (options.mayNumber ? !startsDangling(line, wording) : !isLeftover(line, wording)),
  )
}

/** The sentences of an answer, without their marks and leads. */
export function linesOf(answer: string): string[] {
  return answer
    .split(/\n|(?<=\])(?=[^[])/)
    .map((line) =>
      line
        .replace(/\[\d+\]/g, '')
        .replace(LEAD, '')
        .trim(),
    )
    .filter((line) => line !== '')
}

/** The text without a connective in front that points to a sentence left out: 此外,我区… → 我区… */
export function withoutDangling(text: string, { dangling }: Wording): string {
  const word = [...dangling].sort((a, b) => b.length - a.length).find((candidate) => text.startsWith(candidate))
  if (!word) return text
  const rest = text.slice(word.length).replace(/^[,，、]/, '')
  // 并购, 其他, 及时 … are words of their own.
  return word.length > 1 || /^[,，为在对将把]/.test(text.slice(word.length)) ? rest : text
}

function isClean(text: string): boolean {
  return (
    !/[\t\n�]|[,，。;；、]{2}|\s{2}/.test(text) &&
    PAIRS.every((pair) => count(text, pair[0]!) === count(text, pair[1]!))
  )
}

function isLeftover(text: string, wording: Wording): boolean {
  return NUMBERING.test(text) || startsDangling(text, wording)
}

function startsDangling(text: string, wording: Wording): boolean {
  return withoutDangling(text, wording) !== text
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
