/** Where the clause that holds `position` begins; a bracket opens a clause of its own, a closed one is skipped. */
export function clauseStart(folded: string, position: number): number {
  let depth = 0
  for (let i = position - 1; i >= 0; i--) {
    const character = folded[i]!
    if (character === ')') depth++
    else if (character === '(') {
      if (depth === 0) return i + 1
      depth--
    } else if (depth === 0 && /[,;。:!?\n]/.test(character) && !/\d[,:]\d/.test(folded.slice(i - 1, i + 2)))
      return i + 1
  }
  return 0
}

/** How many brackets are open at `position`. */
export function bracketDepth(folded: string, position: number): number {
  let depth = 0
  for (let i = 0; i < position; i++) {
    if (folded[i] === '(') depth++
    else if (folded[i] === ')') depth = Math.max(0, depth - 1)
  }
  return depth
}
