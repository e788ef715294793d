import { describe, expect, it } from 'vitest'
import { vocabularyOf } from '../../src/answer/create-assistant.js'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { loadQuestionWords } from '../../src/lexicon/question-words.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { tagQuestion, wordReach } from '../../src/understand/tag-question.js'
import { lanxi } from '../fixtures/lanxi.js'

const vocabulary = vocabularyOf(toSearchable(lanxi()))
const [concepts, questionWords] = [loadConcepts(), loadQuestionWords()]
const sources = {
  concepts,
  questionWords,
  reach: wordReach([...concepts.words.keys(), ...questionWords.words.keys()]),
  known: vocabulary.has,
  isPhrase: vocabulary.hasPhrase,
}
const wordsOf = (text: string, taken: { start: number; end: number }[] = []) =>
  tagQuestion(text, taken, sources).map((tag) => tag.text)

describe('tagQuestion', () => {
  it.each([
    ['推进了多少项目', '项目'],
    ['有多少家庭受益', '家庭'],
    ['建了几条路', '路'],
    ['新增多少学位', '学位'],
  ])('does not swallow the noun of “%s” into its 多少', (question, noun) => {
    expect(wordsOf(question).join('|')).toMatch(new RegExp(`(^|\\|)(?!多少|几)[^|]*${noun}(\\||$)`))
  })

  it('joins neighbouring single characters of which nothing is known to one word', () => {
    expect(wordsOf('粮价多少')).toContain('粮价')
  })

  it('keeps the name of a thing that only the report knows whole', () => {
    expect(wordsOf('云溪医院在哪里')).toContain('云溪医院')
  })

  it.each(['走着走着没路了的那种路', '开车开到那边没路了', '路修到一半就堵死走不通'])(
    'hears a wording with words in its gaps in “%s”',
    (question) => {
      const heard = tagQuestion(question, [], sources).flatMap(({ meanings }) => meanings)
      expect(heard.map(({ concept }) => concept.name)).toContain('断头路')
    },
  )

  it('leaves a gapped wording alone where too much stands between or punctuation does', () => {
    const heard = ['走到这个小区旁边的停车场就没路', '走了,没路'].flatMap((text) => tagQuestion(text, [], sources))
    expect(heard.flatMap(({ meanings }) => meanings.map(({ concept }) => concept.name))).not.toContain('断头路')
  })

  describe('in a corpus that writes whatever is asked', () => {
    const cut = (text: string) =>
      tagQuestion(text, [], { ...sources, known: () => true, isPhrase: () => true }).map((tag) => tag.text)

    it.each([
      ['企业的发展以创新链为抓手', '抓手'],
      ['受灾家庭的救济', '家庭'],
      ['新的防汛墙', '防汛'],
    ])('keeps particles out of the words of “%s”', (text, word) => {
      expect(cut(text)).toContain(word)
      expect(
        cut(text)
          .filter((each) => each.length > 2)
          .join(),
      ).not.toMatch(/[的为]/)
    })

    it('cuts no word of the lexicon in two for a name: 农村公路 of 拓宽农村公路', () => {
      expect(cut('拓宽延伸农村公路多少公里').join('|')).toMatch(/农村公路\|/)
    })
  })

  it('counts what asks within a wording of the lexicon by itself', () => {
    expect(wordsOf('农村公路多少公里')).toContain('农村公路')
    expect(wordsOf('公路多少公里')).toEqual(['公路多少公里'])
  })

  it('hears what points at a thing as talk, though the dictionary has it as one word', () => {
    const tags = tagQuestion('那部动画片叫什么', [], sources)
    expect(tags.find(({ text }) => text === '那部')?.groups).toContain('fillers')
  })

  it('joins no child and no adverb to its neighbour', () => {
    expect(wordsOf('她家娃念书')).not.toContain('家娃')
    expect(wordsOf('谁最猛')).not.toContain('最猛')
  })

  it('leaves out stretches that were taken', () => {
    expect(wordsOf('去年学位多少', [{ start: 0, end: 2 }]).join('')).toBe('学位多少')
  })

  it('says where each word stands', () => {
    const question = '请问,固定资产投资增长多少?'
    for (const { text, at } of tagQuestion(question, [], sources))
      expect(question.slice(at, at + text.length)).toBe(text)
  })

  it('never makes a word across punctuation', () => {
    expect(wordsOf('固定资产,投资').every((word) => !word.includes(','))).toBe(true)
    expect(wordsOf('固定资产,投资')).not.toContain('固定资产投资')
  })

  it('gives cues their groups and concepts their meanings', () => {
    const tags = tagQuestion('gdp增长多少', [], sources)
    const gdp = tags.find(({ text }) => text === 'gdp')
    expect(gdp?.meanings.map(({ concept }) => concept.name)).toContain('地区生产总值')
    expect(tags.flatMap(({ groups }) => groups)).toContain('growth')
  })
})
