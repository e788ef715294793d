import { describe, expect, it } from 'vitest'
import { askReport } from '../../src/answer/ask-report.js'
import { asksSeveral, chooseFigures, restates } from '../../src/answer/choose-figures.js'
import { fitsDemands } from '../../src/answer/fits.js'
import { createRetriever } from '../../src/retrieval/retriever.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const searchable = toSearchable(lanxi())
const retriever = createRetriever([searchable])
const { read } = readerOver([lanxi(), qinglan()])

const contextOf = (question: string) => askReport(read(question), searchable, new Map(), retriever).context
const chosenFor = (question: string) => chooseFigures(contextOf(question)).figures.map(({ figure }) => figure.text)

describe('chooseFigures', () => {
  it.each([
    ['新增学位多少个', ['2400个']],
    ['高新技术企业和科技型中小企业分别多少家', ['149家', '261家']],
    ['新建公园和停车位各多少个', ['17个', '3600个']],
  ])('takes for “%s” what the question names, no more', (question, texts) => {
    expect(chosenFor(question)).toEqual(texts)
  })

  it('takes none of another kind than was asked', () => {
    expect(chosenFor('新增学位花了多少钱')).toEqual([])
    expect(chosenFor('高新技术企业增长多少')).toEqual([])
  })

  it('takes none of another time than was asked', () => {
    expect(chosenFor('2031年新增学位多少个')).toEqual([])
  })

  it('says how much of the question its figures meet', () => {
    const { coverage, own } = chooseFigures(contextOf('新增学位多少个'))
    expect(coverage).toBeGreaterThan(0.9)
    expect(own).toBeLessThanOrEqual(coverage)
    expect(chooseFigures(contextOf('博物馆多少个'))).toEqual({ figures: [], coverage: 0, own: 0 })
  })

  it('hears when several things are asked', () => {
    expect(asksSeveral(contextOf('学校和公园多少'))).toBe(true)
    expect(asksSeveral(contextOf('学位多少'))).toBe(false)
  })

  it('knows the same number of the same thing, said again', () => {
    const [first, again] = contextOf('2030年地区生产总值增长多少').figures.filter(
      ({ figure }) => figure.text === '8.1%',
    )
    expect(restates(again!, [first!])).toBe(true)
    expect(restates(again!, [])).toBe(false)
  })
})

describe('what no answer may lack', () => {
  it('is 人均, where it was asked', () => {
    const context = contextOf('人均进出口总额多少')
    expect(context.figures.length).toBeGreaterThan(0)
    expect(context.figures.filter((candidate) => fitsDemands(candidate, context))).toEqual([])
  })
})
