import { verbAt } from '../report/ledger/words.js'
import type { Evidence } from '../retrieval/evidence.js'
import { strengthIn } from '../retrieval/weigh-terms.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import { stateRow } from './state-cell.js'

/** A neighbour clause joins the answer when it meets this share of the best clause. */
const CLAUSE_SHARE = 0.3
/** Statements up to this length are quoted whole. */
const SHORT = 110

/** The clauses that meet the question, and those between them; the whole sentence where it is short. */
export function quoteClauses({ statement }: Evidence, { question, understanding }: AskContext): string {
  const whole = statement.statement.text
  if (statement.figures.length > 0 && statement.statement.kind === 'row')
    return stateRow(
      statement.figures.map(({ figure }) => figure),
      statement.statement,
    )
  const scores = statement.clauses.map((clause) => clauseScore(clause.text, question))
  const meetsAll = clauseScore(statement.text, question)
  const own =
    (understanding.kind === 'who' && renamingClause(statement.clauses, scores, meetsAll)) ||
    (answerWords('asks_ordinal').test(understanding.text) && ordinalClause(statement.clauses, scores)) ||
    (answerWords('asks_one').test(understanding.text) && sentenceOfOne(statement.clauses, scores, meetsAll))
  if (own) return tidy(whole.slice(own.start, own.end))
  if (whole.length <= SHORT) return tidy(whole)
  const top = Math.max(...scores)
  if (top === 0) return tidy(whole)
  const chosen = scores.map((score, i) => (score >= CLAUSE_SHARE * top ? i : -1)).filter((i) => i >= 0)
  let [first, last] = [chosen[0]!, chosen.at(-1)!]
  const lengthOf = () => statement.clauses[last]!.end - statement.clauses[first]!.start
  while (lengthOf() < SHORT / 2 && last + 1 < statement.clauses.length) last++
  while (lengthOf() < SHORT / 2 && first > 0) first--
  return tidy(whole.slice(statement.clauses[first]!.start, statement.clauses[last]!.end))
}

/**
 * The clause that tells by itself who did it: 甲公司、乙公司稳步发展,甲公司获评国家级 says its subject anew, and meets all that
 * the sentence does.
 */
function renamingClause(clauses: Clauses, scores: readonly number[], whole: number): Clauses[number] | undefined {
  return clauses.find(({ text }, i) => {
    const subject = text.match(SUBJECT)?.[0]
    return scores[i]! >= whole && subject && clauses.slice(0, i).some((earlier) => earlier.text.includes(subject))
  })
}

/** Of clauses that each tell of another (甲山入选名录,乙湖获评景区), the one that meets all that the sentence does. */
function sentenceOfOne(clauses: Clauses, scores: readonly number[], whole: number): Clauses[number] | undefined {
  const best = scores.findIndex((score) => score >= whole)
  const clause = clauses[best]
  if (!clause || whole === 0) return undefined
  const tellsOfAnother = clauses.some((other, i) => i !== best && scores[i]! < whole && hasSubject(other.text))
  return hasSubject(clause.text) && tellsOfAnother ? clause : undefined
}

/** 周湖遗址入选名录, not 入选名录: what is told of stands in front of the verb. */
function hasSubject(clause: string): boolean {
  const verb = clause.search(TOLD)
  return verb >= FEWEST_IN_SUBJECT && !OPENS_WITHOUT.test(clause) && verbAt(clause) === ''
}

const TOLD =
  /(?:成功)?(?:入选|获评|获批|评为|创建|更名|升格|列入|纳入|荣获|晋级|当选|建成|投用|投产|开工|落户|上市|开业|通车|问世|升空|登顶|被(?:追授|授予|评为|命名|认定))/
const OPENS_WITHOUT = /^(?:被|获|并|且|还|也|均|已|正|将|其中|推动|支持|加快|推进|争取|力争|成功)/
const FEWEST_IN_SUBJECT = 3

/** Where each clause counts a time of its own (第三次举办甲会,第五次承办乙赛), the one that meets the question best. */
function ordinalClause(clauses: Clauses, scores: readonly number[]): Clauses[number] | undefined {
  const counted = clauses.filter(({ text }) => ORDINAL.test(text))
  const best = clauses[scores.indexOf(Math.max(...scores))]
  return counted.length > 1 ? counted.find((clause) => clause === best) : undefined
}

const ORDINAL = /第[\d一二三四五六七八九十百]+[次届]/

type Clauses = Evidence['statement']['clauses']

/** What is long enough, at the beginning of a clause, to be a name. */
const SUBJECT = /^\p{Script=Han}{3}/u

/** How much of the question a clause meets, in weights. */
export function clauseScore(text: string, { terms }: AskContext['question']): number {
  return terms.reduce((sum, { term, weight }) => sum + weight * strengthIn(text, term), 0)
}

/**
 * A quotation without the mark at its end, and without the report's own note mark in front, which would read as a citation, or
 * the number of its item (3. 新建…), which would read as a number.
 */
export function tidy(text: string): string {
  return text
    .trim()
    .replace(/^[[［〔]\d{1,3}[\]］〕]\s*/, '')
    .replace(/^(?:\d{1,2}[.．、]|[(（]\d{1,2}[)）]|[①-⑳])\s*(?=\p{Script=Han})/u, '')
    .replace(/[,，;；。、:：]+$/, '')
}
