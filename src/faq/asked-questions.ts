/** What citizens really asked, as far as it was kept. */
export interface AskedQuestions {
  /** Every wording with its count, personal details taken out; null where it cannot be read now. */
  read(): Promise<AskedQuestion[] | null>
}

export interface AskedQuestion {
  question: string
  /** So many times. */
  count: number
}
