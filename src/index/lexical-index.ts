/** A document found by its words; scores compare within one query only. */
export interface LexicalHit {
  /** Position of the document in the order the index was built with. */
  position: number
  score: number
}

/** Ranked retrieval by words. */
export interface LexicalIndex {
  /** Best first; documents that share no token are not among them. `weights` scales a token's share, default 1. */
  search(tokens: readonly string[], limit: number, weights?: ReadonlyMap<string, number>): LexicalHit[]
}
