import type { Figure, ReportKind, ReportYears, Section, Statement } from '../report.js'
import { yearsIn } from '../section-time.js'
import { carryBearer } from './carry-bearer.js'
import { carryFund, fundOfHeading } from './carry-fund.js'
import { carryMeasure } from './carry-measure.js'
import { carryPeople } from './carry-people.js'
import { carryScope, ownedBy, ownerOfHeading } from './carry-scope.js'
import { type ExtractedFigure, type ExtractionContext, extractFigures } from './extract-figures.js'
import { readCaption, scopeAtHead, scopeOfHeading } from './name-cell.js'
import { leadOf, type ParagraphTime, partOf, viewOf } from './paragraph-time.js'
import { readRow } from './read-row.js'
import { type ReviewPart, reviewPartOf } from './review-part.js'

/** Reads every measured figure out of a report's statements, in the order of the text. */
export function buildLedger(report: {
  kind: ReportKind
  years: ReportYears
  sections: readonly Section[]
  statements: readonly Statement[]
}): Figure[] {
  const figures: Figure[] = []
  let time: ParagraphTime | null = null
  let subject: string | null = null
  let before: Statement | null = null
  let view: string | null = null
  let part: string | null = null
  let review: ReviewPart | null = null
  /** `isWhole`: the paragraph names its scope in front, and speaks of nothing else's accounts. */
  let accounts = { paragraph: -1, goesOn: false, isWhole: false, scope: '', fund: '' }
  for (const statement of report.statements) {
    const isMoved = before !== null && movesOn(before, statement)
    if (statement.kind === 'heading' || isMoved) time = null
    const isOpening = statement.paragraph !== before?.paragraph
    if (isMoved) part = null
    if (isOpening) part = partOf(statement, yearsIn(titleOf(report.sections, statement)), report.years, part)
    if (isOpening && statement.kind !== 'row') subject = null
    else if (before && subject === null && statement.kind === 'sentence') subject = topicOfTitle(before, figures.at(-1))
    before = statement
    if (statement.kind === 'heading') continue
    const context = { ...contextOf(report, statement, part), subject }
    if (statement.kind === 'row') {
      const table = statement.table ?? { columns: [], unit: null, isIndented: false }
      const caption = readCaption(report.sections[statement.section ?? -1]?.path.at(-1) ?? '')
      const row = readRow(statement.text, table, { context, whole: subject ?? '', subject: caption })
      for (const figure of row.figures) figures.push({ index: figures.length, statement: statement.index, ...figure })
      subject = row.whole
      continue
    }
    review = reviewPartOf(statement, outermostOf(report.sections, statement), isOpening, report.years, review)
    if (isMoved) view = null
    view = viewOf(statement, report.years, view)
    time = leadOf(statement, report.years, time)
    const isNew = statement.paragraph !== accounts.paragraph
    if (isNew || !accounts.goesOn) accounts.scope = headedScope(report.sections, statement)
    if (isNew) accounts.fund = headedFund(report.sections, statement)
    const extracted = extractFigures(statement.text, {
      ...context,
      view,
      reviewed: review.isSpan ? review.span : null,
      ...saidBefore(time, context, report.years),
    })
    const { figures: scoped, scope } = carryScope(carryBearer(extracted, subject ?? ''), statement.text, accounts.scope)
    const { figures: funded, fund } = carryFund(scoped, accounts.fund)
    const owned = ownedBy(funded, headedOwner(report.sections, statement))
    const found = carryMeasure(carryPeople(owned, subject ?? ''))
    const isWhole = isNew ? scopeAtHead(funded[0]?.indicator ?? '') !== '' : accounts.isWhole
    const goesOn = isWhole || /[;\uff1b]$/.test(statement.text.trim())
    accounts = { paragraph: statement.paragraph, goesOn, isWhole, scope, fund }
    for (const figure of found) figures.push({ index: figures.length, statement: statement.index, ...figure })
    subject = subjectBehind(statement.text, found)
  }
  return figures
}

/** Another section begins; 一是, 二是 … of one paragraph go on with what was said in front of them. */
function movesOn(before: Statement, { section, paragraph }: Statement): boolean {
  return section !== before.section && paragraph !== before.paragraph
}

/** What the sentences before said of time; of a year that is over, the figures are no targets. */
function saidBefore(
  time: ParagraphTime | null,
  context: ExtractionContext,
  { result }: ReportYears,
): ExtractionContext {
  const { period, status } = time?.said ?? {}
  const isOver = period !== undefined && result !== null && Number(period.slice(-4)) <= result && period.length !== 7
  return isOver && !status && context.status === 'target' ? { period, status: 'actual' } : { ...time?.said }
}

/** 6.支持民生改善。安排20亿元: an item's title is what the amount behind it is for; null for other sentences. */
function topicOfTitle({ text, index }: Statement, last: Figure | undefined): string | null {
  const title =
    /^(?:\d{1,2}[.、．]|[一二三四五六七八九十]是|[(（][一二三四五六七八九十\d]+[)）])\s*([^,，;；:：]{4,24})。$/.exec(
      text.replace(/\s+/g, ''),
    )
  return title && last?.statement !== index ? title[1]! : null
}

/** What the sentence behind goes on with: what was measured last, or, where the parts (其中) are told to the end, their whole. */
function subjectBehind(text: string, figures: readonly ExtractedFigure[]): string | null {
  const part = /。\s*$/.test(text) ? text.indexOf('其中') : -1
  const wholes = part < 0 ? [] : figures.filter(({ at, measure }) => at.start < part && measure === 'level')
  const levels = wholes.length > 0 ? wholes : figures.filter(({ measure }) => measure === 'level')
  return (levels.at(-1) ?? figures.at(-1))?.indicator || null
}

/** 西洞庭管理区, where a heading above is nothing but its name; '' elsewhere. */
function headedOwner(sections: readonly Section[], { section }: Statement): string {
  const path = section === null ? [] : (sections[section]?.path ?? [])
  return path.map(ownerOfHeading).findLast((owner) => owner !== '') ?? ''
}

/** The fund of the nearest heading that names one; '' where none does. */
function headedFund(sections: readonly Section[], { section }: Statement): string {
  const path = section === null ? [] : (sections[section]?.path ?? [])
  return path.map(fundOfHeading).findLast((fund) => fund !== '') ?? ''
}

/** 市级 where a heading above says whose accounts follow; '' for 全市, which a figure does not need to repeat. */
function headedScope(sections: readonly Section[], { section }: Statement): string {
  const path = section === null ? [] : (sections[section]?.path ?? [])
  const scope = path.map(scopeOfHeading).findLast((word) => word !== '') ?? ''
  return scopeAtHead(scope)
}

function outermostOf(sections: readonly Section[], { section }: Statement): string {
  return (section === null ? undefined : sections[section]?.path[0]) ?? ''
}

function titleOf(sections: readonly Section[], { section }: Statement): string {
  return (section === null ? undefined : sections[section]?.title) ?? ''
}

/** @param part the time of those that the heading names that the text has come to; null where it names one at most */
function contextOf(
  report: { years: ReportYears; sections: readonly Section[] },
  statement: Statement,
  part: string | null,
): ExtractionContext {
  const { years } = report
  if (part !== null)
    return { years, period: part, status: Number(part.slice(-4)) <= (years.result ?? 0) ? 'actual' : 'target' }
  const section = statement.section === null ? undefined : report.sections[statement.section]
  const year = section?.status === 'target' ? years.plan : years.result
  return {
    years,
    status: section?.status ?? 'actual',
    period: section?.period ?? (year === null ? null : String(year)),
  }
}
