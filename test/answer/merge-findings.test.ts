import { describe, expect, it } from 'vitest'
import { type Asked, askReport } from '../../src/answer/ask-report.js'
import { joinParts, mergeFindings } from '../../src/answer/merge-findings.js'
import { createRetriever } from '../../src/retrieval/retriever.js'
import { toSearchable } from '../../src/retrieval/searchable-report.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { readerOver } from '../fixtures/small-reader.js'

const searchables = [lanxi(), qinglan()].map(toSearchable)
const retriever = createRetriever(searchables)
const { reader, read, readParts } = readerOver([lanxi(), qinglan()])

const askAll = (question: string): Asked[] =>
  searchables.map((searchable) => askReport(read(question), searchable, new Map(), retriever))
const merge = (question: string) => mergeFindings(askAll(question), reader.place(question))
const joined = (question: string) =>
  joinParts(readParts(question).map((part) => askReport(part, searchables[0]!, new Map(), retriever)))
const textsOf = ({ claims }: Asked['finding']) => claims.flatMap(({ figures }) => figures.map(({ text }) => text))

describe('joinParts', () => {
  it('answers every part, in the order asked', () => {
    expect(textsOf(joined('停车位多少个,新增学位多少个').finding)).toEqual(['3600个', '2400个'])
  })

  it('answers what can be answered', () => {
    const { finding } = joined('博物馆多少个,新增学位多少个')
    expect(finding.outcome).toBe('answered')
    expect(textsOf(finding)).toEqual(['2400个'])
  })

  it('says nothing twice', () => {
    expect(textsOf(joined('新增学位多少个,新增学位多少个').finding)).toEqual(['2400个'])
  })

  it('compares no figure with itself', () => {
    const question = '新增学位比前年多多少个'
    const part = askReport(read('新增学位多少个'), searchables[0]!, new Map(), retriever)
    const { finding } = joinParts([part, part], read(question))
    expect(finding.claims.flatMap(({ computed }) => computed ?? [])).toEqual([])
  })

  it('leaves one part as it is', () => {
    const part = askReport(read('新增学位多少个'), searchables[0]!, new Map(), retriever)
    expect(joinParts([part])).toBe(part)
  })
})

describe('mergeFindings', () => {
  it('says of each of several places what its report says, naming it', () => {
    const { claims } = merge('青岚和兰溪2030年的进出口总额是多少亿')
    expect(claims.map(({ figures }) => figures[0]?.text)).toEqual(['12.6亿元', '9.9亿元'])
    expect(claims.map(({ text }) => [text.includes('兰溪'), text.includes('青岚')])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('takes the surest where no place, or one, is named', () => {
    const { outcome, claims } = merge('发电量多少')
    expect(outcome).toBe('answered')
    expect(claims[0]?.sources[0]?.report.id).toBe('qinglan-2030')
  })

  it('prefers an answer to none', () => {
    expect(merge('青岚和兰溪的发电量').outcome).toBe('answered')
  })
})
