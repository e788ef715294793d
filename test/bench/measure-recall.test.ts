import { describe, expect, it } from 'vitest'
import { measureRecall } from '../../bench/measure-recall.js'
import { quantile } from '../../bench/section.js'

const questionOf = (question: string, ...evidence: string[][]) => ({
  type: 'figure',
  question,
  must: [],
  mustNot: [],
  evidence,
})
const armOf = (found: Record<string, string[]>) => ({
  name: 'arm',
  find: async (question: string) => found[question] ?? [],
})

describe('measureRecall', () => {
  it('counts each evidence part at the first text that holds one of its wordings', async () => {
    const questions = [
      questionOf('甲', ['生产总值增长8%左右'], ['财政收入增长5%左右', '财政收入预计增长5%']),
      questionOf('乙', ['新建学校三所']),
    ]
    const arm = armOf({
      甲: ['无关', '财政收入预计增长5%;', '地区生产总值增长8%左右。'],
      乙: ['一', '二', '三', '新建学校三所。'],
    })
    const { rows } = await measureRecall([arm], { name: 'set', questions })
    expect(rows).toEqual([['arm', '0.0 %', '66.7 %', '100.0 %']])
  })

  it('leaves questions without evidence out, and says how many', async () => {
    const questions = [questionOf('甲', ['增长8%']), questionOf('乙')]
    const { rows, notes } = await measureRecall([armOf({ 甲: ['增长8%。'] })], { name: 'set', questions })
    expect(rows[0]?.slice(1)).toEqual(['100.0 %', '100.0 %', '100.0 %'])
    expect(notes).toEqual(['1 questions with 1 evidence parts; 1 without any left out.'])
  })
})

describe('quantile', () => {
  it('is the value that so many do not exceed', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3)
    expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5)
    expect(quantile([], 0.5)).toBeNaN()
  })
})
