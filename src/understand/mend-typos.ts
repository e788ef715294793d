import { isUnits } from './find-claims.js'
import type { Tag } from './tag-question.js'

/** A correction of a misspelt stretch. */
export interface Mending {
  at: number
  wrong: string
  right: string
}

const LONGEST = 7
/** Share of the characters that a homophone must have in common with what was typed, for stretches of three and more. */
const COMMON = 0.5

export interface MendingSources {
  known: (word: string) => boolean
  /** Whether the dictionary has it: rare, but no typo. */
  isWord: (word: string) => boolean
  /** Whether the lexicon of concepts has it. */
  isConcept: (word: string) => boolean
  soundingLike: (word: string) => readonly string[]
  /** Words in Latin letters that the lexicon knows: gdp, cpi. */
  abbreviations: readonly string[]
}

/** Finds stretches of a question that mean nothing as typed but sound like a wording of the corpus or the lexicon. */
export function findTypos(text: string, tags: readonly Tag[], sources: MendingSources): Mending[] {
  return [...soundingTypos(text, tags, sources), ...tags.flatMap((tag) => swappedLetters(tag, sources))]
}

function soundingTypos(text: string, tags: readonly Tag[], sources: MendingSources): Mending[] {
  const doubtful = doubtfulPositions(text, tags, sources)
  if (doubtful.size === 0) return []
  const loose = loosePositions(tags)
  const meant = tags.filter(({ meanings }) => meanings.length > 0)
  const plain = tags.filter((tag) => isPlainWord(tag, sources))
  const open = withoutTaken(text, tags)
  const mendings: Mending[] = []
  for (const at of doubtful) {
    if (mendings.some((done) => at >= done.at && at < done.at + done.wrong.length)) continue
    const mending = mendAround(open, at, { doubtful, loose, plain }, sources)
    if (mending && !meant.some((tag) => cutsInto(mending, tag))) mendings.push(mending)
  }
  return mendings
}

/** gpd for gdp. */
function swappedLetters({ text, at, meanings, groups }: Tag, { known, abbreviations }: MendingSources): Mending[] {
  if (!/^[a-z]{3,6}$/.test(text) || meanings.length > 0 || groups.length > 0 || known(text)) return []
  const sorted = [...text].sort().join('')
  const right = abbreviations.find((word) => word.length === text.length && [...word].sort().join('') === sorted)
  return right ? [{ at, wrong: text, right }] : []
}

/** Applies corrections of equal length, so that positions stay. */
export function applyMendings(text: string, mendings: readonly Mending[]): string {
  return mendings.reduce(
    (mended, { at, wrong, right }) => mended.slice(0, at) + right + mended.slice(at + wrong.length),
    text,
  )
}

/** Times and numbers are read already: 币去年 is no 比去年. */
function withoutTaken(text: string, tags: readonly Tag[]): string {
  const open = Array<string>(text.length).fill(' ')
  for (const tag of tags) for (let i = 0; i < tag.text.length; i++) open[tag.at + i] = text[tag.at + i]!
  return open.join('')
}

/** What is typed wrong is not half of a word that means no matter (有没有照 of 有没有照顾), but that may be chance in a long stretch. */
function isPlainWord({ text, groups }: Tag, { isWord }: MendingSources): boolean {
  return text.length > 1 && (groups.length > 0 || isWord(text))
}

/** 级个人 of 市级个人所得税 would leave 所得税 of a word that is known. */
function cutsInto({ at, wrong }: Pick<Mending, 'at' | 'wrong'>, { text, at: start }: Tag): boolean {
  const [end, tagEnd] = [at + wrong.length, start + text.length]
  return at < tagEnd && start < end && (start < at || tagEnd > end)
}

/** 几 that asks nothing, since no measure word stands behind: 装几总量. */
const IDLE_HOW_MANY = /(?<=\p{Script=Han})(?<![好十这哪第前近])几(?=[总容组量数])/gu

function doubtfulPositions(text: string, tags: readonly Tag[], { known }: MendingSources): Set<number> {
  const positions = new Set<number>([...text.matchAll(IDLE_HOW_MANY)].map(({ index }) => index))
  for (const tag of tags) {
    const isKnown = tag.meanings.length > 0 || tag.groups.length > 0 || (tag.text.length > 1 && known(tag.text))
    if (isKnown || !/^\p{Script=Han}+$/u.test(tag.text)) continue
    for (let i = 0; i < tag.text.length; i++) positions.add(tag.at + i)
  }
  return positions
}

/** Words of one character that name nothing: they may be half of a misspelt word. */
function loosePositions(tags: readonly Tag[]): Set<number> {
  return new Set(tags.filter(({ text, meanings }) => text.length === 1 && meanings.length === 0).map(({ at }) => at))
}

interface Positions {
  /** They mean nothing as typed. */
  doubtful: ReadonlySet<number>
  /** Their word is a single character. */
  loose: ReadonlySet<number>
}

interface Surroundings extends Positions {
  /** Words that mean no matter. */
  plain: readonly Tag[]
}

function mendAround(text: string, at: number, around: Surroundings, sources: MendingSources): Mending | null {
  const { doubtful, loose, plain } = around
  for (let length = LONGEST; length >= 2; length--)
    for (let start = Math.max(0, at - length + 1); start <= at && start + length <= text.length; start++) {
      const wrong = text.slice(start, start + length)
      if (!/^\p{Script=Han}+$/u.test(wrong) || sources.known(wrong) || ASKS.test(wrong)) continue
      if (length <= LONG && plain.some((tag) => cutsInto({ at: start, wrong }, tag))) continue
      if (length === 2 && !isLoosePair(start, { doubtful, loose })) continue
      if (length === 2 && (standsAsPair(wrong, sources) || DONE.test(text.slice(start + length)))) continue
      const right = sources
        .soundingLike(wrong)
        .filter((word) => length > 2 || isMeantAsPair(word, doubtful.has(start), sources))
        .find(
          (word) => word !== wrong && isAlike(word, wrong) && differsInDoubt(word, wrong, start, { doubtful, loose }),
        )
      if (right) return { at: start, wrong, right }
    }
  return null
}

/** A word, or units; 争个 is a verb with its measure word. */
function standsAsPair(pair: string, { isWord }: MendingSources): boolean {
  return isWord(pair) || isUnits(pair) || pair.endsWith('个')
}

/** A word, of the lexicon where the first character is no doubtful one; or one that only lexicon and corpus have (基站). */
function isMeantAsPair(pair: string, isDoubtful: boolean, { known, isWord, isConcept }: MendingSources): boolean {
  if (pair.includes('几')) return false
  return isWord(pair) ? isDoubtful || isConcept(pair) : isDoubtful && isConcept(pair) && known(pair)
}

/** Both mean nothing, or the second does and the first is a word of its own that may as well begin a longer one: 高 of 高诉. */
function isLoosePair(start: number, { doubtful, loose }: Positions): boolean {
  return doubtful.has(start + 1) && (doubtful.has(start) || loose.has(start))
}

/** What asks stands by itself: 每个站多少 is no 占多少, 市级以上 no 及以上. */
const ASKS = /多少|什么|哪|以[上下]/

/** Behind a verb: 水治好了 is no 水质. */
const DONE = /^(?:好|完|成|过|得|到|了)/

/** Only what is in doubt is changed: 级 of 市级 is none; in a long stretch beside it a short word, too: 按 of 按排, 到 of 轨到交通. */
function differsInDoubt(word: string, wrong: string, start: number, { doubtful, loose }: Positions): boolean {
  const changed = [...word].flatMap((character, i) => (character === wrong[i] ? [] : [start + i]))
  const mayChange = (at: number) => doubtful.has(at) || (wrong.length >= LONG && loose.has(at))
  const isBeside = (at: number) => doubtful.has(at) || (wrong.length >= LONG && doubtful.has(at - 1))
  return changed.every(mayChange) && changed.some(isBeside)
}

const LONG = 4

function isAlike(word: string, wrong: string): boolean {
  if (word.length !== wrong.length) return false
  const common = [...word].filter((character, i) => character === wrong[i]).length
  return wrong.length === 2 ? common === 1 : common / wrong.length >= COMMON
}
