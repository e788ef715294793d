import { describe, expect, it } from 'vitest'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { loadGlossary } from '../../src/lexicon/glossary.js'
import { createTranslate, isEnglish } from '../../src/understand/translate-english.js'

describe('isEnglish', () => {
  it.each(['What was the GDP growth in 2030?', 'How many schools were built'])('hears English in “%s”', (question) => {
    expect(isEnglish(question)).toBe(true)
  })

  it.each(['GDP多少', 'GDP', '5G+智慧工厂是什么', '', '12345', 'LED packaging 项目有几个'])(
    'hears none in “%s”',
    (question) => {
      expect(isEnglish(question)).toBe(false)
    },
  )
})

describe('createTranslate', () => {
  const translate = createTranslate(
    loadConcepts(),
    new Map([
      ['how many', '多少'],
      ['school places', '学位'],
      ['widget', '部件'],
    ]),
  )

  it('takes the longest phrase that it knows', () => {
    expect(translate('How many school places?')).toBe('多少 学位')
  })

  it('knows the English names of concepts', () => {
    expect(translate('gross domestic product')).toBe('地区生产总值')
  })

  it('puts a share in the order of Chinese', () => {
    expect(translate('What percentage of GDP did school places make up?')).toBe('学位 占 GDP 比重多少')
  })

  it('numbers things as Chinese does', () => {
    expect(translate('How many school places at No. 3 widget')).toBe('多少 学位 第三 部件')
  })

  it('reads hyphens as blanks', () => {
    expect(translate('How many school-places')).toBe('多少 学位')
  })

  it('writes large numbers as reports do, and what lies above them', () => {
    const english = createTranslate(loadConcepts(), loadGlossary())
    expect(english('revenue over 20 million yuan')).toContain('2000万 元 以上')
    expect(english('1.5 billion yuan or more')).toBe('15亿 元 以上')
    expect(english('1,200 people')).toBe('1200 人')
    expect(english('2030 and 45,000')).toBe('2030, 45000')
  })

  it('takes a plural for its singular', () => {
    expect(translate('widgets')).toBe('部件')
  })

  it('keeps numbers and words in capitals, and drops what it does not know', () => {
    expect(translate('In 2030 the LED frobnication')).toBe('2030 LED')
  })
})
