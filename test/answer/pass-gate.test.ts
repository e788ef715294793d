import { describe, expect, it } from 'vitest'
import type { AnswerClaim, Finding } from '../../src/answer/finding.js'
import { passGate } from '../../src/answer/pass-gate.js'
import { sourceOf } from '../../src/answer/source.js'
import { createGate, type Gate } from '../../src/gate/create-gate.js'
import { lanxi } from '../fixtures/lanxi.js'

const report = lanxi()
const gate = createGate([report])
const source = sourceOf(report, report.statements.find(({ text }) => text.includes('新增学位2400个'))!)

function pass(text: string, by: Gate = gate) {
  const claim: AnswerClaim = { text, sources: [source], figures: source.figures.filter((f) => f.text === '2400个') }
  const finding: Finding = { outcome: 'answered', claims: [claim], related: [], reasons: [], confidence: 1 }
  return passGate({ question: '新增学位多少个', finding, report, timings: { retrieveMs: 0, answerMs: 0 } }, by)
}

describe('passGate', () => {
  it('lets a proven reply pass as it was written', () => {
    const { reply, verdicts } = pass('2030年:新增学位2400个')
    expect(reply.answer).toContain('2030年:新增学位2400个')
    expect(verdicts.every(({ verdict }) => verdict === 'supported')).toBe(true)
  })

  it.each(['新增学位2500个', '新增学位2400万个', '新增学位2400个,增长9%'])(
    'puts the report’s own sentence in the place of “%s”',
    (text) => {
      const { reply, finding } = pass(text)
      expect(reply.answer).not.toContain(text)
      expect(reply.answer).toContain('新增学位2400个')
      expect(finding.reasons.length).toBeGreaterThan(0)
      expect(gate.checkReply(reply).ok).toBe(true)
    },
  )

  it('answers nothing where not even the sentence passes', () => {
    const strict: Gate = { ...gate, checkReply: (reply) => ({ ok: false, figures: gate.checkReply(reply).figures }) }
    const { reply } = pass('新增学位2400个', strict)
    expect(reply.outcome).not.toBe('answered')
    expect(reply.answer).not.toContain('2400')
    expect(reply.citations[0]?.sentence).toContain('2400个')
  })
})
