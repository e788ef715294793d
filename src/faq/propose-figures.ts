import { periodLabel } from '../answer/period-label.js'
import { fundOfHeading } from '../report/ledger/carry-fund.js'
import { scopeAtHead } from '../report/ledger/name-cell.js'
import type { Figure, Report } from '../report/report.js'
import { clausesOf } from '../text/clauses.js'
import { wordsOf } from '../text/tokens.js'
import { citizensNames, conceptName } from './concept-names.js'
import type { FaqSeed } from './faq-entry.js'
import { figureQuestions } from './figure-questions.js'
import { ownerOf } from './owner-of.js'
import type { ProposalContext } from './propose.js'
import { chosenFirst, idOf } from './seeded.js'
import { fill, leadOf, type Wording } from './wording.js'

/** One seed for each figure of the ledger; what is said twice is asked once. */
export function proposeFigures(report: Report, context: ProposalContext): FaqSeed[] {
  const groups = new Map<string, Figure[]>()
  for (const figure of report.figures) {
    const key = JSON.stringify([...identity(figure, context), figure.value, figure.text, ownerOf(figure, report)])
    groups.set(key, [...(groups.get(key) ?? []), figure])
  }
  const named = [...groups.values()].map((figures) => ({ figures, about: aboutOf(figures[0]!, report, context) }))
  const shared = new Set(named.filter(({ about }, i) => named.some((other, j) => i !== j && other.about === about)))
  const times = new Map<string, number>()
  return named.map((one) => {
    const { figures, about } = one
    // Two figures of one name get ids by their order: the value is no part of an id, so that it may change.
    const turn = (times.get(about) ?? 0) + 1
    times.set(about, turn)
    const id = idOf('figure', report.id, about, String(turn))
    return toSeed({ figures, id, isShared: shared.has(one) }, report, context)
  })
}

function aboutOf(figure: Figure, report: Report, context: ProposalContext): string {
  const owner = ownerOf(figure, report)
  return JSON.stringify([...identity(figure, context), ...(owner ? [owner] : [])])
}

interface FigureGroup {
  /** One figure, and the same one said again. */
  figures: readonly Figure[]
  id: string
  /** Another figure has this name, too. */
  isShared: boolean
}

function identity({ indicator, period, status, measure, unit }: Figure, { concepts }: ProposalContext): string[] {
  const aim = status === 'target' ? 'target' : 'result'
  return [conceptName(indicator, concepts), period ?? '', aim, measure, unit]
}

function toSeed({ figures, id, isShared }: FigureGroup, report: Report, context: ProposalContext): FaqSeed {
  const { wording, seed, concepts } = context
  const figure = figures[0]!
  const place = context.placeOf(report) + ownerOf(figure, report)
  const bare = namesOf(figure, context).filter((name) => isWhole(name) && !wording.vague.includes(name))
  const told = wording.vague.includes(figure.indicator) || isShared
  const accounts = told ? namesInAccount(figure, report) : []
  const names = isShared ? [...accounts, ...namesInContext(figure, report), ...bare] : [...accounts, ...bare]
  const base = baseOf(figure, report)
  const wordings = [
    ...givenQuestions(figure, report, place, context),
    ...names.flatMap((name) => figureQuestions({ figure, name, place, base }, wording, seed)),
    ...clozeOf(figure, report, place),
  ]
  const citizens = wording.vague.includes(figure.indicator) ? [] : citizensNames(figure.indicator, concepts, wording)
  return {
    id,
    kind: 'figure',
    reportId: report.id,
    matter: JSON.stringify(['figure', report.id, ...identity(figure, context), ownerOf(figure, report)]),
    about: `${figure.indicator} ${figure.period ?? ''} ${figure.text}`,
    figures: figures.map(({ index }) => index),
    statements: [...new Set(figures.map(({ statement }) => statement))],
    fewest: 1,
    wordings: [...new Set(wordings)],
    others: citizens.flatMap((name) => figureQuestions({ figure, name, place }, wording, seed).slice(0, 1)),
  }
}

/** 给区内服务业企业兑现了多少引导资金: where the clause says for whom something was paid, or who got it. */
function givenQuestions(figure: Figure, report: Report, place: string, { wording, seed }: ProposalContext): string[] {
  const { indicator, measure, status, period } = figure
  const { give, gain } = wording.verbs
  if (measure !== 'level' || status === 'target') return []
  const { text } = report.statements[figure.statement]!
  const fillAll = (group: string, values: Record<string, string>) => {
    const time = `${period === null ? '' : periodLabel(period)}${place}`
    const filled = wording.templates[group]!.flatMap((template) => fill(template, { time, ...values }) ?? [])
    return chosenFirst(filled, wording.choice, seed, `${group} ${indicator} ${period}`)
  }
  const counted = COUNTED_RECEIVERS.exec(text.slice(figure.at.end))
  const [, receivers, paid] = counted ?? []
  const payment = paid && leadOf(paid, give)
  if (payment && receivers === indicator && FOR.test(text.slice(0, figure.at.start)))
    return fillAll('givenCount', { receivers, unit: figure.unit, verb: payment, noun: paid.slice(payment.length) })
  const verb = [...give, ...gain].find((word) => indicator.indexOf(word) >= 2)
  if (!verb) return []
  const receiver = indicator.slice(0, indicator.indexOf(verb))
  const noun = indicator.slice(receiver.length + verb.length)
  if (noun.length < 2) return []
  if (gain.includes(verb)) return fillAll('gained', { receiver, verb, noun })
  const isSaid = [...text.matchAll(FOR_WHOM)].some(({ 1: named }) => named!.startsWith(receiver))
  return isSaid ? fillAll('given', { receiver, verb, noun }) : []
}

/** 为全区74家规上服务业企业兑付资金58万元: the firms that got something, not all there are. */
const FOR = /[为向给对](?:全[国省市区县])?$/
const COUNTED_RECEIVERS = /^(\p{Script=Han}{2,12}?)((?:兑|拨|发|减|补|奖)\p{Script=Han}{3,8})\d/u

/** What the indicator may be called: a citizen's plain name, without its threshold, as it stands. */
function namesOf({ indicator }: Figure, { wording, concepts }: ProposalContext): string[] {
  const plain = wording.names[indicator] ?? wording.names[conceptName(indicator, concepts)]
  const free = withoutEcho(indicator, wording).replace(
    /^(?:\d[\d.]*[百千万亿]*元(?:以上|及以上)?|加快|大力|积极|稳步)/,
    '',
  )
  return [...new Set([plain, free, indicator])].filter((name): name is string => name !== undefined && name.length > 1)
}

/** 债务付息支出 of the general budget and of a fund are two: the heading says which. */
function namesInAccount({ indicator, statement }: Figure, report: Report): string[] {
  const { section } = report.statements[statement]!
  const fund = section === null ? '' : (report.sections[section]!.path.map(fundOfHeading).findLast(Boolean) ?? '')
  if (fund === '' || indicator.includes(fund)) return []
  const scope = scopeAtHead(indicator)
  return [`${scope}${fund}${indicator.slice(scope.length)}`]
}

/** 普通高中招生10.18万人，在校生28.93万人: the second is 普通高中在校生, by what its sentence begins with. */
function namesInContext({ indicator, index, statement, unit }: Figure, report: Report): string[] {
  const first = report.figures.find((figure) => figure.statement === statement)
  if (first === undefined || first.index >= index) return []
  const words = wordsOf(first.indicator)
  if (indicator.endsWith(words.at(-1) ?? indicator)) return []
  const short = words.slice(0, -1).join('')
  // 事故14起，死亡17人: another unit counts something else of the same thing.
  return (first.unit === unit ? [short, first.indicator] : [first.indicator, short])
    .filter((head) => head.length > 1 && !indicator.includes(head))
    .map((head) => head + indicator)
    .filter((name) => name.length <= LONGEST_NAME && isWhole(name))
}

/** 为全区74家规上服务业企业: for whom, how many of them aside. */
const FOR_WHOM = /[为向给对](?:全[国省市区县])?(?:\d+余?[家户个名位])?([^,，。;；]+)/g

const LONGEST_NAME = 16

function baseOf({ unit, at, statement }: Figure, report: Report): string | undefined {
  if (unit !== '倍') return undefined
  return /((?:19|20)\d\d年)的$/.exec(report.statements[statement]!.text.slice(0, at.start))?.[1]
}

/** 净增市场主体净增率 → 市场主体净增率. */
function withoutEcho(indicator: string, { verbs }: Wording): string {
  const verb = leadOf(indicator, verbs.lead)
  return verb && indicator.endsWith(`${verb}率`) ? indicator.slice(verb.length) : indicator
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
