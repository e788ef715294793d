/**
 * How two indicators of the same words relate.
 * - `same`: equal but for fillers (网络零售额, 全区网络零售总额)
 * - `within`: one says all that the other says, and more (固定资产投资, 500万元以上固定资产投资)
 * - `apart`: each says something that the other does not (限上消费品零售额, 社会消费品零售总额)
 */
export interface Kinship {
  kind: 'same' | 'within' | 'apart'
  /** Shared characters, 0 … 1 (Dice). */
  score: number
  /** What only the first says, in runs of characters. */
  onlyFirst: string[]
  onlySecond: string[]
}

/** Compares two indicators in normal form, characters in order (longest common subsequence), fillers not counted. */
export function compareIndicators(first: string, second: string, fillers: readonly string[]): Kinship {
  if (first === second) return { kind: 'same', score: 1, onlyFirst: [], onlySecond: [] }
  const shared = alignedCharacters(first, second)
  const onlyFirst = leftover(first, shared.first, fillers)
  const onlySecond = leftover(second, shared.second, fillers)
  const score = (2 * shared.first.size) / Math.max(first.length + second.length, 1)
  const sides = Number(onlyFirst.length > 0) + Number(onlySecond.length > 0)
  const kind = shared.first.size < 2 || sides === 2 ? 'apart' : sides === 1 ? 'within' : 'same'
  return { kind, score, onlyFirst, onlySecond }
}

/** Positions, in each text, of the characters of a longest common subsequence. */
function alignedCharacters(a: string, b: string): { first: Set<number>; second: Set<number> } {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  const first = new Set<number>()
  const second = new Set<number>()
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      first.add(i++)
      second.add(j++)
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return { first, second }
}

function leftover(text: string, shared: ReadonlySet<number>, fillers: readonly string[]): string[] {
  const runs: string[] = []
  let run = ''
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !shared.has(i)) run += text[i]
    else if (run) {
      runs.push(run)
      run = ''
    }
  }
  return runs.map((word) => withoutFillers(word, fillers)).filter((word) => word !== '')
}

/** The word without the fillers it is made of; fillers longest first. */
function withoutFillers(word: string, fillers: readonly string[]): string {
  let rest = word
  for (const filler of fillers) if (rest.includes(filler)) rest = rest.replaceAll(filler, '')
  return rest
}
