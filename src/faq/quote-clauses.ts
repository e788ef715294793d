import { periodLabel } from '../answer/period-label.js'
import type { Figure, Report, Statement } from '../report/report.js'
import { clausesOf } from '../text/clauses.js'
import { answerReadsWell, withoutDangling } from './reads-well.js'
import type { Wording } from './wording.js'

/** Share of the indicator's characters that the quoted clauses must hold. */
const ENOUGH = 0.8

/**
 * A figure in whole clauses of its sentence, verbatim: those that hold it, and as many before as name what it measures.
 * The year stands in front where they do not say it, and hold no figure of another year.
 * @param others the figures of the same sentence
 */
export function quoteFigure(
  figure: Figure,
  statement: Statement,
  wording: Wording,
  others: readonly Figure[] = [],
): string | null {
  if (statement.kind !== 'sentence') return null
  const { text } = statement
  const clauses = clausesOf(text)
  const last = clauses.findIndex(({ end }) => figure.at.end <= end)
  if (last < 0) return null
  let first = clauses.findIndex(({ start, end }) => figure.phrase.start < end && figure.at.start >= start)
  first = first < 0 ? last : Math.min(first, last)
  const quoted = () => text.slice(clauses[first]!.start, clauses[last]!.end)
  while (first > 0 && shareOf(figure.indicator, quoted()) < ENOUGH) first--
  const end = leansOn(quoted(), figure, wording) && last + 1 < clauses.length ? last + 1 : last
  const [from, to] = [clauses[first]!.start, clauses[end]!.end]
  const words = withoutDangling(text.slice(from, to).trim(), wording)
  const isOfOneTime = others.every(({ at, period }) => at.start < from || at.end > to || period === figure.period)
  return `${leadFor(isOfOneTime ? figure : { ...figure, period: null }, words)}${words}。`
}

/** The sentences under an item's heading that read well alone, in their order, as many as a page can carry. */
export function quoteItem(
  report: Report,
  body: readonly number[],
  wording: Wording,
): { text: string; statement: number }[] {
  const quoted: { text: string; statement: number }[] = []
  let length = 0
  for (const index of listIn(report, body)) {
    const { kind, text } = report.statements[index]!
    const words = ended(withoutDangling(text.trim().replace(ITEM_NUMBER, ''), wording))
    if (
      kind !== 'sentence' ||
      words.length < SHORTEST_SAID ||
      IN_BRACKETS.test(words) ||
      !answerReadsWell(words, wording)
    )
      continue
    if (length + text.length > LONGEST_ITEM) break
    quoted.push({ text: words, statement: index })
    length += text.length
  }
  return quoted
}

/** What stands behind 初步安排如下:, where a list does; the introduction to it says nothing that was asked. */
function listIn(report: Report, body: readonly number[]): readonly number[] {
  const announced = body.findLastIndex((index) => /[:：]$/.test(report.statements[index]!.text.trim()))
  return body.length - announced > FEWEST_LISTED ? body.slice(announced + 1) : body
}

const FEWEST_LISTED = 3
const LONGEST_ITEM = 320
/** 编制的主要依据。 announces what follows, and says nothing. */
const SHORTEST_SAID = 10
/** A remark of its own, on how the figures came about. */
const IN_BRACKETS = /^[(（].*[)）]。?$/
/** 三是 tells the item's place in a list that the quotation leaves out. */
const ITEM_NUMBER = /^[一二三四五六七八九十]{1,2}是(?!否|非)/

function ended(text: string): string {
  return /[。!?！？]$/.test(text) ? text : `${text.replace(/[,，;；:：、]$/, '')}。`
}

/** 按照每个社会工作服务站15万元的标准 says nothing without what follows, 投资20亿元的产业园 nothing at all. */
export function leansOn(clause: string, { text }: Figure, { leaning, circling, modifying }: Wording): boolean {
  if (circling.some((word) => clause.startsWith(word))) return true
  const at = clause.lastIndexOf(text)
  const isLast = at >= 0 && clause.length - at - text.length <= MOST_BEHIND
  const isModifier = clause[at + text.length] === '的' && ['', ...modifying].includes(clause.slice(0, at))
  return isModifier || (!isLast && leaning.some((word) => clause.startsWith(word)))
}

/** 左右, 以上: what may stand behind a figure that ends its clause. */
const MOST_BEHIND = 2

/** 2022年: · 2022年预计: · 2023年目标: — what the clauses leave out of time and standing. */
function leadFor({ period, status, qualifiers }: Figure, words: string): string {
  const year = period !== null && !words.includes(period.slice(0, 4)) ? periodLabel(period) : ''
  const isSaid = (marks: RegExp) => marks.test(words)
  const aim = status === 'target' && !isSaid(/目标|力争|预期|计划/) ? '目标' : ''
  const estimate = status === 'estimate' && !isSaid(/预/) ? '预计' : ''
  const missing = qualifiers.filter((word) => word !== '预计' && word !== '预期' && !words.includes(word))
  const rest = missing.length > 0 ? `(${missing.join('、')})` : ''
  const lead = `${year}${aim}${estimate}${rest}`
  return lead === '' ? '' : `${lead}:`
}

function shareOf(indicator: string, text: string): number {
  const characters = [...indicator].filter((character) => /[\p{L}\p{N}]/u.test(character))
  if (characters.length === 0) return 1
  return characters.filter((character) => text.includes(character)).length / characters.length
}
