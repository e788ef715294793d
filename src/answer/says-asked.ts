import { loadPlaces } from '../lexicon/places.js'
import type { Evidence } from '../retrieval/evidence.js'
import { isClaimed } from '../retrieval/is-claimed.js'
import { strengthIn } from '../retrieval/weigh-terms.js'
import { askingWords } from '../understand/asking-words.js'
import { findClaims } from '../understand/find-claims.js'
import { isNameEnding } from '../understand/modifiers.js'
import type { AskedKind } from '../understand/understanding.js'
import { asksExtreme } from './answer-with-extreme.js'
import { answerWords } from './answer-words.js'
import type { AskContext } from './context.js'
import { leadsList, meaningBehind } from './items-behind.js'
import { namesPlace } from './names-place.js'
import { lacksQuarter } from './quarters.js'
import { clauseScore } from './quote-clauses.js'
import { isResponsibleLine, saysResponsible } from './responsible.js'
import { saysEvent } from './says-event.js'

/** Whether a statement can hold what is asked: a time for when, a place for where, names for which ones. */
export function saysAsked(entry: Evidence, context: AskContext): boolean {
  return (
    saysWhen(entry, context) &&
    saysEvent(entry, context) &&
    saysResponsible(entry, context) &&
    !lacksQuarter(entry.statement, context.understanding.text) &&
    saysWhere(entry, context) &&
    saysClass(entry, context) &&
    saysCallNumber(entry, context) &&
    saysUse(entry, context) &&
    saysWith(entry, context) &&
    saysExtreme(entry, context) &&
    names(entry, context) &&
    saysClassNoun(entry, context) &&
    saysBound(entry, context) &&
    !isNameless(entry, context)
  )
}

/** Which class water or air is of (稳在几类) is answered by one: Ⅲ类. */
function saysClass({ statement }: Evidence, { understanding }: AskContext): boolean {
  return !askingWords('class_asked').test(understanding.text) || answerWords('class').test(statement.text)
}

/** Which number to call is answered by one: “12356”心理援助热线. */
function saysCallNumber({ statement }: Evidence, { understanding }: AskContext): boolean {
  const { text } = understanding
  if (!askingWords('call_number').test(text)) return true
  const whose = text.match(WHOSE_LINE)?.[0] ?? ''
  return answerWords('call_number').test(statement.text) && statement.text.includes(whose)
}

/** 供水 of 供水热线. */
const WHOSE_LINE = /[^\P{Script=Han}的个条打拨了有]{2}(?=热线|专线|电话)/u

/** What money is used for (用于哪些方面) is not told by how much there is. */
function saysUse({ statement }: Evidence, { understanding }: AskContext): boolean {
  return !answerWords('asks_use').test(understanding.text) || answerWords('used_for').test(statement.text)
}

/** With whom something is done (跟哪个县合建) is told by saying so. */
function saysWith({ statement }: Evidence, { understanding }: AskContext): boolean {
  return !answerWords('asks_with').test(understanding.text) || answerWords('done_with').test(statement.text)
}

/** Which one stands out is told by saying so: the total alone names none. */
function saysExtreme({ statement }: Evidence, { understanding }: AskContext): boolean {
  return !asksExtreme(understanding.text) || answerWords('stands_out').test(statement.text)
}

/** 中标单位: a sentence that writes the thing whose name is asked (中标的单位叫什么) in the question's own words alone. */
function isNameless({ statement }: Evidence, { understanding: { text: asked } }: AskContext): boolean {
  const thing = asked.slice(0, Math.max(0, asked.search(answerWords('asks_name')))).match(NOUN_END)?.[0]
  if (thing === undefined) return false
  const [first, ...behind] = statement.statement.text.split(thing)
  return behind.length > 0 && behind.every((words, i) => isBare([first!, ...behind][i]!, asked) && !NAMES.test(words))
}

/** The words in front of a noun name nothing that the question does not. */
function isBare(words: string, asked: string): boolean {
  if (answerWords('who_is_honoured', 'end').test(words)) return false
  const outside = words.replace(OPEN_END, '')
  const front = outside.match(FRONT)![0]
  const isNamed = NAMED.test(outside.slice(0, outside.length - front.length))
  return !isNamed && (front === '' || asked.includes(front))
}

/** “某某”协作机制: a name in marks in front of the words. */
const NAMED = /[”》)]$/
const NOUN_END = /\p{Script=Han}{2}$/u
/** What belongs to a noun in front of it: 松涛海洋 of 松涛海洋大学, 中标 of 确定的中标单位. */
const FRONT = /[^\P{Script=Han}的由与和及对向给为将把让]{0,4}$/u
/** 星河保护法(草案): a noun in brackets belongs to the name in front of them. */
const OPEN_END = /[(（]$/
/** Behind a noun these lead on to its name. */
const NAMES = /^[“《:(是为]/

/** 带 of 哪四条文旅带, 大赛 of 哪几个国际大赛: what they are, where no word of the question holds it, must be said. */
function saysClassNoun({ statement }: Evidence, { understanding: { text }, question }: AskContext): boolean {
  if (!WHICH_OF_CLASS.test(text)) return true
  const end = text.length - text.match(/[呀啊呢吗哦嘛啦?。!]*$/)![0].length
  const before = Math.max(...question.terms.map(({ term }) => term.at + term.text.length))
  const noun = text.slice(before, end)
  return !BARE_NOUN.test(noun) || statement.text.includes(noun.at(-1)!)
}

const WHICH_OF_CLASS =
  /哪(?:几|些|[二两三四五六七八九十\d]+)(?:个|条|项|座|所|处|种|类|大|批|件|支)\p{Script=Han}{3,8}[呀啊呢吗哦嘛啦?。!]*$/u
const BARE_NOUN = /^[^\P{Script=Han}了的也要过着来去搞弄名]{1,2}$/u

/** 哪几个市迈过2000亿, 那300亿归谁管: which ones and whose it is is told by a sentence that says the number. */
function saysBound({ statement }: Evidence, { understanding: { kind, claims, text } }: AskContext): boolean {
  const asked = claims.filter(
    ({ isTold, value, at }) => (!isTold || POINTING.test(text.slice(0, at))) && value >= LEAST_BOUND,
  )
  if (!NUMBERED_KINDS.includes(kind) || asked.length === 0) return true
  const said = findClaims(statement.text)
  return asked.every(
    (claim) =>
      said.some(({ value }) => value === claim.value) ||
      statement.figures.some(({ figure }) => isClaimed(claim, figure)),
  )
}

/** 那300亿: what is asked next is asked of it. */
const POINTING = /[那这]$/
const NUMBERED_KINDS: AskedKind[] = ['which', 'who']

/** Below that a number counts what is asked of: 是哪两家. */
const LEAST_BOUND = 100

function saysWhen({ statement }: Evidence, { understanding }: AskContext): boolean {
  if (answerWords('asks_how_often').test(understanding.text)) return answerWords('often').test(statement.statement.text)
  const said = asksDay(understanding.text) ? statement.statement.text.replace(BARE_YEAR, '') : statement.statement.text
  if (understanding.kind !== 'when' || answerWords('time').test(said)) return true
  return answerWords('not_yet').test(understanding.text) && answerWords('happened').test(statement.statement.text)
}

/** The day is asked (具体哪一天, 几月几号). */
export function asksDay(asked: string): boolean {
  return answerWords('asks_day').test(asked)
}

/** A sentence that says a day: 5月20日. */
export function saysDay({ statement }: Evidence): boolean {
  return answerWords('day').test(statement.statement.text)
}

/** 2030年 alone tells no day; 2030年底 tells more. */
const BARE_YEAR = /(?:19|20)\d\d年(?![底末内初])/g

/** A place that the report is not about must stand in the sentence; and who asks where wants a place. */
function saysWhere(entry: Evidence, { understanding, question }: AskContext): boolean {
  const { words, statement } = entry
  const behind = meaningBehind(entry)?.text ?? ''
  const isNamed = question.terms.every(
    ({ term }, i) => term.role !== 'place' || words[i]! > 0 || strengthIn(behind, term) > 0,
  )
  return (
    isNamed &&
    (understanding.kind !== 'where' ||
      isChannel(statement.statement.text, understanding.text) ||
      isRoute(statement.statement.text, understanding.text) ||
      answerWords('location').test(statement.statement.text) ||
      (meetsMore(entry, question) && isAtPlace(clauseAsked(statement, question), understanding.text, question)) ||
      answerWords('did_not_happen').test(statement.statement.text))
  )
}

/** Whether a sentence meets more of a question than the places that it names. */
function meetsMore({ words }: Evidence, { terms }: AskContext['question']): boolean {
  return terms.some(({ term }, i) => words[i]! > 0 && loadPlaces().findIn(term.text)[0]?.name !== term.text)
}

function isAtPlace(clause: string, asked: string, question: AskContext['question']): boolean {
  return isPlaced(clause, asked, question) || namesPlace(clause, asked)
}

/** 甲城至乙岛航线 tells from where to where. */
function isRoute(said: string, asked: string): boolean {
  return answerWords('asks_route').test(asked) && answerWords('route').test(said)
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

/** 村 and 村入 of 哪个村入选: the noun may be the first character alone. */
function endingsAsked(question: string): string[] {
  return [...question.matchAll(ASKED_ENDING)].flatMap(([, ending]) => [ending!, ending![0]!])
}

/** 哪几所学校: 南镇学校、罗家学校. */
function rowOfAsked(text: string, question: string): boolean {
  return endingsAsked(question).some((ending) => new RegExp(`\\p{Script=Han}{2}${ending}、`, 'u').test(text))
}

function isPlaced(text: string, asked: string, { terms }: AskContext['question']): boolean {
  for (const ending of endingsAsked(asked))
    if (isNameEnding(ending.at(-1)!) && new RegExp(`\\p{Script=Han}{2}${ending}`, 'u').test(text)) return true
  // 南镇学校、罗家学校: what stands in a row with the thing itself is no place of it.
  const isInRow = ({ term }: (typeof terms)[number]) =>
    term.forms.some(({ form }) => text.includes(`${form}、`) || text.includes(`、${form}`))
  if (terms.some(isInRow)) return false
  const named = [...text.matchAll(ROW_ENDS)].filter(([, end]) => isNameEnding(end!))
  if (named.length >= FEWEST_IN_ROW) return true
  return PLACES_IN_A_ROW.test(text) && loadPlaces().findIn(text).length > 0
}

/** Which ones (哪些, 分别叫什么) is answered by names, and those stand in a row or in quotation marks. */
function names(entry: Evidence, { understanding, question }: AskContext): boolean {
  const { text } = understanding
  const { statement } = entry
  if (isResponsibleLine(statement.statement)) return true
  if (!answerWords('asks_names').test(text) || isChannel(statement.statement.text, text)) return true
  if (leadsList(entry)) return true
  const scores = statement.clauses.map((clause) => clauseScore(clause.text, question))
  const at = scores.findIndex((score) => score > 0)
  const first = statement.clauses[at]
  if (ACTIONS_ASKED.test(text) && statement.clauses.length - Math.max(0, at) > FEWEST_ACTIONS) return true
  if (rowOfAsked(statement.text, text)) return true
  const from = statement.statement.text.slice(first?.start ?? 0).replace(NUMBERING, '')
  const row = from.slice(0, MOST_NAMED)
  return /、|”“|”和“|一是|[:：]$/.test(row) || COUNTED_PAIR.test(row) || (/哪(?:两|2)/.test(text) && DOERS.test(row))
}

/** 具体是哪三件事, 要做到哪几条: clause after clause says what is to be done. */
const ACTIONS_ASKED =
  /哪(?:几|[二两三四五六七八九])(?:件事|(?:条|点|方面|项(?:工作|任务|措施|要求|内容|举措)?)(?=$|[呀啊呢吗,。?!]))/u
const FEWEST_ACTIONS = 2

/** 青河和白水两县: a row of two has no comma. */
const COUNTED_PAIR =
  /\p{Script=Han}{2}[和与及]\p{Script=Han}{2,8}两(?=[个家省市县区州盟旗镇乡村岛港校院所条项处座种类大支])/u

/** 甲公司与乙大学共建: the two who did it. */
const DOERS = /\p{Script=Han}{2}[和与同跟及]\p{Script=Han}{2,16}?(?:共[建同]|联合|合[作力建办]|携手|联手|签)/u

/** 1、 in front of an item is no row of names. */
const NUMBERING = /^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})、/

/** Characters from the first clause that meets the question on in which names are looked for. */
const MOST_NAMED = 160
