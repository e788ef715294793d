import { replyWords } from './reply-words.js'

/**
 * Whether a clause says of its words the contrary of what the near clause says of them: yes or no, more or less, what is
 * fought as what happens, who does it as to whom it is done. Both in compared form.
 */
export function turnsRound(clause: string, said: readonly string[], near: string): boolean {
  const meant = upToLast(said, near)
  return (
    negationsIn(clause) !== negationsIn(meant) ||
    ![...sidesIn(clause)].every((side) => sidesIn(near).has(side)) ||
    dropsAgainst(clause, said, near) ||
    changesPlaces(clause, said, near)
  )
}

/** What a text says of yes and no, more and less. */
export interface Polarity {
  isNegated: boolean
  /** Sides of the lexicon's opposites, e.g. 升降+. */
  sides: ReadonlySet<string>
}

/** Polarity of a text in search form. */
export function polarityOf(text: string): Polarity {
  return { isNegated: negationsIn(text) % 2 === 1, sides: sidesIn(text) }
}

function negationsIn(text: string): number {
  const { negation, notNegation } = replyWords()
  return text.replace(notNegation, ' ').match(negation)?.length ?? 0
}

/**
 * The clause up to the last item that holds a word said: a negation reaches over what follows it. An item that ends with its
 * own (基础还不牢、…) reaches no further, and is left out where it holds none of the words.
 */
function upToLast(said: readonly string[], near: string): string {
  const named = said.filter((word) => word.length > 1 || negationsIn(word) === 0)
  const items = near.split('、').map((text) => ({ text, isMet: named.some((word) => text.includes(word)) }))
  const last = items.findLastIndex(({ isMet }) => isMet)
  return items
    .slice(0, last + 1)
    .filter(({ text, isMet }) => isMet || negationsIn(text.slice(-CLOSED)) === 0)
    .map(({ text }) => text)
    .join('、')
}

/** Characters at an item's end in which a negation is the item's predicate: 不牢, 不够强. */
const CLOSED = 3

function sidesIn(text: string): Set<string> {
  const heard = replyWords().sides.filter(({ pattern }) => text.search(pattern) >= 0)
  return new Set(heard.map(({ side }) => side))
}

/** 开展天价彩礼试点 where the report says 开展遏制天价彩礼试点. */
function dropsAgainst(clause: string, said: readonly string[], near: string): boolean {
  const fought = [...near.matchAll(replyWords().against)]
  if (fought.some(([word]) => clause.includes(word))) return false
  return fought.some(({ index, 0: word }) => said.some((thing) => !word.includes(thing) && near.indexOf(thing) > index))
}

/** 企业帮助政府 where the report says 政府帮助企业: in front of the verb, without a marker, stands who does it. */
function changesPlaces(clause: string, said: readonly string[], near: string): boolean {
  const { directed, markers } = replyWords()
  return [...clause.matchAll(directed)].some(({ index, 0: verb }) => {
    const [front, at] = [clause.slice(0, index), near.indexOf(verb)]
    if (at < 0 || front.search(markers) >= 0) return false
    return said.some((word) => word !== verb && front.includes(word) && near.indexOf(word) > at)
  })
}
