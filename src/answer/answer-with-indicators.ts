import { figureYears, fitPeriod } from '../retrieval/match-period.js'
import type { SearchableReport, SearchableStatement } from '../retrieval/searchable-report.js'
import { namesThing, type WeighedTerm } from '../retrieval/weigh-terms.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import type { AnswerClaim, Finding } from './finding.js'
import { sourceOf } from './source.js'

/** Indicator lists stand one to a line, or several in one sentence. */
const LONGEST_LINE = 45
const FEWEST_LINES = 3
const FEWEST_FIGURES = 4
/** Share of the question that may be other words than 目标, 指标 and 完成 (民生, 工业): more makes it a question of its own. */
const MOST_OTHER = 0

/** Answers “all targets of 2023”, “the main indicators of 2022” with the report's own list; null for other questions. */
export function answerWithIndicators(context: AskContext): Finding | null {
  const { understanding, searchable, question } = context
  if (!asksIndicators(context)) return null
  const others = question.terms.filter(
    (entry) =>
      (entry.present || isAskedFor(entry, context)) &&
      (entry.term.role !== 'background' || namesThing(entry, searchable)) &&
      !/指标|目标|完成|执行/.test(entry.term.text) &&
      !answerWords('of_everything').test(entry.term.text),
  )
  if (others.length > MOST_OTHER) return null
  const list = bestList(context)
  if (!list) return null
  const wanted = answerWords('without_number').test(understanding.text)
    ? list.filter(({ figures }) => figures.length === 0)
    : list
  if (wanted.length === 0) return null
  return {
    outcome: 'answered',
    claims: wanted.map((statement) => lineOf(searchable, statement)),
    related: [],
    reasons: [`问的是指标清单,取报告中连续列出的 ${list.length} 行。`],
    confidence: 0.95,
  }
}

/** What the report lacks counts where its number is asked: 车牌摇号放多少个指标. */
function isAskedFor({ term, weight }: WeighedTerm, { understanding }: AskContext): boolean {
  return term.role === 'head' || (understanding.asksAmount && term.role === 'topic' && weight > 0)
}

/** 主要指标, and 预期目标 where they are to be listed; which of them were missed is another matter. */
function asksIndicators({ understanding, question }: AskContext): boolean {
  const { cues, text } = understanding
  if (answerWords('missed').test(text)) return false
  if (cues.has('indicators') || BARE.test(text)) return true
  const isNamed =
    question.terms.some(({ term }) => answerWords('indicators').test(term.text)) ||
    (cues.has('target') && answerWords('indicators').test(text))
  return isNamed && (cues.has('list') || answerWords('all').test(text)) && !understanding.asksAmount
}

/** 2023年目标 and nothing else. */
const BARE = /^[\s\d]*年?(?:度)?的?(?:预期|主要)?(?:目标|指标)(?:呢|是什么|是啥|有哪些|是多少)?[?。]?$/

function bestList(context: AskContext): SearchableStatement[] | null {
  const lists = [...linesOf(context.searchable), ...sentencesOf(context.searchable)]
  const wanted = yearsWanted(context)
  const fitting = lists.filter((list) => {
    const period = list.flatMap(({ figures }) => figures)[0]?.figure.period ?? null
    return fitPeriod(wanted, figureYears(period)) === 'same'
  })
  return fitting[0] ?? null
}

function yearsWanted({ years, understanding, searchable }: AskContext): AskContext['years'] {
  if (years.length > 0) return years
  const { plan, result } = searchable.report.years
  const year = understanding.status === 'actual' ? result : (plan ?? result)
  return year === null ? [] : [{ from: year, to: year }]
}

/** Runs of short lines of one section, most of them with one figure. */
function linesOf({ statements }: SearchableReport): SearchableStatement[][] {
  const runs: SearchableStatement[][] = []
  let run: SearchableStatement[] = []
  for (const entry of statements) {
    const { kind, text, section, paragraph } = entry.statement
    const last = run.at(-1)?.statement
    const isLine = kind === 'sentence' && text.length <= LONGEST_LINE && /[;；。]$/.test(text)
    const continues = !last || (last.section === section && last.paragraph !== paragraph)
    if (isLine && continues) run.push(entry)
    else {
      runs.push(run)
      run = isLine ? [entry] : []
    }
  }
  runs.push(run)
  return runs.filter(
    (lines) =>
      lines.length >= FEWEST_LINES && lines.filter(({ figures }) => figures.length > 0).length * 2 > lines.length,
  )
}

/** Sentences that announce targets or indicators and state several figures. */
function sentencesOf({ statements }: SearchableReport): SearchableStatement[][] {
  return statements
    .filter(({ text, figures }) => /目标|指标/.test(text) && figures.length >= FEWEST_FIGURES)
    .map((statement) => [statement])
}

function lineOf({ report }: SearchableReport, { statement, figures }: SearchableStatement): AnswerClaim {
  return {
    text: statement.text.trim().replace(/[;；。]$/, ''),
    sources: [sourceOf(report, statement)],
    figures: figures.map(({ figure }) => figure),
  }
}
