import type { ConceptLexicon } from '../lexicon/concepts.js'
import { toSearchForm } from '../text/search-form.js'

/** Turns an indicator into the form in which indicators are compared. */
export type IndicatorForm = (indicator: string) => string

const LEADING_YEARS = /^(?:19|20)\d\d(?:[-—–~至到](?:(?:19|20)\d\d)?年?|年)度?/

/** Marks, but for those within a number or a class of ages: pm2.5, 0-15岁. */
const BETWEEN_WORDS = /(?!(?<=\d)[-.](?=\d))[^\p{L}\p{N}%]/gu

/**
 * Folds width and case, and puts one wording for all official wordings of a measure (GDP, 地区生产总值). Wordings of which
 * one contains the other stay apart: 新增学位 says more than 学位. What citizens say instead (固投) counts only where it is
 * the whole indicator and means one thing.
 */
export function createIndicatorForm(concepts: ConceptLexicon | null): IndicatorForm {
  const official = new Map<string, string>()
  const said = new Map<string, string>()
  const measures = concepts?.concepts.filter(({ kind }) => kind === 'measure') ?? []
  const nameOf = new Map(measures.map((concept) => [concept, toSearchForm(concept.name)]))
  for (const [word, meanings] of concepts?.words ?? []) {
    const name = meanings.length === 1 ? nameOf.get(meanings[0]!.concept) : undefined
    if (name === undefined || word.includes(name) || name.includes(word)) continue
    if (meanings[0]!.via === 'said') said.set(word, name)
    else official.set(word, name)
  }
  return (indicator) => {
    const form = toSearchForm(indicator)
      .replace(LEADING_YEARS, '')
      .replace(/(?<=\d)[—–~](?=\d)/g, '-')
      .replace(BETWEEN_WORDS, '')
    return said.get(form) ?? replaceWords(form, official, concepts?.longest ?? 0)
  }
}

function replaceWords(text: string, words: ReadonlyMap<string, string>, longest: number): string {
  let result = ''
  for (let i = 0; i < text.length; ) {
    let length = Math.min(longest, text.length - i)
    while (length > 1 && !words.has(text.slice(i, i + length))) length--
    result += length > 1 ? words.get(text.slice(i, i + length))! : text[i]!
    i += Math.max(length, 1)
  }
  return result
}
