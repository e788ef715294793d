import { describe, expect, it } from 'vitest'
import { splitSides } from '../../src/understand/split-sides.js'

const sidesOf = (text: string) => splitSides(text).map((sides) => sides.map((side) => side.replace(/\s+/g, ' ').trim()))

describe('splitSides', () => {
  it.each([
    ['新桥园区和老桥园区,哪个投资大', ['新桥园区 ,哪个投资大', '老桥园区,哪个投资大']],
    ['今年计划建的跟去年建成的数量差多少', ['今年计划建的 的数量差多少', '去年建成的数量差多少']],
    ['规上工业,去年的增长和今年的目标分别是几', ['规上工业,去年的增长 分别是几', '规上工业, 今年的目标分别是几']],
    ['粮食产量比棉花多多少', ['粮食产量 多少', '棉花多多少']],
  ])('reads “%s” as the same asked of two sides', (text, sides) => {
    expect(sidesOf(text)).toContainEqual(sides)
  })

  it('keeps offsets', () => {
    const text = '省重点项目与市重点项目,总投资谁大'
    for (const side of splitSides(text).flat()) expect(side).toHaveLength(text.length)
  })

  it.each(['投资的比例是多少', '学位多少', '和谐社区有几个'])('finds no two sides in “%s”', (text) => {
    expect(splitSides(text)).toEqual([])
  })
})
