import { periodLabel } from '../answer/period-label.js'
import type { Figure, Report } from '../report/report.js'
import { clausesOf } from '../text/clauses.js'
import { citizensNames, conceptName } from './concept-names.js'
import type { FaqSeed } from './faq-entry.js'
import { figureQuestions } from './figure-questions.js'
import { ownerOf } from './owner-of.js'
import type { ProposalContext } from './propose.js'
import { chosenFirst, idOf } from './seeded.js'
import { fill } from './wording.js'

/** One seed for each figure of the ledger; what is said twice is asked once. */
export function proposeFigures(report: Report, context: ProposalContext): FaqSeed[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of report.figures) {
    const key = JSON.stringify([...identity(figure, context), figure.value, figure.text, ownerOf(figure, report)])
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  const times = new Map<string, number>()
  return [...groups.values()].map((figures) => {
    // Two figures of one name get ids by their order: the value is no part of an id, so that it may change.
    const owner = ownerOf(figures[0]!, report)
    const about = JSON.stringify([...identity(figures[0]!, context), ...(owner ? [owner] : [])])
    const turn = (times.get(about) ?? 0) + 1
    times.set(about, turn)
    return toSeed(figures, idOf('figure', report.id, about, String(turn)), report, context)
  })
}

function identity({ indicator, period, status, measure, unit }: Figure, { concepts }: ProposalContext): string[] {
  const aim = status === 'target' ? 'target' : 'result'
  return [conceptName(indicator, concepts), period ?? '', aim, measure, unit]
}

function toSeed(figures: readonly Figure[], id: string, report: Report, context: ProposalContext): FaqSeed {
  const { wording, seed, concepts } = context
  const figure = figures[0]!
  const place = context.placeOf(report) + ownerOf(figure, report)
  const names = namesOf(figure, context).filter((name) => isWhole(name) && !wording.vague.includes(name))
  const wordings = [
    ...givenQuestions(figure, report, place, context),
    ...names.flatMap((name) => figureQuestions({ figure, name, place }, wording, seed)),
    ...clozeOf(figure, report, place),
  ]
  const citizens = wording.vague.includes(figure.indicator) ? [] : citizensNames(figure.indicator, concepts, wording)
  return {
    id,
    kind: 'figure',
    reportId: report.id,
    matter: JSON.stringify(['figure', report.id, ...identity(figure, context).slice(0, -1), ownerOf(figure, report)]),
    about: `${figure.indicator} ${figure.period ?? ''} ${figure.text}`,
    figures: figures.map(({ index }) => index),
    statements: [...new Set(figures.map(({ statement }) => statement))],
    fewest: 1,
    wordings: [...new Set(wordings)],
    others: citizens.flatMap((name) => figureQuestions({ figure, name, place }, wording, seed).slice(0, 1)),
  }
}

/** 给区内服务业企业兑现了多少引导资金: where the clause says for whom something was paid (为…兑现…). */
function givenQuestions(figure: Figure, report: Report, place: string, { wording, seed }: ProposalContext): string[] {
  const { indicator, measure, status, period } = figure
  const verb = wording.verbs.give.find((word) => indicator.indexOf(word) >= 2)
  if (!verb || measure !== 'level' || status === 'target') return []
  const receiver = indicator.slice(0, indicator.indexOf(verb))
  const noun = indicator.slice(receiver.length + verb.length)
  const isSaid = ['为', '向', '给', '对'].some((word) =>
    report.statements[figure.statement]!.text.includes(word + receiver),
  )
  if (!isSaid || noun.length < 2) return []
  const time = `${period === null ? '' : periodLabel(period)}${place}`
  const filled = wording.templates.given!.flatMap((template) => fill(template, { time, receiver, verb, noun }) ?? [])
  return chosenFirst(filled, wording.choice, seed, `given ${indicator} ${period}`)
}

/** What the indicator may be called: a citizen's plain name, without its threshold, as it stands. */
function namesOf({ indicator }: Figure, { wording, concepts }: ProposalContext): string[] {
  const plain = wording.names[indicator] ?? wording.names[conceptName(indicator, concepts)]
  const free = indicator.replace(/^(?:\d[\d.]*[百千万亿]*元(?:以上|及以上)?|加快|大力|积极|稳步)/, '')
  return [...new Set([plain, free, indicator])].filter((name): name is string => name !== undefined && name.length > 1)
}

const LONGEST_CLOZE = 34

/** The figure's own clause with 多少 in its place: 建成投用幼儿园多少所? Nothing where the clause has other numbers. */
function clozeOf(figure: Figure, report: Report, place: string): string[] {
  const { text, kind } = report.statements[figure.statement]!
  if (kind !== 'sentence' || figure.measure === 'rating') return []
  const clause = clausesOf(text).find(({ start, end }) => figure.at.start >= start && figure.at.end <= end)
  if (!clause) return []
  const before = text.slice(clause.start, figure.at.start)
  const after = text.slice(figure.at.end, clause.end).replace(/^(?:左右|以上|以内|以下|余|多)/, '')
  const asked = figure.measure === 'rank' ? '第几' : `多少${figure.unit === '%' ? '' : figure.unit}`
  const bare = `${before.replace(/(?:约|近|超过|超|突破|不低于)$/, '')}${asked}${after}`.trim()
  if (/\d(?!\d{3}年)/.test(bare.replace(/(?:19|20)\d\d年/g, '')) || bare.length > LONGEST_CLOZE) return []
  const year = figure.period?.match(/^\d{4}$/) && !bare.includes(figure.period) ? `${figure.period}年` : ''
  return [`${year}${place}${bare}?`]
}

/** Quotation marks and brackets closed, no line break, no cell of a table. */
function isWhole(name: string): boolean {
  return (
    !/[\t\n]|^[的和与及]|[的了和与及、,，:：]$/.test(name) &&
    ['“”', '()', '（）', '《》'].every(([open, close]) => count(name, open!) === count(name, close!))
  )
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
