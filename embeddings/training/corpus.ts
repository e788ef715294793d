import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { normalize } from './unigram.js'

/** A text that belongs together: negatives are never taken from a document of the same number. */
export interface Document {
  number: number
  /** Of government text: what stands above the text. */
  heading?: string
  sentences: string[]
}

export interface Question {
  question: string
  answer: string
  /** Number and text of the document that answers it. */
  document: number
  context: string
}

/** Everything that is trained on, in the form the tokenizer reads. */
export interface Corpus {
  news: Document[]
  government: Document[]
  questions: Question[]
  synonyms: [string, string][]
}

/** Of the paragraphs with questions every eighth is held out: fusion weights are found on them. */
export const HELD_OUT_EVERY = 8

const squadSchema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          qas: z.array(z.object({ question: z.string(), answers: z.array(z.object({ text: z.string() })) })),
        }),
      ),
    }),
  ),
})

/**
 * Reads news.txt.xz (an article a line), gov.txt.xz (`# title` lines between), cmrc2018-train.json.xz and synonyms.txt.
 *
 * @throws {Error} where a file is missing or xz is not installed
 */
export function readCorpus(folder: string): Corpus {
  const numbers = { next: 0 }
  return {
    news: readNews(readPacked(join(folder, 'news.txt.xz')), numbers),
    government: readGovernment(readPacked(join(folder, 'gov.txt.xz')), numbers),
    questions: readQuestions(readPacked(join(folder, 'cmrc2018-train.json.xz')), numbers),
    synonyms: readFileSync(join(folder, 'synonyms.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split(',').map(normalize))
      .filter((words): words is [string, string] => words.length === 2 && words.every(Boolean)),
  }
}

function readPacked(file: string): string {
  return execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 30 })
}

interface Numbers {
  next: number
}

function readNews(text: string, numbers: Numbers): Document[] {
  const articles = text.split('\n').map((line) => sentencesOf(normalize(line)))
  return articles.filter(({ length }) => length > 2).map((sentences) => ({ number: numbers.next++, sentences }))
}

/** A short line without a full stop is a heading of the lines below it. */
const HEADING = /^[^。!?;]{2,40}$/

function readGovernment(text: string, numbers: Numbers): Document[] {
  const documents: Document[] = []
  let heading = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) numbers.next++
    const plain = normalize(line)
    if (plain === '' || line.startsWith('# ')) continue
    if (HEADING.test(plain)) heading = plain
    else documents.push({ number: numbers.next, heading, sentences: sentencesOf(plain) })
  }
  numbers.next++
  return documents.filter(({ sentences }) => sentences.length > 0)
}

function readQuestions(text: string, numbers: Numbers): Question[] {
  const paragraphs = squadSchema.parse(JSON.parse(text)).data.flatMap((entry) => entry.paragraphs)
  return paragraphs.flatMap(({ context, qas }, i) => {
    if (i % HELD_OUT_EVERY === 0) return []
    const document = numbers.next++
    const plain = normalize(context)
    return qas.map(({ question, answers }) => ({
      question: normalize(question),
      answer: normalize(answers[0]?.text ?? ''),
      document,
      context: plain,
    }))
  })
}

/** Sentences of a normalized text, with their full stops. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。!?;])/u).filter((sentence) => sentence.length > 3)
}
