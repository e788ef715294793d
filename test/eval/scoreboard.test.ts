import { describe, expect, it } from 'vitest'
import { readGoldLine } from '../../src/eval/read-gold.js'
import { runGold } from '../../src/eval/run-gold.js'
import { showScoreboard, summarise } from '../../src/eval/scoreboard.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'

const lines = [
  '{"id":"1","type":"figure","question":"甲?","must":["128.8亿元"]}',
  '{"id":"2","type":"figure","question":"乙?","must":["1亿元"]}',
  '{"id":"3","type":"offtopic","question":"拒绝?"}',
  '{"id":"4","turns":[{"q":"丙?","must":["128.8"]},{"q":"拒绝?","must":["1"]}]}',
]

describe('the scoreboard', () => {
  it('asks the turns of a line in one conversation, and counts every kind of reply', async () => {
    const assistant = createFakeAssistant({
      reply: (question) => sampleReply({ question, outcome: question === '拒绝?' ? 'not_in_report' : 'answered' }),
    })
    const gold = lines.map((line) => readGoldLine(line)!)
    const board = summarise(await runGold({ assistant, reports: [], gold }))
    expect(assistant.calls.map(({ options }) => options.conversation?.turns)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      1,
    ])
    expect(board).toMatchObject({ answerable: 4, right: 2, answeredWrong: 1, falseRefusals: 1 })
    expect(board).toMatchObject({ unanswerable: 1, refused: 1 })
    expect(board.groups).toEqual({
      figure: { right: 1, all: 2 },
      offtopic: { right: 1, all: 1 },
      dialogue: { right: 1, all: 2 },
    })
    expect(showScoreboard(board)).toContain('该答的答对 2/4(50.0%) · 不该答的没答 1/1(100.0%)')
  })
})
