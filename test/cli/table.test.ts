import { describe, expect, it } from 'vitest'
import { showTable } from '../../src/cli/table.js'
import { cellWidth } from '../../src/console/wrap.js'

const columns = [
  { title: '名', least: 4, grows: true },
  { title: '值', least: 2 },
]

describe('a table', () => {
  it('aligns columns by terminal cells', () => {
    const lines = showTable(
      columns,
      [
        ['地区生产总值', '8%'],
        ['GDP', '10%'],
      ],
      40,
    )
    expect(lines).toEqual(['名            值', '地区生产总值  8%', 'GDP           10%'])
  })

  it('cuts what grows, and never what does not, where the line is too narrow', () => {
    const lines = showTable(columns, [['规模以上工业增加值', '10.25%']], 18)
    expect(lines.every((line) => cellWidth(line) <= 18)).toBe(true)
    expect(lines[1]).toMatch(/^规模以.*… +10\.25%$/)
  })
})
