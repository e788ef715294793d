import { messages } from '../messages.js'
import type { Report, Section } from '../report/report.js'
import { figureYears, fitPeriod } from '../retrieval/match-period.js'
import { strengthIn } from '../retrieval/weigh-terms.js'
import { toSearchForm } from '../text/search-form.js'
import { headingSource } from './answer-about-report.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { Finding } from './finding.js'

/** 四大 of 四大任务. */
const COUNTED = /^[二-十两三四五六七八九几]大?$/
const NUMBERS = '零一二三四五六七八九十'
const ENOUGH = 0.5
const FEWEST = 2

interface Parts {
  children: number[]
  score: number
}

/** Answers “which aspects” with the headings under the section that speaks of it; null where no section does. */
export function answerWithHeadings(context: AskContext): Finding | null {
  const { understanding, searchable } = context
  if (!answerWords('asks_aspects').test(understanding.text)) return null
  const { report } = searchable
  const groups = [...childrenBySection(report)]
    .map(([parent, children]) => ({ children, score: scoreOf(parent, children, context) }))
    .sort((a, b) => b.score - a.score)
  const best = groups[0]
  if (!best || best.score < ENOUGH) return null
  return {
    outcome: 'answered',
    claims: [
      {
        text: messages.answer.aspects(best.children.map((child) => tidy(report.sections[child]!))),
        sources: best.children.map((child) => headingSource(report, child)),
        figures: [],
      },
    ],
    related: [],
    reasons: [`问的是有哪些方面,取“${parentTitle(report, best)}”下的 ${best.children.length} 个标题。`],
    confidence: Math.min(1, best.score),
  }
}

function childrenBySection(report: Report): Map<number | null, number[]> {
  const groups = new Map<number | null, number[]>()
  report.sections.forEach(({ parent }, index) => {
    groups.set(parent, [...(groups.get(parent) ?? []), index])
  })
  for (const [parent, children] of groups) if (children.length < FEWEST) groups.delete(parent)
  return groups
}

/** How far heading and lead-in meet the question's words, its time and the number of aspects it names. */
function scoreOf(parent: number | null, children: readonly number[], context: AskContext): number {
  const { searchable, question, years, understanding } = context
  const { sections, statements } = searchable.report
  const section = parent === null ? undefined : sections[parent]
  const first = sections[children[0]!]!
  const lead = statements.filter(({ start, end }) => end <= first.start && start >= (section?.start ?? 0)).at(-1)
  const text = toSearchForm(`${section?.path.join(' ') ?? ''} ${lead && first.start - lead.end < 8 ? lead.text : ''}`)
  const named = question.terms.filter(({ term }) => !COUNTED.test(term.text))
  const total = named.reduce((sum, { weight }) => sum + weight, 0)
  const met = named.reduce((sum, { term, weight }) => sum + weight * strengthIn(text, term), 0)
  const isNamed = text.includes(understanding.text.match(answerWords('aspect'))?.[0] ?? '任务')
  const coverage = total > 0 ? met / total : isNamed ? ENOUGH : 0
  const period = section?.period ?? null
  const fit = fitPeriod(years, figureYears(period))
  const claimed = claimedNumber(understanding.text)
  if (fit === 'other' || (claimed !== null && claimed !== children.length)) return 0
  return coverage + (fit === 'same' ? 0.15 : 0) + (claimed !== null ? 0.2 : 0) - (section?.level ?? 0) * 0.01
}

function claimedNumber(text: string): number | null {
  const number = text.match(answerWords('aspects_counted'))?.[1]
  if (!number) return null
  if (/\d/.test(number)) return Number(number)
  const value = NUMBERS.indexOf(number)
  return number === '两' ? 2 : value < 0 ? null : value
}

function parentTitle(report: Report, { children }: Parts): string {
  const { parent } = report.sections[children[0]!]!
  return parent === null ? report.title : report.sections[parent]!.title
}

function tidy({ path }: Section): string {
  return path.at(-1)!.replace(/[。;；,，:：]+$/, '')
}
