import { clausesOf } from '../../text/clauses.js'
import { stripHead } from './strip-head.js'
import { verbAt, wordAt } from './words.js'

const LONGEST_TOPIC = 24
/** Clauses that only say how or when something was counted. */
const ASIDE =
  /^(?:按|经?初步|据|其中|同口径|扣除|剔除|截至|截止|目前|全年|同比|同时|此外|另外|预计|力争|到\d|\d{4}年|再?创|均创|稳?居|位居|历史|首次|连续|实现[^,]{0,4}(?:突破|翻番|增长)|保持|增幅|增速)/

/** 17条 in 完成了17条道路的改扩建 */
const COUNT = /\d[\d.]*[万亿]?(?:个|条|座|所|处|项|家|套|平方米|公里|名|户)/g

/** What a stretch without figures speaks of, for numbers behind it that leave their noun out; '' where that is unclear. */
export function findTopic(stretch: string): string {
  const clauses = clausesOf(stretch).map(({ start, end }) => stretch.slice(start, end).trim())
  const clause = clauses.findLast((words) => words.length > 2 && !ASIDE.test(words))
  return clause ? topicOf(clause) : ''
}

/** What money was spent on, said behind it: 投资5亿元,实施了供热工程; '' where no verb leads on to it. */
export function topicBehind(stretch: string): string {
  const clause = stretch.replace(/^[,用于]+/, '').split(/[,;。:!?]/)[0]!
  const plain = stripHead(clause.replace(/\s+/g, '').replace(COUNT, '')).split(/[、\d]/)[0]!
  if (!verbAt(plain) && plain === clause) return ''
  const topic = subjectOf(plain).replace(/^了/, '')
  return topic.length >= 3 && topic.length <= LONGEST_TOPIC ? topic : ''
}

function topicOf(clause: string): string {
  const plain = stripHead(clause.replace(/\s+/g, ''))
  const object =
    plain.match(/(?:入选|获评|获批|列入|被评为|认定为|荣获)(.{3,})$/)?.[1] ??
    plain.match(/(?:签订|完成|实施|建成|新增|开展|落实|引进|签约|召开|举办)了(.{3,})$/)?.[1]
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
    if (verbAt(rest).length > 1 && rest.length > 2) return words.slice(0, i)
  }
  return words
}
