import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { loadGlossary } from '../../src/lexicon/glossary.js'
import { createTranslate } from '../../src/understand/translate-english.js'

const LONGEST_PHRASE = 8

describe('glossary of English', () => {
  const glossary = loadGlossary()
  const translate = createTranslate(loadConcepts(), glossary)

  it('holds phrases in lower case that a translation can reach', () => {
    const file = new URL('../../lexicon/glossary-english.yaml', import.meta.url)
    const phrases = Object.values(parse(readFileSync(file, 'utf8')) as Record<string, string[]>).flat()
    expect(phrases.filter((phrase) => phrase !== phrase.toLowerCase())).toEqual([])
    expect(phrases.filter((phrase) => phrase.split(' ').length > LONGEST_PHRASE)).toEqual([])
  })

  it.each([
    ['How many dead-end roads were opened up last year?', ['多少', '断头路', '去年']],
    ['What is the GDP growth target for 2023?', ['GDP', '增长', '目标', '2023']],
    ['How much was spent on temporary relief?', ['多少钱', '临时救助']],
    ['Is the eastern extension of Metro Line 2 finished?', ['东延', '地铁', '2号线']],
  ])('keeps what matters in "%s"', (question, words) => {
    const chinese = translate(question)
    for (const word of words) expect(chinese).toContain(word)
  })

  it('does not turn "what is" into a question for a name', () => {
    expect(glossary.get('what is')).toBe('是')
  })

  it.each(['good morning', 'thank you', 'who are you', 'what can you do'])('knows the talk of "%s"', (words) => {
    expect(glossary.has(words)).toBe(true)
  })
})
