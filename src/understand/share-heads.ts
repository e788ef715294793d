import type { ConceptLexicon } from '../lexicon/concepts.js'

const CONJUNCTION = /和|与|跟|、|及/g
const LONGEST_OWNER = 5
const SHORTEST_HEAD = 2

/**
 * Gives back to the first of two things the head that it shares with the second: 城里和乡下收入 is 城里收入和乡下收入, where the
 * lexicon knows both.
 */
export function shareHeads(question: string, concepts: ConceptLexicon): string {
  const text = withoutParticle(question, concepts)
  let shared = ''
  let done = 0
  for (const match of text.matchAll(CONJUNCTION)) {
    const head = sharedHead(text.slice(done, match.index), text.slice(match.index + match[0].length), concepts)
    shared += text.slice(done, match.index) + head
    done = match.index
  }
  return shared + text.slice(done)
}

/** 农村的收入 is 农村收入 where the lexicon knows that. */
function withoutParticle(text: string, { words }: ConceptLexicon): string {
  return text.replace(PARTICLE, (whole: string, owner: string, head: string) => {
    for (let from = 0; from + SHORTEST_HEAD <= owner.length; from++)
      for (let size = head.length; size >= SHORTEST_HEAD; size--)
        if (words.has(owner.slice(from) + head.slice(0, size))) return owner + head
    return whole
  })
}

const PARTICLE = /(\p{Script=Han}{2,4}?)的(\p{Script=Han}{2,6})/gu

const ELLIPSIS = /^(?:那么?|还有|然后)?(\p{Script=Han}{2,5}?)的?(?:(?:呢|咧|啊)?[?]?$|(?:呢|咧)[,?])/u

/** 乡下的呢 behind a question for 城里人收入 is 乡下收入呢: the head comes from what was asked before. */
export function completeHead(text: string, remembered: readonly string[], concepts: ConceptLexicon): string {
  const owner = text.trim().match(ELLIPSIS)?.[1]
  if (!owner || concepts.words.get(owner)?.some(({ concept }) => concept.kind === 'measure')) return text
  const heads = remembered.map((term) => sharedHead(owner, term, concepts))
  const head = heads.find((found) => found !== '')
  return head === undefined ? text : text.replace(owner, owner + head)
}

/** What the words before a conjunction lack and those behind it end in; '' where both are whole. */
function sharedHead(before: string, behind: string, concepts: ConceptLexicon): string {
  const second = longestConcept(behind, concepts)
  for (let length = Math.min(LONGEST_OWNER, before.length); length >= SHORTEST_HEAD; length--) {
    const owner = before.slice(-length)
    if (!/^\p{Script=Han}+$/u.test(owner)) continue
    for (let size = second.length - 1; size >= SHORTEST_HEAD; size--) {
      const head = second.slice(-size)
      if (!owner.endsWith(head) && concepts.words.has(owner + head)) return head
    }
  }
  return ''
}

function longestConcept(text: string, { words, longest }: ConceptLexicon): string {
  for (let length = Math.min(longest, text.length); length > SHORTEST_HEAD; length--)
    if (words.has(text.slice(0, length))) return text.slice(0, length)
  return ''
}
