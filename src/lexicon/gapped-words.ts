/** What stands for the words between in a gapped wording: 走…没路 is heard in 走着走着没路了. */
export const GAP = '…'
/** Characters that a gap may hold. */
const LONGEST_GAP = 5

/** A wording in parts that come in this order, with up to five characters between two of them. */
export interface GappedWord {
  /** As the lexicon writes it, with … for each gap. */
  word: string
  parts: string[]
}

/** Gapped wordings by their first character. */
export type GappedWords = Map<string, GappedWord[]>

export interface GappedMatch {
  word: string
  start: number
  end: number
  /** Characters of its parts, without the gaps. */
  said: number
  /** What stands in its gaps. */
  between: string[]
}

/** Adds a wording that is not among them yet. */
export function addGapped(gapped: GappedWords, word: string): void {
  const parts = word.split(GAP)
  const first = parts[0]![0]!
  const known = gapped.get(first)
  if (known) known.push({ word, parts })
  else gapped.set(first, [{ word, parts }])
}

/** Where gapped wordings stand in a text without punctuation, each as short as it can be from its start. */
export function findGapped(text: string, gapped: GappedWords): GappedMatch[] {
  const matches: GappedMatch[] = []
  for (let start = 0; start < text.length; start++)
    for (const { word, parts } of gapped.get(text[start]!) ?? []) {
      const found = text.startsWith(parts[0]!, start) ? follow(text, start, parts) : null
      if (found !== null) matches.push({ word, start, said: parts.join('').length, ...found })
    }
  return matches
}

/** Where the other parts stand behind the first. */
function follow(text: string, start: number, [head, ...rest]: readonly string[]) {
  let end = start + head!.length
  const between: string[] = []
  for (const part of rest) {
    const at = text.indexOf(part, end)
    if (at < 0 || at > end + LONGEST_GAP) return null
    between.push(text.slice(end, at))
    end = at + part.length
  }
  return { end, between }
}
