/** Turns text into vectors. One implementation runs a model through transformers.js; tests may bring their own. */
export interface Embedder {
  /** Names model and revision; stored in the index manifest, a change rebuilds the index. */
  readonly modelId: string
  /** Length of every vector. */
  readonly dimensions: number
  /**
   * Embeds passages or a question. Vectors have unit length; text without a known token gives a vector that is close to
   * no other, never NaN.
   * @param kind some models want a prefix before questions
   */
  embed(texts: readonly string[], kind: 'passage' | 'question'): Promise<Float32Array[]>
}
