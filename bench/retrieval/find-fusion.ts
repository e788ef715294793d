import { HELD_OUT_EVERY } from '../../embeddings/training/corpus.js'
import type { Prepared } from '../prepare.js'
import { percent, type Section } from '../section.js'
import { readParagraphs, readStatements } from './collection.js'
import { meanReciprocalRank, rankOf, recallAt } from './ranks.js'
import { createDenseScorer, createLexicalScorer, fuse } from './scorer.js'

const WEIGHTS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 1]

/**
 * The hybrid under every weight of its dense arm, on a development set: a gold set, or of a training file the questions
 * that training leaves out.
 */
export async function findFusion(file: string, { report, embedder }: Prepared): Promise<Section> {
  const gold = file.endsWith('.jsonl')
  const { passages, questions } = gold ? readStatements(file, report) : readParagraphs(file, HELD_OUT_EVERY)
  const lexical = createLexicalScorer(passages)
  const dense = await createDenseScorer(passages, embedder)
  const ranks = WEIGHTS.map((): number[] => [])
  for (const question of questions) {
    const [words, meaning] = [await lexical(question.text), await dense(question.text)]
    for (const [i, weight] of WEIGHTS.entries()) ranks[i]!.push(rankOf(question, fuse(words, meaning, weight)))
  }
  return {
    title: `Weight of the dense arm, on ${file}`,
    columns: ['weight', 'R@1', 'R@5', 'MRR@10'],
    rows: WEIGHTS.map((weight, i) => [
      String(weight),
      percent(recallAt(1, ranks[i]!)),
      percent(recallAt(5, ranks[i]!)),
      percent(meanReciprocalRank(10, ranks[i]!)),
    ]),
    notes: [`${questions.length} questions, ${passages.length} passages.`],
  }
}
