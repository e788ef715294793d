import type { Term } from './understanding.js'

const BOUND = /(\d{1,3})周?岁(?:及|或)?(?:以|往)([上下])/g
const RANGE = /(\d{1,3})(?:周?岁)?[-—–~到至](\d{1,3})周?岁/g

/** Classes of age that a question names (65岁以上, 16到59岁), with the ways in which reports write them. */
export function findAgeClasses(text: string): Term[] {
  return [
    ...[...text.matchAll(BOUND)].map((match) =>
      toTerm(
        match,
        ['岁以', '岁及以', '周岁以', '周岁及以'].map((words) => `${match[1]}${words}${match[2]}`),
      ),
    ),
    ...[...text.matchAll(RANGE)].map((match) =>
      toTerm(
        match,
        ['-', '—', '至', '~'].flatMap((dash) => [
          `${match[1]}${dash}${match[2]}岁`,
          `${match[1]}${dash}${match[2]}周岁`,
        ]),
      ),
    ),
  ]
}

function toTerm({ 0: text, index }: RegExpExecArray, forms: string[]): Term {
  return {
    text,
    at: index,
    forms: [text, ...forms].map((form) => ({ form, weight: 1 })),
    wider: [],
    parts: [],
    concept: null,
    role: 'topic',
  }
}
