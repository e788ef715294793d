import { describe, expect, it } from 'vitest'
import { tidy } from '../../src/answer/quote-clauses.js'

describe('tidy', () => {
  it.each([
    ['3. 新建社区菜场5个。', '新建社区菜场5个'],
    ['12、改造泵站;', '改造泵站'],
    ['[2]改造泵站。', '改造泵站'],
    ['3.5亿元用于改造泵站', '3.5亿元用于改造泵站'],
    ['5个社区菜场开业', '5个社区菜场开业'],
  ])('of “%s” leaves “%s”', (text, left) => {
    expect(tidy(text)).toBe(left)
  })
})
