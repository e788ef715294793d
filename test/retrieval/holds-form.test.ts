import { describe, expect, it } from 'vitest'
import { holdsForm } from '../../src/retrieval/holds-form.js'

describe('holdsForm', () => {
  it('finds words anywhere in a text', () => {
    expect(holdsForm('新建公园绿地', '公园')).toBe(true)
    expect(holdsForm('新建公园绿地', '水库')).toBe(false)
  })

  it('finds a number only as a whole', () => {
    expect(holdsForm('补助资金4312万元', '31')).toBe(false)
    expect(holdsForm('13号线、3号线同时开工', '3号线')).toBe(true)
    expect(holdsForm('13号线开工', '3号线')).toBe(false)
    expect(holdsForm('办好民生实事31件', '31')).toBe(true)
  })
})
