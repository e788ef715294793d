import { messages } from '../../messages.js'
import { wordsOf } from '../../text/tokens.js'
import { type Material, type OfferedEvidence, PLACEHOLDERS } from './material.js'
import { PLACEHOLDER, replyWords, toComparedForm } from './reply-words.js'

/** Everything but letters, numerals, blanks and the marks of plain prose. */
const ODD = /[^\p{L}\p{N} ,，.。;；:：、?？!！()（）“”‘’"'「」『』《》〈〉·…—%％‰{}]/gu

/** Blanks that a line of prose does not hold, and what cannot be seen: zero-width joints, marks of direction. */
const HIDDEN = /[\p{C}\p{Z}]/gu

/**
 * Marks that are none of plain prose stand only where the evidence has them, with the same neighbour: a minus or > in front of
 * a number makes it another, and stars, tags and addresses are for a machine.
 */
export function checkMarks(text: string, evidence: readonly OfferedEvidence[]): string[] {
  if ([...text.matchAll(HIDDEN)].some(([mark]) => mark !== ' ')) return [messages.written.faults.hiddenMark]
  const bare = text.replace(PLACEHOLDER, NUMBER)
  const held = evidence.map(({ masked, around }) => masked.replace(PLACEHOLDER, NUMBER) + around).join('\n')
  const odd = [...bare.matchAll(ODD)].filter(({ 0: mark, index }) => {
    if (mark === NUMBER) return false
    const beside = [bare.slice(Math.max(0, index - 1), index + 1), bare.slice(index, index + 2)]
    return !beside.every((pair) => held.includes(pair))
  })
  return odd.length > 0 ? [messages.written.faults.strayMark([...new Set(odd.map(([mark]) => mark))].join(' '))] : []
}

/**
 * Words of little meaning that make a number another where they touch it (由{F1}, 各{F1}, {N1}前) stand only where they touch
 * it in the report, too.
 */
export function checkTouching(text: string, { numbers }: Material): string[] {
  const { beforeNumber, behindNumber } = replyWords()
  const pieces = text.split(PLACEHOLDERS)
  return pieces.flatMap((piece, i) => {
    if (i % 2 === 0) return []
    const { id, front, behind } = numbers.get(piece.slice(1, -1))!
    const before = lastWord(pieces[i - 1]!)
    const after = firstWord(pieces[i + 1]!)
    const isTurned = before !== undefined && beforeNumber.has(before) && !front.endsWith(before)
    const isMoved = after !== undefined && behindNumber.has(after) && !behind.startsWith(after)
    return isTurned || isMoved ? [messages.written.faults.changedNumber(id)] : []
  })
}

function lastWord(text: string): string | undefined {
  return wordsOf(/\p{Script=Han}*$/u.exec(toComparedForm(text))![0]).at(-1)
}

function firstWord(text: string): string | undefined {
  return wordsOf(/^\p{Script=Han}*/u.exec(toComparedForm(text))![0])[0]
}

/** Stands for any number; no letter or mark of a text. */
const NUMBER = '\uE000'
