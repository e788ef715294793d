import { expect } from 'vitest'
import { createGate } from '../../src/gate/create-gate.js'
import type { Report } from '../../src/report/report.js'
import type { RichText } from '../../src/telegram/rich-text.js'
import { richText } from './broken-rule.js'
import { expectSendable, marked } from './check-rich-text.js'

/** Holds of every text a citizen sees: it can be sent, its marks have their sources, its sources stand in the report. */
export function shownProof(reports: readonly Report[]): (shown: RichText) => void {
  const proves = quoteProof(reports)
  return (shown) => {
    expectSendable(shown)
    proves(shown.text, marked(shown, 'expandable_blockquote')[0])
  }
}

/** The same of a rich message's blocks. */
export function blocksProof(reports: readonly Report[]): (blocks: readonly { type: string }[]) => void {
  const proves = quoteProof(reports)
  return (blocks) => {
    const quoted = blocks.find(({ type }) => type === 'expandable_blockquote')
    proves(richText(blocks), quoted && richText(quoted))
  }
}

/** Holds of a text and the sources in it. What has no sources gives no answer: it is the report itself, or a notice. */
function quoteProof(reports: readonly Report[]): (text: string, quoted: string | undefined) => void {
  const proves = figureProof(reports)
  const known = normal(reports.flatMap(wordsOf).join('\n'))
  return (text, quoted) => {
    if (quoted === undefined) return
    proves(text)
    const [said = ''] = text.split(quoted)
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
