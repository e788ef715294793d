import { loadPlaces } from '../lexicon/places.js'
import type { Evidence } from '../retrieval/evidence.js'
import { isNameEnding } from '../understand/modifiers.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import { clauseScore } from './quote-clauses.js'

/** Whether a statement can hold what is asked: a time for when, a place for where, names for which ones. */
export function saysAsked(entry: Evidence, context: AskContext): boolean {
  return saysWhen(entry, context) && saysWhere(entry, context) && names(entry, context)
}

function saysWhen({ statement }: Evidence, { understanding }: AskContext): boolean {
  if (answerWords('asks_how_often').test(understanding.text)) return answerWords('often').test(statement.statement.text)
  if (understanding.kind !== 'when' || answerWords('time').test(statement.statement.text)) return true
  return answerWords('not_yet').test(understanding.text) && answerWords('happened').test(statement.statement.text)
}

/** A place that the report is not about must stand in the sentence; and who asks where wants a place. */
function saysWhere({ words, statement }: Evidence, { understanding, question }: AskContext): boolean {
  const isNamed = question.terms.every(({ term }, i) => term.role !== 'place' || words[i]! > 0)
  return (
    isNamed &&
    (understanding.kind !== 'where' ||
      isChannel(statement.statement.text, understanding.text) ||
      answerWords('location').test(statement.statement.text) ||
      isPlaced(clauseAsked(statement, question), understanding.text, question) ||
      answerWords('did_not_happen').test(statement.statement.text))
  )
}

/** Whether one asks where to turn, and the sentence tells of what one can turn to. */
function isChannel(said: string, asked: string): boolean {
  return answerWords('asks_channel').test(asked) && answerWords('channel').test(said)
}

/** The clause that meets the question best. */
function clauseAsked({ clauses, text }: Evidence['statement'], question: AskContext['question']): string {
  const [best] = clauses
    .map((clause) => ({ text: clause.text, score: clauseScore(clause.text, question) }))
    .sort((a, b) => b.score - a.score)
  return best?.text ?? text
}

const PLACES_IN_A_ROW = /[\p{Script=Han}]{2,4}、[\p{Script=Han}]{2,4}/u
/** The last characters of the names in a row: 公园、书画广场等. */
const ROW_ENDS = /(?<=\p{Script=Han}{2})(\p{Script=Han})(?=、|等)/gu
const FEWEST_IN_ROW = 2

/** 哪些村 asks for names that end in 村. */
const ASKED_ENDING = /哪(?:一|几|些)?[个条所座家处]?(\p{Script=Han}{1,2})/gu

/** 哪几所学校: 南镇学校、罗家学校. */
function rowOfAsked(text: string, question: string): boolean {
  return [...question.matchAll(ASKED_ENDING)].some(([, ending]) =>
    new RegExp(`\\p{Script=Han}{2}${ending}、`, 'u').test(text),
  )
}

function isPlaced(text: string, asked: string, { terms }: AskContext['question']): boolean {
  for (const [, ending] of asked.matchAll(ASKED_ENDING))
    if (isNameEnding(ending!.at(-1)!) && new RegExp(`\\p{Script=Han}{2}${ending}`, 'u').test(text)) return true
  // 南镇学校、罗家学校: what stands in a row with the thing itself is no place of it.
  const isInRow = ({ term }: (typeof terms)[number]) =>
    term.forms.some(({ form }) => text.includes(`${form}、`) || text.includes(`、${form}`))
  if (terms.some(isInRow)) return false
  const named = [...text.matchAll(ROW_ENDS)].filter(([, end]) => isNameEnding(end!))
  if (named.length >= FEWEST_IN_ROW) return true
  return PLACES_IN_A_ROW.test(text) && loadPlaces().findIn(text).length > 0
}

/** Which ones (哪些, 分别叫什么) is answered by names, and those stand in a row or in quotation marks. */
function names({ statement }: Evidence, { understanding, question }: AskContext): boolean {
  const { text } = understanding
  if (!answerWords('asks_names').test(text) || isChannel(statement.statement.text, text)) return true
  const scores = statement.clauses.map((clause) => clauseScore(clause.text, question))
  const first = statement.clauses[scores.findIndex((score) => score > 0)]
  if (rowOfAsked(statement.text, text)) return true
  const from = statement.statement.text.slice(first?.start ?? 0)
  return /、|”“|”和“|一是|[:：]$/.test(from.slice(0, MOST_NAMED))
}

/** Characters from the first clause that meets the question on in which names are looked for. */
const MOST_NAMED = 160
