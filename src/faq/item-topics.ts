import type { ConceptLexicon } from '../lexicon/concepts.js'
import { clausesOf } from '../text/clauses.js'
import { segmentsOf, wordsOf } from '../text/tokens.js'
import { inFrame, leadOf, tailOf, type Wording } from './wording.js'

/** What an item is about, as a question can name it. */
export interface Topic {
  text: string
  /**
   * `action`: 优化营商环境. `state`: an account (一般公共预算收入执行情况). `condition`: what is looked at, not worked on, in
   * retrospect (产业结构). `matter`: a field of work.
   */
  kind: 'action' | 'state' | 'condition' | 'matter'
}

/** What a clause of a heading speaks of; null where it holds nothing that a citizen would name. */
export function topicOfClause(clause: string, wording: Wording, concepts: ConceptLexicon): Topic | null {
  const topic = readClause(clause.trim(), wording)
  return topic && isPlain(topic.text, wording, concepts) ? topic : null
}

/** The longest field of work that a heading names: 生态环境 of 城市生态环境. */
export function fieldIn(text: string, { headings }: Wording): string | null {
  const named = headings.fields.filter((field) => text.includes(field) && field.length < text.length)
  return named.reduce<string | null>((best, field) => (field.length > (best?.length ?? 0) ? field : best), null)
}

/** The clauses of a heading, the first of which mostly says most. */
export function headingClauses(title: string): string[] {
  return clausesOf(title).map(({ start, end }) => title.slice(start, end).trim())
}

function readClause(clause: string, wording: Wording): Topic | null {
  const { headings } = wording
  const said = headings.plain[clause] ?? clause.replace(TABLE, '')
  if (headings.fronts.some((word) => said.startsWith(word))) return null
  const matter = withoutCount(withoutLeads(inFrame(said, headings.frames) ?? said, wording), wording)
  if (SET.test(matter)) return { text: matter, kind: 'matter' }
  const catchword = tailOf(matter, headings.catchwords)
  const action = leadOf(matter, headings.actions)
  const praised = [...headings.praise, ...headings.again]
  if (catchword) return toTopic(withoutTail(matter.slice(action?.length ?? 0, -catchword.length), praised), wording)
  const isAction = action !== null && !headings.nominal.includes(action)
  const changed = isAction ? null : withoutChange(matter, headings)
  if (changed !== null) return toTopic(changed, wording)
  if (action === null) return toTopic(withoutTail(matter, praised), wording)
  return { text: inFull(withoutTail(matter, headings.again), wording), kind: 'action' }
}

/** 附件1, 表2. */
const TABLE = /^(?:附件|附表|表)\s*\d+\s*/
/** 编制原则 is no action. */
const SET = /^\p{Script=Han}{2}(?:原则|要求|依据|范围|目标|任务)$/u

/** 支持1万名毕业生就业 → 支持毕业生就业; 一般公共预算收入预期完成84.4亿元 → 一般公共预算收入. */
function withoutCount(matter: string, { headings }: Wording): string {
  const action = leadOf(matter, headings.actions)
  const counted = action && COUNT.exec(matter.slice(action.length))
  return counted ? action + matter.slice(action.length + counted[0].length) : matter.replace(AMOUNT, '')
}

const COUNT = /^\d[\d.]*[百千万亿]*余?[名个户件套所项家条座]/
const AMOUNT = /(?:年初)?(?:预算|预期|预计)?(?:为|完成|达到?|实现|共)?(?<!\d)(?!\d{4}年)\d.*$/

function toTopic(matter: string, wording: Wording): Topic | null {
  const { plain, states, measured } = wording.headings
  const named = matter.replace(/(目标|任务)(?:安排|计划)$/, '$1')
  const short = withoutTail(withoutTail(named, states), measured)
  const text = inFull(plain[short] ?? short, wording)
  if (text.length < 2) return null
  return tailOf(named, states) === null ? topicNamed(text, wording) : { text, kind: 'state' }
}

/** The topic that a noun names. */
export function topicNamed(text: string, { headings }: Wording): Topic {
  const endsIn = (words: readonly string[]) => words.some((word) => text.endsWith(word))
  return { text, kind: endsIn(headings.accounts) ? 'state' : endsIn(headings.conditions) ? 'condition' : 'matter' }
}

export function withoutLeads(text: string, wording: Wording): string {
  const { adverbs, manners, actions, nominal } = wording.headings
  const manner = leadOf(text, manners)
  const action = manner && leadOf(text.slice(manner.length), actions)
  const isManner = action !== null && !nominal.includes(action)
  const lead = leadOf(text, adverbs) ?? (isManner ? manner : null)
  return lead ? withoutLeads(text.slice(lead.length), wording) : text
}

/** 县域经济实力稳步提升 → 县域经济实力, 城市建设取得新进展 → 城市建设. Null where no change is told. */
function withoutChange(matter: string, { degrees, changes, achievements }: Wording['headings']): string | null {
  const change = tailOf(matter, changes)
  const degreed = change && matter.slice(0, -change.length)
  const degree = degreed && tailOf(degreed, degrees)
  return degree ? degreed.slice(0, -degree.length) : inFrame(matter, achievements)
}

function withoutTail(text: string, tails: readonly string[]): string {
  const tail = tailOf(text, tails)
  return tail ? text.slice(0, -tail.length) : text
}

/** By itself 城 is 城市 in short: 城生态环境. */
function inFull(text: string, { headings }: Wording): string {
  const [first, second] = wordsOf(text)
  return headings.shortened[first ?? ''] && (second?.length ?? 0) > 1
    ? headings.shortened[first!]! + text.slice(first!.length)
    : text
}

/** Whether the words are the lexicon's or everyday ones: no catchphrase, no abbreviation of the report's own. */
export function isPlain(text: string, { headings }: Wording, { words, longest }: ConceptLexicon): boolean {
  if (text.length > LONGEST || /\d/.test(text.replace(/\d{4}年/g, ''))) return false
  if (headings.slogans.some((word) => text.includes(word)) || headings.hanging.some((word) => text.endsWith(word)))
    return false
  const covered = new Set<number>()
  const cover = (at: number, length: number) => {
    for (let i = at; i < at + length; i++) covered.add(i)
  }
  for (const { segment, index, isWordLike } of segmentsOf(text))
    if (segment.length > 1 || !isWordLike || headings.particles.includes(segment)) cover(index, segment.length)
  cover(0, leadOf(text, headings.actions)?.length ?? 0)
  let known = false
  for (const word of headings.matters)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      cover(at, word.length)
      known = true
    }
  for (let at = 0; at < text.length; at++)
    for (let length = 2; length <= Math.min(longest, text.length - at); length++)
      if (isKnown(text.slice(at, at + length), words)) {
        cover(at, length)
        known = true
      }
  return known && covered.size === text.length
}

const LONGEST = 26

function isKnown(word: string, words: ConceptLexicon['words']): boolean {
  return words.get(word.toLowerCase())?.some(({ via }) => via !== 'english') === true
}
