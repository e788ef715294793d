import { describe, expect, it } from 'vitest'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { loadQuestionWords } from '../../src/lexicon/question-words.js'

const { words, english, longest } = loadQuestionWords()

describe('question words', () => {
  it.each([
    ['多少钱', 'money'],
    ['增速', 'growth'],
    ['占比', 'share'],
    ['排第几', 'rank'],
    ['哪些企业', 'who'],
    ['在哪', 'where'],
    ['什么时候', 'when'],
    ['哪些', 'which'],
    ['咋', 'how'],
    ['有没有', 'whether'],
    ['打算', 'target'],
    ['要完成', 'target'],
    ['已经', 'actual'],
    ['加起来', 'sum'],
    ['差多少', 'compare'],
    ['分别', 'list'],
    ['听说', 'confirm'],
    ['为啥', 'reason'],
    ['出处', 'source'],
    ['请问', 'politeness'],
  ])('"%s" tells %s', (word, group) => {
    expect(words.get(word)?.has(group)).toBe(true)
  })

  it('knows what English cue phrases tell', () => {
    expect(english.get('how much money')?.has('money')).toBe(true)
  })

  it('gives the length of its longest word', () => {
    expect(Math.max(...[...words.keys()].map((word) => word.length))).toBe(longest)
  })

  it.each(['学位', '项目', '投资', '学校', '企业', '问题', '收入', '新增', '公园', '养老', '招商'])(
    'leaves the topic "%s" alone',
    (topic) => {
      expect(words.has(topic)).toBe(false)
    },
  )

  it('takes no wording of reports for chatter', () => {
    const chatter = ['politeness', 'asking', 'particles', 'fillers', 'people', 'document', 'state', 'reference']
    const official = loadConcepts().concepts.flatMap((concept) => concept.official)
    expect(
      official.filter((wording) => [...(words.get(wording) ?? [])].some((group) => chatter.includes(group))),
    ).toEqual([])
  })
})
