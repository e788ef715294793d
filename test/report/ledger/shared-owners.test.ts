import { describe, expect, it } from 'vitest'
import { carryPeople } from '../../../src/report/ledger/carry-people.js'
import { extractFigures } from '../../../src/report/ledger/extract-figures.js'

describe('parts by where they are', () => {
  it.each([
    ['护士4.2万人,其中公立医院3.1万人、乡镇卫生院0.6万人', ['护士', '公立医院护士', '乡镇卫生院护士']],
    ['在校学生80万人,其中普通高中12万人', ['在校学生', '普通高中在校学生']],
    ['各级学校620所,其中普通高中31所', ['各级学校', '普通高中']],
  ])('count what the whole counts: “%s”', (text, indicators) => {
    expect(extractFigures(text).map(({ indicator }) => indicator)).toEqual(indicators)
  })
})

describe('what people spend', () => {
  it('is theirs whose income was told in front of it', () => {
    const figures = extractFigures('农村居民人均可支配收入2.4万元,增长5%,人均消费支出1.8万元')
    expect(carryPeople(figures, '').at(-1)!.indicator).toBe('农村居民人均消费支出')
  })

  it('is theirs whose income the part of the sentence in front told', () => {
    const figures = extractFigures('人均消费支出1.8万元')
    expect(carryPeople(figures, '城镇居民人均可支配收入')[0]!.indicator).toBe('城镇居民人均消费支出')
  })
})
