import { isCounting } from './read-right.js'
import type { Place, Scene } from './scene.js'
import { needsOwner, verbAt, wordAt } from './words.js'

/** 新增甲类企业20家、乙类企业5家: the verb in front of a list of counts goes for all of it; '' where none is left out. */
export function verbOfList({ folded, readings, last }: Scene, { i, from, left, right, reading }: Place): string {
  const before = readings[i - 1]
  if (!before || !isCounting(before) || !isCounting(reading)) return ''
  const between = folded.slice(from, reading.start)
  const noun = left.noun || right.noun
  if (noun === '' || needsOwner(noun) || verbAt(noun) !== '' || /^新/.test(noun)) return ''
  const goesOn = left.noun
    ? between.startsWith(`、${left.noun}`) && NEAR.test(between.slice(left.noun.length + 1))
    : right.tail === '' && LISTED.test(between)
  const verb = goesOn ? leadingVerb(last) : ''
  const isBuilt = verb.startsWith('新') && !PEOPLE.test(reading.unit) && wordAt('attributes', 'end', noun) === ''
  return !left.noun || isBuilt || isAlike(before, reading) ? verb : ''
}

/** 新增, 新培育, 建成 at the head of an indicator; '' where no verb leads it. */
export function leadingVerb(indicator: string): string {
  const head = indicator.startsWith('新') && !wordAt('actions', 'start', indicator) ? '新' : ''
  const words = indicator.slice(head.length)
  const verb = wordAt('actions', 'start', words)
  const isVerb = verb !== '' && ((head + verb).startsWith('新') || (verbAt(words) === verb && !BOTH.test(verb)))
  return isVerb && words.length > verb.length + 1 ? head + verb : ''
}

/** 受理案件90件、办结85件 → 办结案件; 住房基本建成470套、新开工630套 → 住房新开工: another thing done with the same. */
export function doneAnew({ last, readings }: Scene, { i, reading, left }: Place): string {
  const { action } = left
  if (action === '') return last
  const lead = leadingVerb(last)
  const before = readings[i - 1]
  if (lead && before && isAlike(before, reading)) return action + last.slice(lead.length)
  return withoutVerb(last) + action
}

function withoutVerb(indicator: string): string {
  const done = wordAt('actions', 'end', indicator)
  const object = indicator.slice(0, indicator.length - done.length)
  const bare = object.slice(0, object.length - wordAt('adverbs', 'end', object).length)
  return done.length > 1 && bare.length > 2 ? bare : indicator
}

/** 新增公路60公里,其中高速公路4公里: they are new, too, unless all there are were told in between. */
export function addedBy({ whole, last }: Scene, noun: string, counted: boolean): string {
  const verb = leadingVerb(whole)
  return counted && verbAt(noun) === '' && /^(?:新|净增)/.test(verb) && leadingVerb(last) === verb ? verb : ''
}

const NEAR = /^(?:约|近|超过?|逾|各)?$/
/** 新建幼儿园4所、在园幼儿900人: people are none of what was built. */
const PEOPLE = /[人名户次]$/
const LISTED = /^[、和及与](?:约|近|超过?|逾)?$/
/** Nouns as well as verbs: 服务外包企业, 投资项目. */
const BOTH = /^(?:服务|投资|培训|运营|授权|注册|登记|上市|在册|受益)$/

/** 家 and 万家 count alike. */
function isAlike(one: { unit: string }, other: { unit: string }): boolean {
  return one.unit.replace(SCALE, '') === other.unit.replace(SCALE, '')
}

const SCALE = /^[万亿]+/
