import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { shows } from '../../src/eval/compare-text.js'
import type { Report, Statement } from '../../src/report/report.js'
import { toSearchForm } from '../../src/text/search-form.js'
import { readQuestionSet } from '../questions.js'

export interface CollectionQuestion {
  text: string
  /** Positions of the passages that answer it. */
  relevant: ReadonlySet<number>
}

/** Passages, and questions that some of them answer. */
export interface Collection {
  name: string
  passages: string[]
  questions: CollectionQuestion[]
}

const squadSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) })),
    }),
  ),
})

/**
 * Reads questions on paragraphs in the layout of SQuAD, `.xz` or plain.
 *
 * @param every only questions on every so many-th paragraph are taken, on all paragraphs by default
 */
export function readParagraphs(file: string, every = 1): Collection {
  const packed = file.endsWith('.xz')
  const text = packed
    ? execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 30 })
    : readFileSync(file, 'utf8')
  const paragraphs = squadSchema.parse(JSON.parse(text)).data.flatMap((entry) => entry.paragraphs)
  const passages = [...new Set(paragraphs.map(({ context }) => context))]
  const positions = new Map(passages.map((passage, position) => [passage, position]))
  const asked = paragraphs.filter((_, i) => i % every === 0)
  const questions = asked.flatMap(({ context, qas }) =>
    qas.map(({ question }) => ({ text: question, relevant: new Set([positions.get(context)!]) })),
  )
  return { name: file, passages, questions }
}

/** Statements that can answer: all but headings. */
export function answering({ statements }: Report): Statement[] {
  return statements.filter(({ kind }) => kind !== 'heading')
}

/** A report's statements, each under the end of its heading path, and the questions of a gold set that one of them shows. */
export function readStatements(file: string, report: Report): Collection {
  const statements = answering(report)
  const heading = (section: number | null) =>
    section === null ? '' : report.sections[section]!.path.join(' ').slice(-30)
  const questions = readQuestionSet(file).questions.map(({ question, evidence }) => ({
    text: question,
    relevant: new Set(
      statements.flatMap(({ text }, position) =>
        evidence.flat().some((wording) => shows(text, wording)) ? [position] : [],
      ),
    ),
  }))
  return {
    name: file,
    passages: statements.map(({ section, text }) => `${heading(section)} ${text}`.trim()),
    questions: questions.filter(({ relevant }) => relevant.size > 0),
  }
}

const FAR_SHARE = 0.2

/** The fifth of a collection's questions that share the smallest part of their character pairs with what answers them. */
export function farFifth({ name, passages, questions }: Collection): Collection {
  const pairs = passages.map((passage) => new Set(pairsOf(passage)))
  const share = ({ text, relevant }: CollectionQuestion) => {
    const asked = [...new Set(pairsOf(text))]
    const found = [...relevant].map((position) => asked.filter((pair) => pairs[position]!.has(pair)).length)
    return Math.max(...found) / Math.max(1, asked.length)
  }
  const sorted = questions.map((question) => ({ question, share: share(question) })).sort((a, b) => a.share - b.share)
  const far = sorted.slice(0, Math.round(FAR_SHARE * sorted.length)).map(({ question }) => question)
  return { name: `${name}, the far fifth`, passages, questions: far }
}

function pairsOf(text: string): string[] {
  const characters = [...toSearchForm(text)].filter((character) => /[\p{L}\p{N}]/u.test(character))
  return characters.slice(1).map((character, i) => characters[i]! + character)
}
