import * as z from 'zod'
import { loadLexicon } from './load-lexicon.js'

const groupsSchema = z.record(z.string(), z.array(z.string().min(1)))
export const questionWordsSchema = z.object({
  chatter: groupsSchema,
  cues: groupsSchema,
  english: groupsSchema.default({}),
})

/** Words of questions that carry no topic, with what they tell: groups of chatter, and cues of the kind asked. */
export interface QuestionWords {
  words: Map<string, Set<string>>
  /** English cue phrases, lower case → groups. */
  english: Map<string, Set<string>>
  /** Length of the longest word. */
  longest: number
}

/** Reads lexicon/question-words.yaml. */
export function loadQuestionWords(): QuestionWords {
  const { chatter, cues, english } = loadLexicon('question-words', questionWordsSchema)
  const words = gather([...Object.entries(chatter), ...Object.entries(cues)])
  return {
    words,
    english: gather(Object.entries(english)),
    longest: Math.max(...[...words.keys()].map((w) => w.length)),
  }
}

function gather(groups: [string, string[]][]): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>()
  for (const [group, members] of groups)
    for (const word of members) words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? new Set()).add(group))
  return words
}
