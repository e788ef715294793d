import { type ConceptLexicon, widerMeasures } from '../lexicon/concepts.js'
import { parseChineseNumeral } from '../text/numerals.js'
import { wordsOf } from '../text/tokens.js'
import { askingWords } from './asking-words.js'
import { isUnits } from './find-claims.js'
import { isNumberedSchool, schoolVariants } from './numbered-school.js'
import type { Tag } from './tag-question.js'
import type { Term } from './understanding.js'

/** How surely a wording of the report means what the citizen said. */
const WEIGHT = { literal: 1, official: 0.95, english: 0.9, said: 0.85, stem: 0.8 }
const SHORTEST_FREE_TERM = 2
const AMOUNT_END = /(?:总额|总值|(?<![余限差名])额)$/

/**
 * The topic words of a tagged question: concepts, and words that are neither cue nor chatter. Roles are given later.
 * @param counted where what is counted begins
 */
export function findTerms(
  tags: readonly Tag[],
  concepts: ConceptLexicon,
  counted: ReadonlySet<number> = new Set(),
): Term[] {
  const found = joinDigits(tags).flatMap((tag, i, all) => {
    const term = termOf(tag, concepts) ?? (counted.has(tag.at) ? singleThing(tag, all[i + 1]) : null)
    if (!term) return []
    const next = all[i + 1]
    return [
      {
        term: placeOf(term, next) ?? ownerOf(term, next),
        isStatus: tag.groups.includes('target') || tag.text.endsWith('目标'),
      },
    ]
  })
  // 2023年工业增加值的预期目标 asks for the measure; 预期目标 alone for all of them.
  const hasMeasure = found.some(({ term, isStatus }) => !isStatus && term.concept?.kind === 'measure')
  return found.filter(({ isStatus }) => !isStatus || !hasMeasure).map(({ term }) => term)
}

function termOf(tag: Tag, concepts: ConceptLexicon): Term | null {
  if (tag.meanings.length > 0) return conceptTerm(tag, concepts)
  if (tag.groups.length > 0 || tag.text.length < SHORTEST_FREE_TERM || isMereUnit(tag.text)) return null
  if (VERB_WITH_PARTICLE.test(tag.text) || (BARE_NUMBER.test(tag.text) && !tag.isNamed)) return null
  return freeTerm(tag)
}

/** 羊 of 多少只羊: a thing of one character, where it is what is counted and nothing goes on behind it. */
function singleThing(tag: Tag, next: Tag | undefined): Term | null {
  const goesOn = next?.at === tag.at + tag.text.length && next.groups.length === 0
  return THING.test(tag.text) && tag.groups.length === 0 && !goesOn ? freeTerm(tag) : null
}

const THING = /^[牛羊猪马驴骡鸡鸭鹅兔鱼虾蟹蚕蜂车船桥树井塔庙坝床]$/u

/** 得了 is no word of the matter, though reports hold it in 取得了; nor is 坐上, which no report writes. */
const VERB_WITH_PARTICLE = /^(?:\p{Script=Han}[了着]|[坐乘搭用住玩吃]得?上)$/u

/** 22 of 3x+7=22 names nothing; 12345 may, and so does what the report has in quotation marks (“334”模式). */
const BARE_NUMBER = /^\d{1,3}$/

/** 万元, 户人; 床位 and 学位, which are counted in themselves as well, are things. */
function isMereUnit(word: string): boolean {
  return isUnits(word) && !askingWords('begins_with_measure', 'whole').test(word)
}

/** What the words of a lexicon stand for, without their place: remembered, for questions share their words. */
const remembered = new WeakMap<ConceptLexicon, Map<string, Term>>()

function conceptTerm(tag: Tag, concepts: ConceptLexicon): Term {
  // What stands in the gaps of a gapped word may be anything.
  if (!concepts.words.has(tag.text)) return readConceptTerm(tag, concepts)
  const terms = remembered.get(concepts) ?? new Map<string, Term>()
  remembered.set(concepts, terms)
  const known = terms.get(tag.text) ?? readConceptTerm(tag, concepts)
  terms.set(tag.text, known)
  return { ...known, at: tag.at }
}

function readConceptTerm(tag: Tag, concepts: ConceptLexicon): Term {
  const forms = new Map<string, number>()
  const add = (form: string, weight: number) => forms.set(form, Math.max(weight, forms.get(form) ?? 0))
  if (tag.meanings.some(({ via }) => via !== 'english')) add(tag.text, WEIGHT.literal)
  for (const meaning of tag.meanings) for (const form of meaning.concept.official) add(form, WEIGHT[meaning.via])
  for (const variant of outputVariants(tag.text)) add(variant, WEIGHT.stem)
  const isMeasure = tag.meanings.some(({ concept }) => concept.kind === 'measure')
  // Reports say 出口4275亿元 for 出口额.
  const stem = isMeasure ? tag.text.replace(AMOUNT_END, '') : tag.text
  if (stem !== tag.text && stem.length >= SHORTEST_FREE_TERM) add(stem, WEIGHT.stem)
  return {
    text: tag.text,
    at: tag.at,
    forms: [...forms].map(([form, weight]) => ({ form, weight })),
    wider: isMeasure
      ? [...forms.keys()].flatMap((form) => widerMeasures(concepts, form)).filter((name) => !forms.has(name))
      : [],
    parts: partsOf(isMeasure ? [tag.text] : [...forms.keys()]),
    concept: soleConcept(tag),
    role: 'topic',
  }
}

/**
 * The concept a word means for sure: by an official wording, as its only meaning, of several actions any, as of measures
 * that all end in the word (失业率); else as what is asked of a thing (划片).
 */
function soleConcept({ text, meanings }: Tag): Term['concept'] {
  const official = meanings.filter(({ via }) => via === 'official')
  const isAction = meanings.every(({ concept }) => concept.kind === 'action')
  const isMeasure = meanings.every(
    ({ concept }) => concept.kind === 'measure' && concept.official.some((name) => name.endsWith(text)),
  )
  const attribute = meanings.find(({ concept }) => concept.kind === 'attribute')
  const sole =
    official.length === 1 ? official[0] : meanings.length === 1 || isAction || isMeasure ? meanings[0] : attribute
  return sole ? { name: sole.concept.name, kind: sole.concept.kind } : null
}

/** 塘山镇: a town or street is a place of its own, whether the report names it or not. */
function placeOf(term: Term, next: Tag | undefined): Term | null {
  const { text, at, concept } = term
  if (concept !== null || next?.at !== at + text.length || !askingWords('town').test(next.text)) return null
  if (askingWords('no_town').test(text)) return null
  const forms = [
    { form: text + next.text, weight: WEIGHT.literal },
    { form: text, weight: WEIGHT.stem },
  ]
  return { ...term, text: text + next.text, forms, parts: [], role: 'place' }
}

/** 规上服务业企业的营收 is 规上服务业营业收入: in front of a measure the companies of a trade are the trade. */
function ownerOf(term: Term, next: Tag | undefined): Term {
  const trade = term.text.replace(/企业$/, '')
  const isMeasured = next?.meanings.some(({ concept }) => concept.kind === 'measure') ?? false
  if (!isMeasured || trade === term.text || trade.length < SHORTEST_FREE_TERM) return term
  return { ...term, forms: [...term.forms, { form: trade, weight: WEIGHT.stem }] }
}

function freeTerm(tag: Tag): Term {
  const forms = [
    ...[tag.text, ...numeralVariants(tag.text)]
      .flatMap((form) => [form, ...schoolVariants(form)])
      .map((form) => ({ form, weight: WEIGHT.literal })),
    ...addedVariants(tag.text).map((form) => ({ form, weight: WEIGHT.official })),
    ...stemsOf(tag.text).map((form) => ({ form, weight: WEIGHT.stem })),
    ...outputVariants(tag.text).map((form) => ({ form, weight: WEIGHT.official })),
  ]
  return { text: tag.text, at: tag.at, forms, wider: [], parts: partsOf([tag.text]), concept: null, role: 'topic' }
}

/** 棉花总产量, 棉花总产 and 棉花产量 are one. */
function outputVariants(word: string): string[] {
  const crop = /^(.{2,}?)(?:总产量?|产量)$/u.exec(word)?.[1]
  return crop === undefined ? [] : ['总产量', '总产', '产量'].map((end) => crop + end).filter((form) => form !== word)
}

/** 审减金额: reports say 审减22亿元. */
function stemsOf(word: string): string[] {
  const stem = word.replace(COUNT_END, '')
  return stem !== word && stem.length >= SHORTEST_FREE_TERM ? [stem] : []
}

const COUNT_END = /(?:总?金额|总?数量|总数)$/

/** The words of each form that has several; single characters that stand together are one word. */
function partsOf(forms: readonly string[]): string[][] {
  return forms
    .slice(0, MOST_FORMS)
    .map((form) => joinSingles(wordsOf(form)).filter((word) => word.length > 1))
    .filter((words) => words.length > 1)
}

function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = []
  let run = ''
  for (const word of [...words, '  ']) {
    if (word.length === 1) run += word
    else {
      joined.push(run, word.trim())
      run = ''
    }
  }
  return joined.filter((word) => word !== '')
}

const MOST_FORMS = 4

/** 2号线 is 二号线: the other way to write a name's number. */
function numeralVariants(word: string): string[] {
  const digits = '零一二三四五六七八九'
  const chinese = word.replace(/(?<!\d)\d(?!\d)/, (digit) => digits[Number(digit)]!)
  const arabic = word.replace(/^[一二三四五六七八九十]+(?=[号期])/, (numeral) => String(parseChineseNumeral(numeral)))
  return [chinese, arabic].filter((variant) => variant !== word)
}

/** 新增床位 is 增加床位 in another report, or in another year's part of the same. */
function addedVariants(word: string): string[] {
  const thing = /^(?:新增|增加)(?=.{2})(.+)$/.exec(word)?.[1]
  return thing === undefined ? [] : ['新增', '增加'].map((verb) => verb + thing).filter((variant) => variant !== word)
}

/** A number and the word behind it name one thing: 3号线, 5g基站, 第四小学. */
function joinDigits(tags: readonly Tag[]): Tag[] {
  const joined: Tag[] = []
  for (const tag of tags) {
    const before = joined.at(-1)
    const isOneName =
      before &&
      !before.isNamed &&
      (isNumberedSchool(before.text + tag.text) ||
        (isNumber(before.text) && !isLine(before.text, tag) && tag.groups.length === 0))
    if (before && isOneName && before.at + before.text.length === tag.at)
      joined[joined.length - 1] = { text: before.text + tag.text, at: before.at, meanings: [], groups: [] }
    else joined.push(tag)
  }
  return joined
}

/** 12345 of 12345接电话 is a number to call, and no part of the verb behind it. */
function isLine(number: string, { text, meanings }: Tag): boolean {
  return /^\d{5}$/.test(number) && text.length === 1 && meanings.length === 0
}

function isNumber(text: string): boolean {
  return /^[\da-z+]+$/.test(text) && /\d/.test(text)
}
