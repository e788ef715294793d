/** What a numbered school or hospital is called in short and in full. */
const KINDS = [
  ['幼', '幼儿园'],
  ['小', '小学'],
  ['中', '中学'],
  ['院', '医院'],
] as const

const NUMBERED = /^第?([一二三四五六七八九十]{1,3})(幼儿园|小学|中学|医院|[幼小中院])$/

/** Whether a word names one of several: 四小 and 第四小学, which is no 小学 in general, whether a report has it or not. */
export function isNumberedSchool(word: string): boolean {
  return NUMBERED.test(word)
}

/** Its other names: 第三幼儿园 for 三幼. None for another word. */
export function schoolVariants(word: string): string[] {
  const [, number, kind] = NUMBERED.exec(word) ?? []
  const [short, full] = KINDS.find((names) => names.some((name) => name === kind)) ?? []
  if (short === undefined) return []
  return [`第${number}${full}`, `${number}${full}`, `${number}${short}`].filter((form) => form !== word)
}
