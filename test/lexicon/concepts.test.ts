import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type ConceptWord, loadConcepts } from '../../src/lexicon/concepts.js'
import { loadLexicon } from '../../src/lexicon/load-lexicon.js'

/** Words that mean many things or ask for something: as a name of one thing they would draw in every question. */
const EVERYDAY = [
  '钱',
  '东西',
  '多少',
  '发展',
  '增长',
  '目标',
  '涨',
  '几个',
  '怎么样',
  '什么',
  '哪些',
  '工作',
  '事情',
  '花了',
  '建了',
  '完成',
]
/** Cues of the kind of answer wanted; inside a longer word they would be swallowed. */
const CUE = /多少|几|增长|涨|怎么|咋|有没有|是不是|[吗呢]$/
const MOST_MEANINGS = 4
const COUNTED_FILES = ['concepts-economy', 'concepts-industry']

const { concepts, words } = loadConcepts()
const said = [...words].filter(([, meanings]) => meanings.some(({ via }) => via === 'said'))
const spoken = said.map(([word]) => word)

describe('the lexicon of concepts', () => {
  it('names each concept once', () => {
    expect(repeated(concepts.map(({ name }) => name))).toEqual([])
  })

  it('gives each wording of reports to one concept', () => {
    const claimed = [...words].map(([word, meanings]) => ({ word, of: namesVia(meanings, 'official') }))
    expect(claimed.filter(({ of }) => of.length > 1)).toEqual([])
  })

  it('never writes a wording twice in one concept', () => {
    expect(concepts.filter(({ official }) => repeated(official).length > 0)).toEqual([])
  })

  it('holds no word of one character', () => {
    expect([...words.keys()].filter((word) => [...word].length < 2)).toEqual([])
  })

  it('takes no everyday word for the name of one thing', () => {
    expect(spoken.filter((word) => EVERYDAY.includes(word))).toEqual([])
  })

  it(`leaves no citizen's word with more than ${MOST_MEANINGS} meanings`, () => {
    const vague = said.map(([word, meanings]) => ({ word, of: namesVia(meanings, 'said') }))
    expect(vague.filter(({ of }) => of.length > MOST_MEANINGS)).toEqual([])
  })

  it('writes words as questions are read: half width, without quotation marks or blanks in Chinese', () => {
    expect(
      [...words.keys()].filter((word) =>
        /[“”‘’「」《》Ａ-Ｚａ-ｚ０-９（）]|\p{Script=Han}\s|\s\p{Script=Han}/u.test(word),
      ),
    ).toEqual([])
  })

  it.each(COUNTED_FILES)('swallows no cue of the question in a word of %s', (file) => {
    const entries = loadLexicon(file, z.array(z.object({ said: z.array(z.string()).default([]) })))
    expect(entries.flatMap((entry) => entry.said).filter((word) => CUE.test(word))).toEqual([])
  })
})

describe('narrower and broader indicators', () => {
  it.each([
    ['限额以上消费品零售额', '社会消费品零售总额'],
    ['税收收入', '一般公共预算收入'],
    ['规模以上工业增加值', '工业增加值'],
    ['规模以上工业增加值', '规模以上工业总产值'],
    ['高新技术企业', '科技型中小企业'],
    ['出口总额', '进出口总额'],
    ['工业投资', '固定资产投资'],
    ['城镇居民人均可支配收入', '农村居民人均可支配收入'],
    ['新增市场主体', '净增市场主体'],
    ['生猪出栏', '生猪存栏'],
    ['存款余额', '本外币存款余额'],
  ])('keeps %s apart from %s', (one, other) => {
    const [first, second] = [namesVia(words.get(one) ?? [], 'official'), namesVia(words.get(other) ?? [], 'official')]
    expect([first.length, second.length]).toEqual([1, 1])
    expect(first).not.toEqual(second)
  })
})

describe("a citizen's word", () => {
  it.each([
    ['固投', '固定资产投资'],
    ['城里人收入', '城镇居民人均可支配收入'],
    ['农民收入', '农村居民人均可支配收入'],
    ['财政收入', '一般公共预算收入'],
    ['外贸', '进出口总额'],
    ['网购', '网络零售总额'],
    ['开店的', '个体工商户'],
    ['养猪', '生猪出栏'],
    ['电动车', '新能源汽车'],
    ['直播带货', '直播电商'],
  ])('%s leads to %s', (word, name) => {
    expect((words.get(word) ?? []).map(({ concept }) => concept.name)).toContain(name)
  })
})

function namesVia(meanings: readonly ConceptWord[], via: ConceptWord['via']): string[] {
  return meanings.filter((meaning) => meaning.via === via).map(({ concept }) => concept.name)
}

function repeated(list: readonly string[]): string[] {
  return list.filter((word, at) => list.indexOf(word) !== at)
}
