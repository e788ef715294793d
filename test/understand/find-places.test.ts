import { describe, expect, it } from 'vitest'
import { loadPlaces } from '../../src/lexicon/places.js'
import { findPlaces } from '../../src/understand/find-places.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'

const reports = [lanxi(), qinglan()]
const placesIn = (text: string) => findPlaces(text, reports, loadPlaces())
const idsIn = (text: string) => placesIn(text).reports.map(({ id }) => id)

describe('findPlaces', () => {
  it.each(['兰溪区gdp多少', '兰溪gdp多少', '江州市兰溪区的gdp'])('finds the report whose place “%s” names', (text) => {
    expect(idsIn(text)).toEqual(['lanxi-2031'])
  })

  it('finds every place of the corpus, and where it stands', () => {
    const found = placesIn('青岚和兰溪的gdp')
    expect(new Set(found.reports.map(({ id }) => id))).toEqual(new Set(['lanxi-2031', 'qinglan-2030']))
    expect(Object.fromEntries(found.at)).toEqual({ 'qinglan-2030': 0, 'lanxi-2031': 3 })
  })

  it('finds no place in a question without one', () => {
    expect(placesIn('gdp多少')).toMatchObject({ reports: [], foreign: [], asksWhich: false })
  })

  it('wants none of the places that are left out of what is asked', () => {
    expect(placesIn('除了上海、广州以外,还有哪里要修').foreign).toEqual([])
    expect(placesIn('除了上海,广州修了几条').foreign.map(({ name }) => name)).toEqual(['上海', '广州'])
  })

  it('knows all of the city that a district lies in by what the district calls it', () => {
    const pairsIn = (text: string) => placesIn(text).foreign.map(({ pairs }) => pairs)
    expect(pairsIn('哪样做法在全江州推开了')).toEqual([['全市']])
    expect(pairsIn('哪样做法在江州推开了')).toEqual([[]])
  })

  it('asks nothing of a place where somebody lives', () => {
    expect(placesIn('我儿子在上海打工,厂里招多少人').foreign).toEqual([])
    expect(placesIn('我在上海上班,上海gdp多少').foreign).toHaveLength(1)
  })

  it('tells places that the corpus lacks', () => {
    const { reports: found, foreign } = placesIn('上海gdp多少')
    expect(found).toEqual([])
    expect(foreign).toEqual([{ name: '上海', start: 0, pairs: [] }])
  })

  it('knows what is done together with another place by the pair of their short names', () => {
    const jiangxi = { ...lanxi(), place: '江西省', text: '湘赣合作示范区开建。申办中非茶业论坛。其中德兴市占3成。' }
    const pairsIn = (text: string) => findPlaces(text, [jiangxi], loadPlaces()).foreign.map(({ pairs }) => pairs)
    expect(pairsIn('和湖南一起建的示范区')).toEqual([['湘赣']])
    expect(pairsIn('跟非洲有关的论坛')).toEqual([['中非']])
    expect(pairsIn('和德国合作的项目')).toEqual([[]])
    expect(pairsIn('湖南的示范区')).toEqual([[]])
  })

  it('knows the firms of another place by its short name, as far as the report writes them', () => {
    const north = { ...lanxi(), text: '京企投资10亿元,浙商回归。' }
    const pairsIn = (text: string) => findPlaces(text, [north], loadPlaces()).foreign.map(({ pairs }) => pairs)
    expect(pairsIn('北京企业投了多少')).toEqual([['京企']])
    expect(pairsIn('浙江商人投了多少')).toEqual([['浙商']])
    expect(pairsIn('上海企业投了多少')).toEqual([[]])
    expect(pairsIn('北京投了多少')).toEqual([[]])
  })

  it('takes the city around a district for no place of its own', () => {
    expect(placesIn('南昌兰溪区gdp多少').foreign).toEqual([])
  })

  it('leaves an account its level', () => {
    const city = { ...lanxi(), place: '松阳市', placeAliases: ['松阳'] }
    const spansIn = (text: string) => findPlaces(text, [city], loadPlaces()).spans
    expect(spansIn('松阳市级支出')).toEqual([{ start: 0, end: 2 }])
    expect(spansIn('松阳市本级支出')).toEqual([{ start: 0, end: 2 }])
    expect(spansIn('松阳市支出')).toEqual([{ start: 0, end: 3 }])
  })

  it('hears a question for the place itself', () => {
    expect(placesIn('哪个县gdp增长快').asksWhich).toBe(true)
  })

  it('takes a country traded with for no place that the question is about, and hears it none the less', () => {
    const { foreign, partners } = placesIn('去年对巴西的进口多少')
    expect(foreign).toEqual([])
    expect(partners.map(({ name }) => name)).toEqual(['巴西'])
    expect(placesIn('从南昌到兰溪要多久').partners).toEqual([])
  })
})
