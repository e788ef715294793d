import { clausesOf } from '../../text/clauses.js'
import { figureWords } from './figure-words.js'
import { TARGET_END } from './read-left.js'
import { stripHead } from './strip-head.js'
import { verbAt, wordAt } from './words.js'

const LONGEST_TOPIC = 24
/** 棉布:从…增加到…: a word in front of a colon heads what follows, however short. */
const HEADWORD = /^\s*(\p{Script=Han}{1,2}):$/u

/** What a stretch without figures speaks of, for numbers behind it that leave their noun out; '' where that is unclear. */
export function findTopic(stretch: string): string {
  const headword = HEADWORD.exec(stretch)?.[1]
  if (headword && !figureWords('aside', 'start').test(headword)) return headword
  const clauses = clausesOf(stretch).map(({ start, end }) => stretch.slice(start, end).trim())
  const clause = clauses.findLast((words) => words.length > 2 && !figureWords('aside', 'start').test(words))
  return clause ? topicOf(clause) : ''
}

/** What money was spent on, said behind it: 投资5亿元,实施了供热工程; '' where no verb leads on to it. */
export function topicBehind(stretch: string): string {
  const clause = stretch.replace(/^[,用于]+/, '').split(/[,;。:!?]/)[0]!
  const plain = stripHead(clause.replace(/\s+/g, '').replace(figureWords('counted', 'anywhere', 'g'), '')).split(
    /[、\d]/,
  )[0]!
  if (!verbAt(plain) && plain === clause) return ''
  const topic = subjectOf(plain).replace(/^了/, '')
  return topic.length >= 3 && topic.length <= LONGEST_TOPIC ? topic : ''
}

/** 总产量在去年增产的基础上, 收入比上年有所增长: how something came about is no part of what is spoken of. */
const MANNER_END =
  /(?<=.{2})(?:在[^,]{2,20}的?(?:基础上|情况下|之后|同时)|(?:比|较)[^,]{1,8}有所[^,]{2,4}|从[^,]{1,8}(?:开始|起)[^,]{2,8})$/u

function topicOf(clause: string): string {
  const plain = stripHead(clause.replace(/\s+/g, '').replace(MANNER_END, '').replace(TARGET_END, ''))
  const object = plain.match(figureWords('honoured_as', 'end'))?.[1] ?? plain.match(figureWords('has_done', 'end'))?.[1]
  const topic = object ?? subjectOf(plain)
  return topic.length >= 3 && topic.length <= LONGEST_TOPIC ? topic : ''
}

/** The object of a leading verb, else the subject up to its predicate. */
export function subjectOf(words: string): string {
  const verb = verbAt(words) || wordAt('rise', 'start', words)
  if (verb) return verb.length < words.length ? words.slice(verb.length).replace(/^了/, '') : ''
  for (let i = 2; i < words.length; i++) {
    const rest = words.slice(i)
    if (wordAt('predicates', 'start', rest).length > 1 || wordAt('adverbs', 'start', rest).length > 1)
      return words.slice(0, i)
    if (isPredicate(rest)) return words.slice(0, i)
  }
  return words
}

/** 建设加快 …; not 保障的覆盖人数 nor 投资保持增长, where the verb is part of a noun. */
function isPredicate(words: string): boolean {
  const verb = verbAt(words)
  if (verb.length < 2 || words.length <= 2) return false
  return !/^的(?=.)|^(?:保持|继续)/.test(words.slice(verb.length))
}
