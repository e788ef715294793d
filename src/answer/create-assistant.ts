import type { Gate } from '../gate/create-gate.js'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { createRetriever, type DenseSearch, type NearStatements } from '../retrieval/retriever.js'
import { type SearchableReport, toSearchable } from '../retrieval/searchable-report.js'
import { wordsOf } from '../text/tokens.js'
import { createReader, type PlacedQuestion, type Vocabulary } from '../understand/reader.js'
import { LONGEST_QUESTION } from '../understand/understand.js'
import type { Understanding } from '../understand/understanding.js'
import { orLikeliest } from './answer-with-likeliest.js'
import { type Ask, askInTurn } from './ask-in-turn.js'
import { askParts } from './ask-parts.js'
import { type Asked, askReport, type Focus, NOWHERE } from './ask-report.js'
import { askSides } from './ask-sides.js'
import type { AskOptions, Assistant, AssistantStatus, Conversation, Turn } from './assistant.js'
import { chooseReports, ownPeriods } from './choose-reports.js'
import { exampleQuestions } from './example-questions.js'
import type { Finding } from './finding.js'
import { type Memory, remember } from './follow-up.js'
import { isSettled } from './is-settled.js'
import { joinParts, mergeFindings } from './merge-findings.js'
import { passGate } from './pass-gate.js'
import { smallTalk } from './small-talk.js'
import { traceOf } from './trace.js'
import type { WriteWithModel } from './written/write-with-model.js'

export interface AssistantDependencies {
  /** At least one. */
  reports: readonly Report[]
  gate: Gate
  dense: DenseSearch
  /** Lets a language model word the replies; absent where none is configured. */
  write?: WriteWithModel | undefined
  status: Pick<AssistantStatus, 'vectorIndex' | 'embeddingModel' | 'notices'>
}

/** The one way through the house: question → understanding → evidence → finding → reply, read once more by the gate. */
export function createAssistant({ reports, gate, dense, write, status }: AssistantDependencies): Assistant {
  const searchables = reports.map(toSearchable)
  const byId = new Map(searchables.map((searchable) => [searchable.report.id, searchable]))
  const vocabularies = new Map(searchables.map((searchable) => [searchable.report.id, vocabularyOf(searchable)]))
  const reader = createReader(reports)
  const retriever = createRetriever(searchables)

  return {
    async ask(question, options = {}) {
      const started = performance.now()
      const memory = memoryOf(options.conversation)
      const placed = reader.place(
        question,
        memory?.terms.map(({ text }) => text),
      )
      const chosen = chooseReports(placed, reports, { only: options.reportId, memory })
      const read = chosen.reports.map((report) => {
        const vocabulary = vocabularies.get(report.id)!
        const own = (part: Understanding) => ownPeriods(part, placed, report)
        const parts = reader.readParts(placed, vocabulary).map(own)
        const sides = onFirstUse(() => reader.readSides(placed, vocabulary, parts[0]!).map((sides) => sides.map(own)))
        return { searchable: byId.get(report.id)!, parts, sides }
      })
      const askAll = (near: NearStatements) =>
        read.map(({ searchable, parts, sides }) => {
          const hits = near.get(searchable.report.id) ?? new Map()
          const inTurn = (part: Understanding, without: Focus['exclude'] = new Set()) => {
            const ask: Ask = (asked, { near, exclude } = NOWHERE) =>
              askReport(asked, searchable, hits, retriever, { near, exclude: new Set([...exclude, ...without]) })
            return askInTurn(part, memory, ask)
          }
          const asked = askParts(parts, inTurn)
          const joined = askSides(joinParts(asked), parts[0]!, sides, inTurn)
          return { asked, joined: asked.length === 1 ? orLikeliest(joined) : joined }
        })
      const byWords = askAll(new Map())
      const settled = byWords.flatMap(({ asked }) => asked).every(isSettled)
      const asked = (settled ? byWords : askAll(await dense(placed.text))).map(({ joined }) => joined)
      const retrieved = performance.now()
      const found = chosen.outOfPlace ? outOfPlace(asked) : (smallTalk(asked) ?? mergeFindings(asked, placed))
      const finding = question.length > LONGEST_QUESTION ? sayCut(found) : found
      const written = performance.now()
      const timings = { retrieveMs: rounded(retrieved - started), answerMs: rounded(written - retrieved) }
      const report = chosen.reports[0] ?? null
      const extractive = passGate({ question, finding, report, timings }, gate)
      const { mode, onText, modelTimeMs } = options
      const passed =
        write && mode !== 'extractive'
          ? await write({
              question,
              passed: extractive,
              asked,
              report,
              onText,
              modelTimeMs,
              spentMs: performance.now() - started,
            })
          : { ...extractive, model: null }
      return {
        reply: passed.reply,
        conversation: { memory: remember({ ...asked[0]!, finding: passed.finding }, memory) },
        trace: traceOf(asked, settled, passed, status.notices),
      } satisfies Turn
    },
    status: () => ({
      mode: write ? 'llm' : 'extractive',
      ...status,
      examples: exampleQuestions(defaultOf(reports)),
      reports: reports.map((report) => ({
        id: report.id,
        title: report.title,
        place: report.place,
        statements: report.statements.length,
        figures: report.figures.length,
        isDefault: report.isDefault,
      })),
    }),
  }
}

function onFirstUse<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A question read in part says so. */
function sayCut(finding: Finding): Finding {
  return { ...finding, premise: [messages.answer.cut, finding.premise ?? ''].join('\n').trim() }
}

function outOfPlace(asked: readonly Asked[]): Finding {
  const related = asked.flatMap(({ finding }) => [
    ...finding.claims.flatMap(({ sources }) => sources),
    ...finding.related,
  ])
  return {
    outcome: 'out_of_place',
    claims: [],
    related: related.slice(0, 1),
    reasons: ['问的地方不是报告所说的地方。'],
    confidence: 0,
  }
}

function memoryOf(conversation: Conversation | undefined): Memory | null {
  return (conversation?.memory as Memory | undefined) ?? null
}

/** What the reader asks of a report. */
export function vocabularyOf(searchable: SearchableReport): Vocabulary {
  return {
    has: (wording) => searchable.has(wording),
    hasPhrase: (wording) => searchable.hasPhrase(wording),
    names: searchable.names,
    *wordGroups() {
      for (const { clauses } of searchable.statements) for (const clause of clauses) yield wordsOf(clause.text)
    },
  }
}

function defaultOf(reports: readonly Report[]): Report {
  return reports.find(({ isDefault }) => isDefault) ?? reports[0]!
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}

export type { AskOptions, PlacedQuestion }
