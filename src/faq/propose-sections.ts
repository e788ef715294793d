import { periodLabel } from '../answer/period-label.js'
import type { Report, Section } from '../report/report.js'
import { clausesOf } from '../text/clauses.js'
import { wordsOf } from '../text/tokens.js'
import type { FaqSeed } from './faq-entry.js'
import type { ProposalContext } from './propose.js'
import { chosenFirst, idOf } from './seeded.js'
import { fill, leadOf, tailOf, type Wording } from './wording.js'

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
  return itemsOf(report).flatMap((index) => {
    const section = report.sections[index]!
    const wordings = sectionQuestions(section, topicOf(report, index, context), context, report)
    return {
      id: idOf('section', report.id, ...section.path),
      kind: 'section' as const,
      reportId: report.id,
      matter: idOf('section', report.id, ...section.path),
      about: section.path.at(-1)!,
      figures: [],
      statements: statementsIn(report, index),
      fewest: 1,
      wordings,
      others: [],
    }
  })
}

function statementsIn(report: Report, section: number): number[] {
  return report.statements.filter((statement) => statement.section === section).map(({ index }) => index)
}

function sectionQuestions(section: Section, topic: string, context: ProposalContext, report: Report): string[] {
  const { wording, seed } = context
  const year = section.period ?? yearOf(section, report)
  const label = year === null || topic.includes(year) ? '' : periodLabel(year)
  const time = `${label}${context.placeOf(report)}`
  const state = section.status === 'target' ? 'Plan' : section.status === 'actual' ? 'Done' : 'Bare'
  const ask = (matter: string) => {
    const group = SETS.test(matter)
      ? 'sectionSet'
      : `${leadOf(matter, wording.headings.actions) ? 'action' : 'section'}${state}`
    const filled = wording.templates[group]!.flatMap((template) => fill(template, { time, topic: matter }) ?? [])
    return chosenFirst(filled, wording.choice, seed, `${group} ${matter}`)
  }
  const short = stripped(topic, wording)
  // By itself, 城 is 城市 in short.
  const full = wordsOf(short)[0] === '城' ? `城市${short.slice(1)}` : short
  const matters = [full, short, topic].filter((matter) => matter.length > 1)
  return [...new Set(matters.flatMap(ask))]
}

/** 预期目标 are asked for outright. */
const SETS = /(?:目标|任务|原则|要求|依据)$/

function yearOf({ status }: Section, { years }: Report): string | null {
  const year = status === 'target' ? years.plan : status === 'actual' ? years.result : null
  return year === null ? null : String(year)
}

const SHORTEST_TOPIC = 5

/** What an item is about: its title, or where that is a catchword (一是察民意,听民声,优化公共服务。) the last of its clauses. */
function topicOf(report: Report, index: number, context: ProposalContext): string {
  const { title } = report.sections[index]!
  const tidy = firstClause(title)
  const isCatchword = context.wording.headings.catchwords.some((word) => tidy.endsWith(word))
  if (tidy.length >= SHORTEST_TOPIC && !isCatchword) return tidy
  const first = report.statements.find(
    ({ kind, section, text }) => kind === 'sentence' && section === index && text.includes(tidy),
  )
  if (!first || first.text.length > 40) return tidy
  const clauses = clausesOf(first.text.replace(/[。;；]$/, ''))
  const last = clauses.at(-1)
  // The only clause is the heading itself, its number in front.
  return last && clauses.length > 1 ? first.text.slice(last.start, last.end).trim() : tidy
}

function firstClause(title: string): string {
  const [first] = clausesOf(title)
  return first ? title.slice(first.start, first.end).trim() : title
}

/** 着力推动招商引资 → 推动招商引资; 数字经济蓬勃发展 → 数字经济; 打造营商环境新标杆 → 营商环境. */
function stripped(topic: string, { headings }: Wording): string {
  let matter = topic
  for (;;) {
    const lead = leadOf(matter, headings.adverbs)
    if (!lead) break
    matter = matter.slice(lead.length)
  }
  matter = matter.replace(/(目标|任务)(?:安排|计划)$/, '$1')
  const catchword = tailOf(matter, headings.catchwords)
  const action = leadOf(matter, headings.actions)
  if (catchword) return matter.slice(action?.length ?? 0, -catchword.length)
  const praise = tailOf(matter, headings.praise)
  return praise ? matter.slice(0, -praise.length) : matter
}
