import { expect } from 'vitest'
import { createGate } from '../../src/gate/create-gate.js'
import type { Report } from '../../src/report/report.js'
import type { RichText } from '../../src/telegram/rich-text.js'
import { expectSendable, marked } from './check-rich-text.js'

/** Holds of every text a citizen sees: it can be sent, its marks have their sources, its sources stand in the report. */
export function shownProof(reports: readonly Report[]): (shown: RichText) => void {
  const proves = figureProof(reports)
  const known = normal(reports.flatMap(wordsOf).join('\n'))
  return (shown) => {
    expectSendable(shown)
    const [quoted] = marked(shown, 'expandable_blockquote')
    if (quoted === undefined) return
    proves(shown.text)
    const [said = ''] = shown.text.split(quoted)
    for (const [mark] of said.matchAll(/【\d+】|[①-⑳]/gu)) expect(quoted).toContain(mark)
    for (const line of quoted.split('\n')) expect(known, line).toContain(normal(line))
  }
}

function wordsOf({ text, title, sections }: Report): string[] {
  return [text, title, ...sections.map(({ path }) => path.join('›'))]
}

function normal(text: string): string {
  return text.replace(/【\d+】|[①-⑳]$|^同上$|^——《|》$|\s/gmu, '')
}

/** Holds that every figure of a text is what the reports say. */
export function figureProof(reports: readonly Report[]): (text: string) => void {
  const gate = createGate(reports)
  return (text) => {
    const wrong = gate.checkText(text).figures.filter(({ verdict }) => verdict !== 'supported')
    expect(wrong.map(({ text: figure, reason }) => `${figure}: ${reason}`)).toEqual([])
  }
}
