import { periodLabel } from '../answer/period-label.js'
import { scopeOfHeading } from '../report/ledger/name-cell.js'
import type { Report, Section } from '../report/report.js'
import { bodyTopics } from './body-topics.js'
import type { FaqSeed } from './faq-entry.js'
import { fieldIn, headingClauses, type Topic, topicNamed, topicOfClause, withoutLeads } from './item-topics.js'
import type { ProposalContext } from './propose.js'
import { chosenFirst, idOf } from './seeded.js'
import { fill, leadOf } from './wording.js'

/** The items of a report: sections that say something, without one below them that does. */
export function itemsOf(report: Report): number[] {
  const speaking = report.sections.flatMap((_, index) => (bodyOf(report, index).length > 0 ? [index] : []))
  const parents = new Set(speaking.map((index) => report.sections[index]!.parent))
  return speaking.filter((index) => !parents.has(index))
}

/** Statements of a section that say something besides its heading. */
export function bodyOf(report: Report, section: number): number[] {
  const { path } = report.sections[section]!
  return report.statements.flatMap(({ index, kind, section: home, text }) => {
    const isBody = home === section && (kind === 'sentence' || kind === 'row')
    return isBody && !isHeadingOnly(text, path.at(-1)!) ? [index] : []
  })
}

/** 二是着力推动招商引资。 stands as a sentence, and says no more than its heading. */
function isHeadingOnly(text: string, heading: string): boolean {
  if (!text.trim().startsWith(heading)) return false
  const rest = text.trim().slice(heading.length)
  return rest.length < LEAST_SAID && !/\d/.test(rest)
}

/** 听民声,优化公共服务。 behind a heading is still a heading. */
const LEAST_SAID = 14

/** One seed for each item. */
export function proposeSections(report: Report, context: ProposalContext): FaqSeed[] {
  const items = itemsOf(report)
  const spoken = bodyTopics(report, items, context.concepts, context.wording)
  return items.map((index) => {
    const section = report.sections[index]!
    return {
      id: idOf('section', report.id, ...section.path),
      kind: 'section',
      reportId: report.id,
      matter: idOf('section', report.id, ...section.path),
      about: section.path.at(-1)!,
      figures: [],
      statements: statementsIn(report, index),
      fewest: 1,
      wordings: sectionQuestions(index, spoken.get(index) ?? [], report, context),
      others: [],
    }
  })
}

function statementsIn(report: Report, section: number): number[] {
  return report.statements.filter((statement) => statement.section === section).map(({ index }) => index)
}

/** By what the heading says, then by what the item speaks of, and last in the heading's own words. */
function sectionQuestions(
  index: number,
  spoken: readonly string[],
  report: Report,
  context: ProposalContext,
): string[] {
  const section = report.sections[index]!
  const clauses = clausesFor(index, report)
  const titled = clauses.flatMap((clause) => topicOfClause(clause, context.wording, context.concepts) ?? [])
  const fields = titled.flatMap(({ text }) => fieldIn(text, context.wording) ?? [])
  const said = [...new Set([...fields, ...spoken])].map((text) => topicNamed(text, context.wording))
  const rest = clauses.slice(0, 1).map((clause): Topic => {
    const text = withoutLeads(clause, context.wording)
    return { text, kind: leadOf(text, context.wording.headings.actions) ? 'action' : 'matter' }
  })
  const ask = (most: number) => (topic: Topic) => topicQuestions(topic, section, report, context).slice(0, most)
  return [
    ...new Set([
      ...titled.slice(0, 2).flatMap(ask(3)),
      ...said.slice(0, 3).flatMap(ask(2)),
      ...rest.filter(({ text }) => text.length > 1).flatMap(ask(3)),
    ]),
  ]
}

/** Of the heading, and of its sentence where that goes on (一是察民意,听民声,优化公共服务。): there the last clause says what for. */
function clausesFor(index: number, report: Report): string[] {
  const { title } = report.sections[index]!
  const own = headingClauses(withParent(index, report))
  const [tidy = title] = own
  const first = report.statements.find(
    ({ kind, section, text }) => kind === 'sentence' && section === index && text.includes(tidy),
  )
  if (!first || first.text.length > LONGEST_HEADING) return own
  const behind = headingClauses(first.text.replace(/[。;；]$/, ''))
    .slice(1)
    .reverse()
  return tidy.length < SHORTEST_TOPIC ? [...behind, ...own] : [...own, ...behind]
}

/** 全市收支情况 below 一般公共预算 is 全市一般公共预算收支情况. */
function withParent(index: number, report: Report): string {
  const { title, parent } = report.sections[index]!
  const scope = scopeOfHeading(title)
  if (parent === null || scope === '' || !BARE_STATE.test(title.slice(scope.length))) return title
  return `${scope}${report.sections[parent]!.title}${title.slice(scope.length)}`
}

const BARE_STATE = /^(?:预算)?(?:收支)?(?:预算)?(?:执行)?情况$/

const LONGEST_HEADING = 40
const SHORTEST_TOPIC = 5

function topicQuestions(topic: Topic, section: Section, report: Report, context: ProposalContext): string[] {
  const { wording, seed } = context
  const year = section.period ?? yearOf(section, report)
  const label = year === null || topic.text.includes(year) ? '' : periodLabel(year)
  const time = `${label}${context.placeOf(report)}`
  const standing = section.status === 'target' ? 'Plan' : section.status === 'actual' ? 'Done' : 'Bare'
  const isSet = topic.kind !== 'action' && SETS.test(topic.text)
  const group = isSet ? 'sectionSet' : `${groupOf(topic, standing, report)}${standing}`
  const filled = wording.templates[group]!.flatMap((template) => fill(template, { time, topic: topic.text }) ?? [])
  return chosenFirst(filled, wording.choice, seed, `${group} ${topic.text}`)
}

/** A bulletin tells how things stand, not what was done. */
function groupOf({ kind }: Topic, standing: string, report: Report): string {
  if (kind === 'matter') return report.kind === 'bulletin' ? 'state' : kind
  return kind !== 'condition' ? kind : standing === 'Plan' ? 'matter' : 'state'
}

/** 预期目标 are asked for outright. */
const SETS = /(?:目标|任务|原则|要求|依据|范围)$/

function yearOf({ status }: Section, { years }: Report): string | null {
  const year = status === 'target' ? years.plan : status === 'actual' ? years.result : null
  return year === null ? null : String(year)
}
