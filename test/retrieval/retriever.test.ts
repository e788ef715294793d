import { describe, expect, it } from 'vitest'
import { createRetriever } from '../../src/retrieval/retriever.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { weighTerms } from '../../src/retrieval/weigh-terms.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const searchable = toSearchable(lanxi())
const retriever = createRetriever([searchable])
const { read } = readerOver([lanxi(), qinglan()])

function retrieve(question: string, dense: ReadonlyMap<number, number> = new Map(), near?: ReadonlySet<number>) {
  const understanding = read(question)
  const weighed = weighTerms(understanding, searchable)
  return retriever.retrieve(understanding, weighed, searchable, near ? { dense, near } : { dense })
}

const positionOf = (words: string) => searchable.statementsWith(words)[0]!
const textsOf = (found: ReturnType<typeof retrieve>) => found.map(({ statement }) => statement.text)

describe('the retriever', () => {
  it.each([
    ['新增学位多少', '新增学位2400个'],
    ['养老服务怎么样', '养老服务覆盖率'],
    ['云溪医院在哪里', '云溪医院落户'],
    ['GDP多少', '地区生产总值'],
  ])('puts what “%s” asks for first', (question, words) => {
    expect(textsOf(retrieve(question))[0]).toContain(words)
  })

  it('finds Chinese text by its words alone', () => {
    const [first] = retrieve('望江大桥')
    expect(first?.arms.lexical).toBeGreaterThan(0)
    expect(first?.arms.dense).toBe(0)
  })

  it('keeps a hit found by one arm only', () => {
    const byWords = new Set(textsOf(retrieve('新增学位多少')))
    const position = searchable.statements.findIndex(({ text }) => !byWords.has(text))
    expect(position).toBeGreaterThanOrEqual(0)
    const found = retrieve('新增学位多少', new Map([[position, 0.8]]))
    const hit = found.find(({ statement }) => statement.statement.index === position)
    expect(hit?.arms).toMatchObject({ lexical: 0, dense: 0.8 })
    expect(textsOf(found)[0]).toContain('新增学位2400个')
  })

  it('ranks what the last answer stood on higher', () => {
    const position = positionOf('改造老旧小区52个')
    const scoreOf = (found: ReturnType<typeof retrieve>) =>
      found.find(({ statement }) => statement.statement.index === position)!.score
    const plain = retrieve('老旧小区多少个')
    expect(scoreOf(retrieve('老旧小区多少个', new Map(), new Set([position])))).toBeGreaterThan(scoreOf(plain))
  })

  it('finds nothing for a question that shares nothing with the report', () => {
    expect(retrieve('quux')).toEqual([])
  })

  it('gives a coverage between none and all of the question', () => {
    for (const { coverage } of retrieve('去年新增学位和改造老旧小区各多少,博物馆呢')) {
      expect(coverage).toBeGreaterThanOrEqual(0)
      expect(coverage).toBeLessThanOrEqual(1)
    }
  })

  it('hands evidence on in the order of its scores', () => {
    const scores = retrieve('老旧小区改造多少个').map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
  })
})
