import * as z from 'zod'
import { loadLexicon } from './load-lexicon.js'

/** Where in a text a word is looked for. */
export type WordPlace = 'anywhere' | 'start' | 'end' | 'whole'

/** The pattern of any word of a list; compiled once for each place and flag. */
export type WordPatterns<List extends string> = (list: List, place?: WordPlace, flags?: '' | 'g') => RegExp

const words = z.array(z.string().min(1)).min(1)

/**
 * The lists of `lexicon/<file>.yaml`, each as one pattern. A word may be a piece of a regular expression, to guard the
 * words that it is part of: '增(?!加值)' is not 增加值. Of two that stand at one place, the one listed first counts.
 *
 * @throws {LexiconError} on first use, where the file is missing, lacks one of the lists or has another
 * @example
 * const answerWords = createWordPatterns('answer-words', ['several'])
 * answerWords('several').test('小学和中学各多少所')
 */
export function createWordPatterns<List extends string>(file: string, lists: readonly List[]): WordPatterns<List> {
  const schema = z.record(z.enum(lists as readonly [List, ...List[]]), words)
  const compiled = { '': patternsByPlace<List>(), g: patternsByPlace<List>() }
  return (list, place = 'anywhere', flags = '') => {
    const known = compiled[flags][place].get(list)
    if (known) return known
    const any = `(?:${loadLexicon(file, schema)[list].join('|')})`
    const [start, end] = [/start|whole/.test(place) ? '^' : '', /end|whole/.test(place) ? '$' : '']
    const pattern = new RegExp(`${start}${any}${end}`, `u${flags}`)
    compiled[flags][place].set(list, pattern)
    return pattern
  }
}

function patternsByPlace<List>(): Record<WordPlace, Map<List, RegExp>> {
  return { anywhere: new Map(), start: new Map(), end: new Map(), whole: new Map() }
}
