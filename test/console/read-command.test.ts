import { describe, expect, it } from 'vitest'
import { readCommand } from '../../src/console/read-command.js'

describe('readCommand', () => {
  it.each(['依据', '/依据', '/依据', 'y', 'Y', '/trace', '/y', ' 依据 '])('%s asks for the grounds', (line) => {
    expect(readCommand(line)).toEqual({ kind: 'command', name: '依据', number: null })
  })

  it.each(['依据 2', '依据2', 'y 2', '/trace 2'])('%s asks for those of the second question', (line) => {
    expect(readCommand(line)).toEqual({ kind: 'command', name: '依据', number: 2 })
  })

  it.each([
    ['历史', 'l'],
    ['重来', 'c'],
    ['报告', 'b'],
    ['帮助', '?'],
    ['退出', 'q'],
  ])('%s can be typed as %s', (name, alias) => {
    expect(readCommand(name)).toEqual({ kind: 'command', name, number: null })
    expect(readCommand(alias)).toEqual(readCommand(name))
  })

  it.each(['依据是什么?', '报告是谁作的?', 'history', 'GDP', '报告 2023', '2023'])('%s is a question', (line) => {
    expect(readCommand(line)).toEqual({ kind: 'question', text: line })
  })

  it('tells an unknown command from a question', () => {
    expect(readCommand('/foo bar')).toEqual({ kind: 'unknown', name: '/foo bar' })
  })

  it('takes a blank line for nothing', () => {
    expect(readCommand(' \u3000 ')).toEqual({ kind: 'empty' })
  })
})
