import { shows } from '../src/eval/compare-text.js'
import type { Arm } from './arms.js'
import type { QuestionSet } from './questions.js'
import { percent, type Section } from './section.js'

const DEPTHS = [1, 3, 5]

/** Recall of each arm: the share of evidence parts of which a wording stands in one of the first k texts found. */
export async function measureRecall(arms: readonly Arm[], { name, questions }: QuestionSet): Promise<Section> {
  const asked = questions.filter(({ evidence }) => evidence.length > 0)
  const parts = asked.reduce((sum, { evidence }) => sum + evidence.length, 0)
  const rows: string[][] = []
  for (const arm of arms) {
    const ranks: number[] = []
    for (const { question, evidence } of asked) {
      const found = await arm.find(question)
      for (const wordings of evidence) ranks.push(rankOf(found, wordings))
    }
    const recallAt = (depth: number) => ranks.filter((rank) => rank <= depth).length / parts
    rows.push([arm.name, ...DEPTHS.map((depth) => percent(recallAt(depth)))])
  }
  return {
    title: `Recall on ${name}`,
    columns: ['arm', ...DEPTHS.map((depth) => `R@${depth}`)],
    rows,
    notes: [
      `${asked.length} questions with ${parts} evidence parts; ${questions.length - asked.length} without any left out.`,
    ],
  }
}

/** From 1; infinite where no text holds a wording. */
function rankOf(found: readonly string[], wordings: readonly string[]): number {
  const at = found.findIndex((text) => wordings.some((wording) => shows(text, wording)))
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}
