import { describe, expect, it } from 'vitest'
import { loadPlaces } from '../../src/lexicon/places.js'

const places = loadPlaces()
const namesIn = (text: string) => places.findIn(text).map(({ name }) => name)

describe('places', () => {
  it.each([
    ['重庆gdp多少', '重庆'],
    ['请问青云谱区的学位', '青云谱区'],
    ['青云谱的财政收入', '青云谱'],
    ['海拉尔2022年的增速', '海拉尔'],
    ['恩施的低保标准', '恩施'],
    ['朝阳区的gdp', '朝阳区'],
    ['美国gdp是多少', '美国'],
    ['那昆山呢', '昆山'],
    ['去年上海人均gdp', '上海'],
    ['内蒙古固定资产投资', '内蒙古'],
    ['浦东新区财政收入', '浦东新区'],
  ])('hears the place in "%s"', (text, name) => {
    expect(namesIn(text)).toEqual([name])
  })

  it('names two places in their order', () => {
    expect(namesIn('义乌和昆山哪个高')).toEqual(['义乌', '昆山'])
  })

  it.each([
    '合作项目有哪些',
    '资源循环利用',
    '公安机关',
    '惠民工程',
    '平安建设',
    '新建学校几所',
    '富民增收',
    '互助养老',
    '日照时数',
    '安宁疗护',
    '朝阳产业',
  ])('takes the words of "%s" for no place', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it.each(['城区面积', '老城区改造', '县城建设', '郊区的公交'])('takes the general "%s" for no place', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it.each(['广州路东延通了吗', '北京路修好了吗', '到北京的高铁', '对美国出口多少', '上海银行贷款'])(
    'leaves roads, goals and companies alone in "%s"',
    (text) => {
      expect(namesIn(text)).toEqual([])
    },
  )

  it('does not read a city into its citizens', () => {
    expect(namesIn('南昌市民办事')).toEqual(['南昌'])
  })

  it('says where the name stands and what it lies in', () => {
    const [found] = places.findIn('去年进贤县的路')
    expect(found).toMatchObject({ name: '进贤县', start: 2 })
    expect(found?.within).toEqual(['江西省', '江西', '南昌市', '南昌'])
  })

  it('gives all parents of a name that several places bear', () => {
    const [found] = places.findIn('鼓楼区有几所学校')
    expect(found?.within).toEqual(expect.arrayContaining(['江苏省', '福建省', '河南省']))
  })

  it('is quick to see that English text holds none', () => {
    expect(namesIn('gdp target 2023')).toEqual([])
  })
})
