import { askingWords } from './asking-words.js'

const ALL_THAT_IS_ASKED = 8

/** Whether a question compares: by what it says (哪个总投资多, 比去年快吗), or by what it asks of two things (比…少了几家). */
export function compares(text: string): boolean {
  if (askingWords('compares').test(text) || askingWords('compares_times').test(text)) return true
  return (
    askingWords('compares_by').test(text) && (askingWords('two_things').test(text) || text.length <= ALL_THAT_IS_ASKED)
  )
}
