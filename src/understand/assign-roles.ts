import { needsOwner } from '../report/ledger/words.js'
import type { Span } from '../text/clauses.js'
import { askingWords } from './asking-words.js'
import type { Tag } from './tag-question.js'
import type { Claim, Term } from './understanding.js'

/** Words between the thing asked and 多少: 有 in 常住人口有多少, 花了 in 就业补助花了多少. */
const MOST_BETWEEN = 4
/** Words between the measure word and the thing counted: 的 in 多少家的企业. */
const MOST_BEHIND = 1

/**
 * Tells the terms of the asking clauses from those of the story around them, and finds the thing whose number is asked.
 * An asking clause without a thing (到底多少套啊) asks for that of the clause before it.
 * @param asking stretches of the question that ask something
 * @param tags the question's words
 * @param claims numbers that the question brings along
 */
export function assignRoles(
  text: string,
  terms: readonly Term[],
  asking: readonly Span[],
  { tags, claims }: { tags: readonly Tag[]; claims: readonly Claim[] },
): Term[] {
  const spans = withTopic(text, terms, asking, tags.filter(isTalk))
  const isAsked = (term: Term) => spans.some(({ start, end }) => term.at >= start && term.at < end)
  const isCounted = (term: Term) => claims.some((claim) => claim.at + claim.text.length === term.at)
  const heads = new Set([...headsOf(text, terms)].filter((head) => !isCounted(head) || !asksSum(text)))
  return unique(
    terms
      .filter((term) => isAsked(term) || !isShare(term))
      .map((term) => {
        if (term.role !== 'topic') return term
        if (heads.has(term)) return { ...term, role: 'head' }
        return { ...term, role: isAsked(term) ? 'topic' : 'background' }
      }),
  )
}

/**
 * The stretches whose terms count in full: what asks, a topic put in front (科技型中小企业,…), else the clause before, also
 * where what asks names nothing but what needs an owner (二手房好卖吗,成交面积多少), points back (要建电车,这玩意儿修到哪), or asks
 * what became of a thing or what it is (改成什么学校).
 */
function withTopic(text: string, terms: readonly Term[], asking: readonly Span[], talk: readonly Tag[]): Span[] {
  const within = ({ start, end }: Span) => terms.filter((term) => term.at >= start && term.at < end)
  const talkIn = ({ start, end }: Span) =>
    talk.reduce((sum, tag) => sum + (tag.at >= start && tag.at < end ? tag.text.length : 0), 0)
  const carries = (span: Span) => within(span).some((term) => carriesTopic(term) && !isDone(term, text))
  const namesKnown = (span: Span) => within(span).some(({ concept }) => concept !== null && concept.kind !== 'action')
  const clauses = [...text.matchAll(/[^,。;!?:]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const fronted = clauses.filter((clause) => {
    const named = within(clause).reduce((sum, term) => sum + (term.concept ? term.text.length : 0), 0)
    const size = text.slice(clause.start, clause.end).replace(/\s/g, '').length
    const isStory = askingWords('kin', 'start').test(text.slice(clause.start, clause.end))
    return carries(clause) && !isStory && size - named - talkIn(clause) <= MOST_UNNAMED
  })
  const namesThing = asking.some((span) => namesKnown(span))
  /** 闹心 as a clause of its own is a sigh. */
  const isBareWord = (clause: Span) => {
    const [word, ...others] = within(clause)
    return others.length === 0 && word?.concept === null && word.text === text.slice(clause.start, clause.end).trim()
  }
  const first = Math.min(...asking.map(({ start }) => start))
  const inFront = clauses.filter((clause) => clause.end <= first && carries(clause))
  const known = inFront.filter(namesKnown).at(-1)
  const before = inFront.findLast((clause) => !isBareWord(clause)) ?? inFront.at(-1)
  const asksOfBefore = asking.some(({ start, end }) =>
    askingWords('asks_of_before', 'start').test(text.slice(start, end)),
  )
  if (before && asksOfBefore) return [...asking, before]
  if (!asking.some(carries)) return before ? [...asking, before] : [{ start: 0, end: text.length }]
  if (namesThing) return [...asking]
  if (fronted.length > 0) return [...asking, ...fronted]
  const asked = asking.flatMap(within)
  const lacksOwner = asked.every(isFree) && asked.some(({ text: word }) => needsOwner(word))
  const pointsBack = asking.some(({ start, end }) => askingWords('points_back', 'start').test(text.slice(start, end)))
  const isOfKind = asking.some(({ start, end }) => askingWords('of_that_kind').test(text.slice(start, end)))
  if (known && isOfKind) return [...asking, ...within(known).filter(isNoun).map(spanOf)]
  return before && ((lacksOwner && namesKnown(before)) || pointsBack) ? [...asking, before] : [...asking]
}

function spanOf({ at, text }: Term): Span {
  return { start: at, end: at + text.length }
}

/** 再问下 in front of a topic. */
function isTalk({ meanings, groups }: Tag): boolean {
  return meanings.length === 0 && groups.length > 0 && groups.every((group) => TALK.includes(group))
}

const TALK = ['politeness', 'asking', 'particles', 'fillers']

/** 多少资金 behind 74家企业 asks for the money; how many they are is told. */
function asksSum(text: string): boolean {
  return askingWords('sum_asked').test(text)
}

/** 一个人 of the story (一个人过日子,低保有多少) asks for no share. */
function isShare({ role }: Term): boolean {
  return role === 'per' || role === 'each'
}

/** Characters besides its terms that a clause may have and still be a topic put in front. */
const MOST_UNNAMED = 2

/** A word said twice counts once, in its weightier role. */
function unique(terms: readonly Term[]): Term[] {
  const order = ['head', 'place', 'per', 'topic', 'scope', 'each', 'inherited', 'background']
  const best = new Map<string, Term>()
  for (const term of terms) {
    const known = best.get(term.text)
    if (!known || order.indexOf(term.role) < order.indexOf(known.role)) best.set(term.text, term)
  }
  return terms.filter((term) => best.get(term.text) === term)
}

/** The lexicon knows nothing of it: 成交, 面积. */
function isFree({ concept, forms }: Term): boolean {
  return concept === null && forms.every(({ weight }) => weight === 1)
}

/** Whose account is meant (全市), or how many for each, is no topic. */
function carriesTopic({ concept, text, role }: Term): boolean {
  if (role !== 'topic') return false
  return concept === null ? !askingWords('verb_end', 'end').test(text) : concept.kind !== 'action'
}

/** 新建了几个, 引进过多少家: what 了 or 过 stands behind is done to a thing, and is none. */
function isDone({ concept, at, text: word }: Term, text: string): boolean {
  return concept === null && /^[了过]/.test(text.slice(at + word.length))
}

function* headsOf(text: string, terms: readonly Term[]): Generator<Term> {
  for (const match of text.matchAll(askingWords('which_of', 'anywhere', 'g'))) {
    const head = terms.find((term) => isName(term) && term.at === match.index + match[0].length)
    if (head) yield head
  }
  for (const match of text.matchAll(askingWords('name_of', 'anywhere', 'g'))) {
    const head = terms.find((term) => isName(term) && term.at + term.text.length === match.index)
    if (head) yield head
  }
  for (const match of text.matchAll(askingWords('amount_of_things', 'anywhere', 'g'))) {
    const behind = headBehind(text, match.index + match[0].length, terms)
    const head = behind ?? headInFront(text, match.index, terms)
    if (head) yield head
  }
}

/** 多少家企业, 多少学位: the noun behind the measure word. */
function headBehind(text: string, end: number, terms: readonly Term[]): Term | undefined {
  const unit = text.slice(end).match(/^(?:万|亿|千)?(?:\p{Script=Han}{1,2}?)??(?:的)?/u)
  const latest = end + (unit?.[0].length ?? 0) + MOST_BEHIND + 1
  const found = terms.find(
    ({ at, role, concept }) =>
      role === 'topic' &&
      concept?.kind !== 'action' &&
      at >= end &&
      at <= latest &&
      !/[,。;!?]/.test(text.slice(end, at)),
  )
  const kindOf = found && nounBehind(found, terms)
  if (kindOf) return kindOf
  // 多少建设资金 asks for the money.
  const isPurpose = found && askingWords('sums', 'start').test(text.slice(found.at + found.text.length))
  return isPurpose ? undefined : found
}

/** 水库 of 小型水库: a noun that the lexicon knows is what is counted, not the word in front of it that no lexicon has. */
function nounBehind({ concept, at, text }: Term, terms: readonly Term[]): Term | undefined {
  return concept === null ? terms.find((term) => term.at === at + text.length && isNoun(term)) : undefined
}

/** 常住人口有多少: the last noun in front, in the same clause. */
function headInFront(text: string, start: number, terms: readonly Term[]): Term | undefined {
  const before = terms.filter((term) => term.at + term.text.length <= start && isNoun(term))
  const last = before.at(-1)
  if (!last) return undefined
  const between = text.slice(last.at + last.text.length, start)
  return between.length <= MOST_BETWEEN && !/[,。;!?]/.test(between) ? last : undefined
}

/** A noun, or a word too long for a verb. */
function isName(term: Term): boolean {
  return term.concept === null ? term.role === 'topic' && term.text.length > LONGEST_VERB : isNoun(term)
}

const LONGEST_VERB = 2

function isNoun({ concept, role }: Term): boolean {
  return role === 'topic' && concept !== null && concept.kind !== 'action'
}
