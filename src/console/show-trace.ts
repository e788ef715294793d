import type { ModelTrace, Trace, Turn } from '../answer/assistant.js'
import type { Verdict } from '../gate/verdict.js'
import { messages } from '../messages.js'
import type { Screen, Style } from './screen.js'
import { modelLine } from './show-model.js'

const words = messages.console.trace
const HITS_SHOWN = 5
/** Characters of a hit; its place in the report tells where to read on. */
const HIT_LENGTH = 120

/** Prints how a reply came about, in a clerk's words. `number` counts the session's questions from 1. */
export function showTrace(screen: Screen, number: number, { reply, trace }: Turn): void {
  screen.print(words.title(number, reply.question), { style: 'heading' })
  screen.print(words.outcome(messages.console.outcomes[reply.outcome]))
  showUnderstood(screen, trace)
  showFound(screen, trace)
  showDecision(screen, trace)
  showVerdicts(screen, trace.verdicts)
  if (trace.model) showModel(screen, trace.model)
  showNotices(screen, trace)
  const { retrieveMs, answerMs } = reply.timings
  screen.print(words.timings(retrieveMs.toFixed(1), answerMs.toFixed(1)), { style: 'faint' })
}

function showUnderstood(screen: Screen, trace: Trace): void {
  heading(screen, words.understood)
  const understood = trace.understood()
  for (const { label, value } of understood) screen.print(`${label}:${value}`, { indent: 2, hanging: 4 })
  if (understood.length === 0) screen.print(words.nothingUnderstood, { indent: 2 })
}

function showFound(screen: Screen, trace: Trace): void {
  heading(screen, words.found)
  const arms = trace.arms()
  for (const { arm, hits } of arms) {
    screen.print(`【${words.arms[arm] ?? arm}】`, { indent: 2 })
    if (hits.length === 0) screen.print(words.nothingFound, { indent: 4 })
    for (const [index, hit] of hits.slice(0, HITS_SHOWN).entries()) {
      screen.print(`${index + 1}. ${words.score(hit.score.toFixed(2))}`, { indent: 4 })
      showQuote(screen, hit.section, clipped(hit.text.trim()), 7)
    }
    if (hits.length > HITS_SHOWN) screen.print(words.moreHits(hits.length - HITS_SHOWN), { indent: 4, style: 'faint' })
  }
  if (arms.length === 0) screen.print(words.nothingFound, { indent: 2 })
}

function showQuote(screen: Screen, section: readonly string[], sentence: string, indent: number): void {
  if (section.length > 0) screen.print(section.slice(-2).join(' › '), { indent, style: 'faint' })
  screen.print(sentence.trim(), { indent })
}

function clipped(text: string): string {
  const characters = [...text]
  return characters.length <= HIT_LENGTH ? text : `${characters.slice(0, HIT_LENGTH).join('')}……`
}

function showDecision(screen: Screen, trace: Trace): void {
  heading(screen, words.decision)
  for (const [index, step] of trace.decision.entries()) screen.print(`${index + 1}. ${step}`, { indent: 2, hanging: 5 })
  if (trace.decision.length === 0) screen.print(words.noDecision, { indent: 2 })
}

const VERDICT_STYLES: Record<Verdict['verdict'], Style> = { supported: 'good', contradicted: 'bad', unknown: 'bad' }

function showVerdicts(screen: Screen, verdicts: readonly Verdict[]): void {
  heading(screen, words.verdicts)
  for (const { text, verdict, reason, nearest } of verdicts) {
    const line = `${words.verdict[verdict]}:${text}`
    screen.print(line, { indent: 2, hanging: 4, style: VERDICT_STYLES[verdict] })
    if (reason !== undefined) screen.print(reason, { indent: 4 })
    if (nearest === null) continue
    screen.print(words.nearest, { indent: 4 })
    showQuote(screen, nearest.section, nearest.sentence, 6)
  }
  if (verdicts.length === 0) screen.print(words.noVerdicts, { indent: 2 })
}

function showModel(screen: Screen, model: ModelTrace): void {
  heading(screen, messages.console.model.title)
  screen.print(modelLine(model), { indent: 2 })
  if (model.rung !== null) screen.print(messages.console.model.rung(model.rung, model.requests), { indent: 2 })
  for (const fault of model.rejected) screen.print(messages.console.model.rejected(fault), { indent: 2, hanging: 4 })
}

function showNotices(screen: Screen, trace: Trace): void {
  if (trace.notices.length === 0) return
  heading(screen, words.notices)
  for (const notice of trace.notices) screen.print(`· ${notice}`, { indent: 2, hanging: 4 })
}

function heading(screen: Screen, text: string): void {
  screen.print()
  screen.print(text, { style: 'heading' })
}
