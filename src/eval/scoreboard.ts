import { messages } from '../messages.js'
import { isUnanswerable, type Judgement } from './judge-reply.js'
import type { GoldRun } from './run-gold.js'

const words = messages.scoreboard

/** The counts of one run. */
export interface Scoreboard {
  answerable: number
  right: number
  answeredWrong: number
  falseRefusals: number
  unanswerable: number
  refused: number
  unsupportedNumerals: number
  quotesNotVerbatim: number
  questionsPerSecond: number
  groups: Record<string, { right: number; all: number }>
}

export function summarise({ judgements, elapsedMs }: GoldRun): Scoreboard {
  const no = judgements.filter(({ gold }) => isUnanswerable(gold))
  const yes = judgements.filter(({ gold }) => !isUnanswerable(gold))
  const count = (list: readonly Judgement[], kind: Judgement['kind']) =>
    list.filter((judgement) => judgement.kind === kind).length
  return {
    answerable: yes.length,
    right: count(yes, 'right'),
    answeredWrong: count(yes, 'answered wrong'),
    falseRefusals: count(yes, 'false refusal'),
    unanswerable: no.length,
    refused: count(no, 'right'),
    unsupportedNumerals: judgements.reduce((sum, { unsupported }) => sum + unsupported.length, 0),
    quotesNotVerbatim: judgements.reduce((sum, { notVerbatim }) => sum + notVerbatim, 0),
    questionsPerSecond: judgements.length / Math.max(elapsedMs / 1000, 1e-6),
    groups: groupsOf(judgements),
  }
}

function groupsOf(judgements: readonly Judgement[]): Scoreboard['groups'] {
  const groups: Scoreboard['groups'] = {}
  for (const { gold, kind } of judgements) {
    groups[gold.type] ??= { right: 0, all: 0 }
    groups[gold.type]!.all += 1
    if (kind === 'right') groups[gold.type]!.right += 1
  }
  return groups
}

/** The scoreboard as lines: each type of question, then the whole. */
export function showScoreboard(board: Scoreboard): string {
  const types = Object.entries(board.groups).map(([type, { right, all }]) =>
    words.types(type.padEnd(20), String(right).padStart(4), String(all).padEnd(4), percent(right, all)),
  )
  const whole = [
    words.answerable(board.right, board.answerable, percent(board.right, board.answerable)),
    words.unanswerable(board.refused, board.unanswerable, percent(board.refused, board.unanswerable)),
    words.answeredWrong(board.answeredWrong),
    words.falseRefusals(board.falseRefusals),
    words.unsupported(board.unsupportedNumerals),
    words.notVerbatim(board.quotesNotVerbatim),
    words.speed(board.questionsPerSecond.toFixed(0)),
  ]
  return [...types, whole.join(' · ')].join('\n')
}

/** One question with its answer and what is wrong with it. */
export function showJudgement({
  id,
  gold,
  reply,
  faults,
  unsupported,
  notVerbatim,
}: GoldRun['judgements'][number]): string {
  const all = [
    ...faults,
    ...(unsupported.length > 0 ? [words.faults.unsupported(unsupported.join('、'))] : []),
    ...(notVerbatim > 0 ? [words.faults.notVerbatim(notVerbatim)] : []),
  ]
  const head = `${faults.length > 0 ? '✗' : '✓'} ${id} [${gold.type}] ${gold.question}`
  return [head, `    → ${reply.outcome}:${reply.answer}`, ...(all.length > 0 ? [`    ${all.join(';')}`] : [])].join(
    '\n',
  )
}

/** Whether a question belongs in the list of what went wrong. */
export function isFaulty({ faults, unsupported, notVerbatim }: Judgement): boolean {
  return faults.length > 0 || unsupported.length > 0 || notVerbatim > 0
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`
}
