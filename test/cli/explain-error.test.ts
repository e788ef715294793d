import { describe, expect, it } from 'vitest'
import { explainError } from '../../src/cli/explain-error.js'
import { IndexError } from '../../src/index/index-error.js'
import { LexiconError } from '../../src/lexicon/load-lexicon.js'

describe('explaining an error', () => {
  it('keeps a sentence that was written for the reader', () => {
    expect(explainError(new IndexError('INDEX_BUSY', '/x', '另一个任务正在更新索引。'))).toBe(
      '另一个任务正在更新索引。',
    )
  })

  it('makes a Chinese sentence of any other error, without its stack', () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', syscall: 'write' })
    for (const error of [
      full,
      new TypeError('x is not a function\n    at y'),
      new LexiconError('l.yaml', 'a.b', 'bad'),
      null,
    ])
      expect(explainError(error)).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u)
    expect(explainError(full)).toContain('磁盘已满')
    expect(explainError(new LexiconError('l.yaml', 'a.b', 'bad'))).toContain('l.yaml 有误(a.b)')
  })
})
