import type { ConceptLexicon, ConceptWord } from '../lexicon/concepts.js'
import { findGapped } from '../lexicon/gapped-words.js'
import type { QuestionWords } from '../lexicon/question-words.js'
import type { Span } from '../text/clauses.js'
import { segmentsOf } from '../text/tokens.js'
import { askingWords } from './asking-words.js'
import { isNameEnding } from './modifiers.js'

/** A word of the question and what is known of it. */
export interface Tag {
  text: string
  at: number
  meanings: readonly ConceptWord[]
  /** Cue and chatter groups of the word (lexicon/question-words.yaml). */
  groups: string[]
  /** The report writes it in quotation marks. */
  isNamed?: boolean
}

/** How much a word of each sort (`written`: a concept's that the corpus holds) is worth per segmentation, times its length to the power below. */
const WORTH = { written: 1.4, concept: 1.25, cue: 1, misaligned: 0.4, corpus: 1, dictionary: 0.85, single: 0.1 }
/** What a character in a gap counts beside one that was said. */
const GAP_LENGTH = 0.25
/** Above 1: one long word beats two short ones. */
const LENGTH_POWER = 1.6
const LONGEST_CORPUS_WORD = 8

/** 轻工业和重工业 are two. */
const JOINED = /.[和与及跟、]./

export interface TaggingSources {
  concepts: ConceptLexicon
  questionWords: QuestionWords
  /** How far the lexicons' words reach (see `wordReach`). */
  reach: ReadonlyMap<string, number>
  /** Whether the corpus holds a wording. */
  known: (word: string) => boolean
  /** Whether the corpus holds a wording as whole words: not 企业兑 of 企业兑付. */
  isPhrase: (word: string) => boolean
}

/**
 * Cuts a question into words by dynamic programming over all known ones: concept words, cues and chatter, wordings of the
 * corpus, and the dictionary's words. Stretches in `taken` (periods, numbers) are left out; what is `named` is one word.
 */
export function tagQuestion(
  text: string,
  taken: readonly Span[],
  sources: TaggingSources,
  named: readonly Span[] = [],
): Tag[] {
  return openStretches(text, taken).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(WORDS)].flatMap((run) => tagStretch(run[0], start + run.index, sources, named)),
  )
}

/** The length of the longest word by its first two characters: most stretches of a question are none, and need no look. */
export function wordReach(words: Iterable<string>): Map<string, number> {
  const reach = new Map<string, number>()
  for (const word of words) {
    const first = word.slice(0, 2)
    reach.set(first, Math.max(word.length, reach.get(first) ?? 0))
  }
  return reach
}

/** Runs of letters and digits: no word goes across punctuation. */
const WORDS = /[\p{L}\p{N}.+%-]+/gu

/** A run with what is known of its positions. */
interface Stretch {
  text: string
  /** Where the dictionary cuts it. */
  boundaries: ReadonlySet<number>
  /** By position: the length of the longest word of the lexicons that may begin there. */
  reach: readonly number[]
  /** Where it writes what the report puts in quotation marks. */
  names: readonly Span[]
}

function readStretch(text: string, names: readonly Span[], { reach }: TaggingSources): Stretch {
  const boundaries = new Set([text.length])
  for (const { index, segment } of segmentsOf(text)) {
    boundaries.add(index)
    for (const { index: within } of segment.matchAll(OWN_WORD)) boundaries.add(index + within)
  }
  const reaches: number[] = []
  for (let start = 0; start < text.length; start++) reaches.push(reach.get(text.slice(start, start + 2)) ?? 0)
  return { text, boundaries, reach: reaches, names }
}

/** Where 的 begins and ends that the dictionary joins to its neighbour: 家庭的, 的是; not in 目的. */
const OWN_WORD = /(?<=\p{Script=Han}{2})的$|(?<=^的)(?=[是有])/gu

function tagStretch(text: string, offset: number, sources: TaggingSources, named: readonly Span[]): Tag[] {
  const names = named.map(({ start, end }) => ({ start: start - offset, end: end - offset }))
  const stretch = readStretch(text, names, sources)
  const longest = Math.max(sources.concepts.longest, sources.questionWords.longest, LONGEST_CORPUS_WORD)
  const gapped = findGapped(text, sources.concepts.gapped).filter(({ between }) =>
    between.every((gap) => isFiller(gap, sources.concepts)),
  )
  const best: { score: number; from: number; gapped?: string }[] = [{ score: 0, from: 0 }]
  for (let end = 1; end <= text.length; end++) {
    best[end] = { score: best[end - 1]!.score, from: end - 1 }
    for (let start = Math.max(0, end - longest); start < end; start++) {
      if (cutsAsking(text, start)) continue
      const score = best[start]!.score + worth(stretch, start, end, sources)
      if (score > best[end]!.score) best[end] = { score, from: start }
    }
    for (const { word, start, said, end: last } of gapped) {
      if (last !== end) continue
      const size = said + GAP_LENGTH * (end - start - said)
      const score = best[start]!.score + WORTH.concept * size ** LENGTH_POWER
      if (score > best[end]!.score) best[end] = { score, from: start, gapped: word }
    }
  }
  const tags: Tag[] = []
  for (let end = text.length; end > 0; end = best[end]!.from) {
    const { from, gapped } = best[end]!
    const word = text.slice(from, end)
    if (gapped) tags.unshift({ ...tagOf(gapped, offset + from, sources), text: word })
    else if (/[\p{L}\p{N}]/u.test(word))
      tags.unshift({ ...tagOf(word, offset + from, sources), ...(isName(from, end, names) ? { isNamed: true } : {}) })
  }
  return joinSingles(tags)
}

/** 哪几 is one word: none begins with its 几. */
function cutsAsking(text: string, start: number): boolean {
  return text[start] === '几' && text[start - 1] === '哪'
}

/** What a gap may hold: nothing that asks, no ordinal (建第三小学), and no word of some length that names a thing of its own. */
function isFiller(gap: string, { words }: ConceptLexicon): boolean {
  if (ASKS.test(gap) || gap.includes('第')) return false
  for (let start = 0; start + SHORTEST_NAME <= gap.length; start++)
    for (let end = start + SHORTEST_NAME; end <= gap.length; end++) if (words.has(gap.slice(start, end))) return false
  return true
}

const ASKS = /[几哪谁啥怎咋吗]|多少|什么/
const SHORTEST_NAME = 3

/** Neighbouring single characters of which nothing is known are one unknown word: 粮价. */
function joinSingles(tags: readonly Tag[]): Tag[] {
  const joined: Tag[] = []
  for (const tag of tags) {
    const before = joined.at(-1)
    if (before && isLoose(tag) && isLoose(before) && before.at + before.text.length === tag.at)
      joined[joined.length - 1] = { ...before, text: before.text + tag.text }
    else joined.push(tag)
  }
  return joined
}

function isLoose({ text, meanings, groups }: Tag): boolean {
  return /^\p{Script=Han}+$/u.test(text) && text.length <= LONGEST_LOOSE && meanings.length === 0 && groups.length === 0
}

/** Only single characters are joined, to pairs. */
const LONGEST_LOOSE = 1

/** A word's length to the power; one that ends in what asks counts as its pieces: 公路多少公里 is less than 农村公路. */
function sizeOf(word: string): number {
  const pieces = ASKS_LAST.test(word) ? word.split(/(多少|几)/) : [word]
  return pieces.reduce((size, piece) => size + piece.length ** LENGTH_POWER, 0)
}

const ASKS_LAST = /..(?:多少|几).{0,2}$/

/** What the report puts in quotation marks is a word, wherever the dictionary cuts. */
function isName(start: number, end: number, names: readonly Span[]): boolean {
  return names.some((name) => name.start === start && name.end === end)
}

/** No word begins or ends within quotation marks: 新产业 of 四新产业. */
function cutsName(start: number, end: number, names: readonly Span[]): boolean {
  const isInside = (at: number, name: Span) => name.start < at && at < name.end
  return names.some((name) => isInside(start, name) !== isInside(end, name) && start < name.end && name.start < end)
}

/** No word of the corpus goes across them: 负责米袋子. */
function crossesMarks(start: number, end: number, names: readonly Span[]): boolean {
  const isInside = (mark: number) => start < mark && mark < end
  return names.some((name) => isInside(name.start) || isInside(name.end))
}

function worth(
  { text, boundaries, reach, names }: Stretch,
  start: number,
  end: number,
  { concepts, questionWords, known, isPhrase }: TaggingSources,
): number {
  const length = end - start
  const whole = boundaries.has(start) && boundaries.has(end)
  const isListed = length <= reach[start]!
  if (isName(start, end, names)) return WORTH.written * length ** LENGTH_POWER
  if (length > 1 && ((!whole && !isListed) || cutsName(start, end, names))) return 0
  const word = text.slice(start, end)
  if (length === 1) return whole && questionWords.words.has(word) ? WORTH.cue : WORTH.single
  if (isListed && concepts.words.has(word)) return (known(word) ? WORTH.written : WORTH.concept) * sizeOf(word)
  const size = length ** LENGTH_POWER
  if (isListed && questionWords.words.has(word) && !askingWords('amount_of', 'start').test(word))
    return (whole ? WORTH.cue : WORTH.misaligned) * size
  if (!whole || (JOINED.test(word) && !isOneWord(start, end, boundaries))) return 0
  if (isOneWord(start, end, boundaries)) return (known(word) ? WORTH.corpus : WORTH.dictionary) * size
  const isPhraseOfCorpus =
    length <= LONGEST_CORPUS_WORD &&
    hasSingle(start, end, boundaries) &&
    hasNameEdges(word, start, end, boundaries) &&
    !questionWords.words.has(word[0]!) &&
    !questionWords.words.has(word.at(-1)!) &&
    !SCOPE_IN_FRONT.test(word) &&
    !holdsParticle(text, start, end, boundaries) &&
    isPhrase(word) &&
    !crossesMarks(start, end, names) &&
    !cutsWritten(text, start, end, reach, concepts, known)
  return isPhraseOfCorpus ? WORTH.corpus * size : 0
}

/** 新的扶贫, 产业体系为着力点: pieces of a sentence, though the corpus may write them so. */
function holdsParticle(text: string, start: number, end: number, boundaries: ReadonlySet<number>): boolean {
  for (let i = start; i < end; i++)
    if (boundaries.has(i) && boundaries.has(i + 1) && PARTICLES.includes(text[i]!)) return true
  return /的./.test(text.slice(start, end))
}

const PARTICLES = '的了为把被在等'

/** 提质改造农村 of 提质改造农村公路 would cut 农村公路, which the corpus writes. */
function cutsWritten(
  text: string,
  start: number,
  end: number,
  reach: readonly number[],
  { words }: ConceptLexicon,
  known: (word: string) => boolean,
): boolean {
  for (let from = Math.max(0, start - LONGEST_CORPUS_WORD); from < end; from++)
    for (let to = from + 2; to <= Math.min(text.length, from + reach[from]!); to++) {
      const crosses = from < start ? to > start && to < end : from > start && to > end
      if (!crosses) continue
      const word = text.slice(from, to)
      if (words.has(word) && known(word)) return true
    }
  return false
}

/** Names that the dictionary lacks fall into pieces of which some are single characters: 幸福渠, 龙湖天街. */
function hasSingle(start: number, end: number, boundaries: ReadonlySet<number>): boolean {
  for (let i = start; i < end; i++) if (boundaries.has(i) && boundaries.has(i + 1)) return true
  return false
}

/** 全省生猪出栏 is the report's own 生猪出栏, no name; 全国 may be part of one. */
const SCOPE_IN_FRONT = /^(?:全[省市区县州]|[我本][省市区县州])/

/** A lone single character at an edge is half a word (企业兑), unless names end in it (幸福渠). */
function hasNameEdges(word: string, start: number, end: number, boundaries: ReadonlySet<number>): boolean {
  const isLoneFirst = boundaries.has(start + 1) && !boundaries.has(start + 2)
  const isLoneLast = boundaries.has(end - 1) && !boundaries.has(end - 2)
  return !isLoneFirst && (!isLoneLast || isNameEnding(word.at(-1)!))
}

function isOneWord(start: number, end: number, boundaries: ReadonlySet<number>): boolean {
  for (let i = start + 1; i < end; i++) if (boundaries.has(i)) return false
  return true
}

function tagOf(text: string, at: number, sources: TaggingSources): Tag {
  return { text, at, meanings: sources.concepts.words.get(text) ?? [], groups: groupsOf(text, sources) }
}

/**
 * A word’s groups; of 那部 and 哪一 those of what points; of a pair that is none itself and that no report writes (又是),
 * those of its characters.
 */
function groupsOf(text: string, { concepts, questionWords: { words }, known }: TaggingSources): string[] {
  const own = words.get(text) ?? (askingWords('pointing', 'whole').test(text) ? words.get(text[0]!) : undefined)
  if (own || text.length !== 2 || concepts.words.has(text) || known(text)) return [...(own ?? [])]
  const [first, second] = [...text].map((character) => words.get(character))
  return first && second ? [...new Set([...first, ...second])] : []
}

function openStretches(text: string, taken: readonly Span[]): Span[] {
  const open: Span[] = []
  let start = 0
  for (const span of [...taken].sort((a, b) => a.start - b.start)) {
    if (span.start > start) open.push({ start, end: span.start })
    start = Math.max(start, span.end)
  }
  if (start < text.length) open.push({ start, end: text.length })
  return open
}
