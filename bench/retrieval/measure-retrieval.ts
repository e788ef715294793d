import { join } from 'node:path'
import { writeUntrained } from '../../embeddings/training/untrained.js'
import { createTransformersEmbedder } from '../../src/embedding/transformers-embedder.js'
import { createArms } from '../arms.js'
import type { Prepared } from '../prepare.js'
import { percent, type Section } from '../section.js'
import { answering, type Collection, farFifth, readParagraphs, readStatements } from './collection.js'
import { readFusion } from './fusion.js'
import { createIndexQuestionScorers } from './index-questions.js'
import { createMiniSearchScorer, createOramaScorer } from './peers.js'
import { meanReciprocalRank, rankOf, recallAt, signTest } from './ranks.js'
import { createDenseScorer, createFusedScorer, createLexicalScorer, rememberLast, type Scorer } from './scorer.js'

const HYBRID = 'hybrid: z(lexical) + w z(dense)'

/**
 * Every arm on one file: questions on paragraphs (`.json`, `.json.xz` in the layout of SQuAD), or a gold set (`.jsonl`) on
 * the statements of the default report. The untrained control has the model's own words and dimensions and random rows.
 */
export async function measureRetrieval(file: string, prepared: Prepared): Promise<Section[]> {
  const gold = file.endsWith('.jsonl')
  const collection = gold ? readStatements(file, prepared.report) : readParagraphs(file)
  const arms = await createScorers(collection, prepared)
  if (gold) Object.assign(arms, await createIndexQuestionScorers(prepared), programScorers(collection, prepared))
  const ranks = await ranksBy(arms, collection)
  const far = new Set(farFifth(collection).questions)
  return [
    toSection(`Retrieval on ${file}`, collection, ranks, () => true),
    toSection(`Its far fifth: fewest character pairs shared`, collection, ranks, (i) =>
      far.has(collection.questions[i]!),
    ),
  ]
}

async function createScorers(
  { passages }: Collection,
  { scratch, embedder, modelFolder }: Prepared,
): Promise<Record<string, Scorer>> {
  const folder = join(scratch, 'untrained')
  writeUntrained(folder, modelFolder)
  const control = await createTransformersEmbedder({ path: folder })
  const untrained = rememberLast(await createDenseScorer(passages, control))
  const dense = rememberLast(await createDenseScorer(passages, embedder))
  const lexical = rememberLast(createLexicalScorer(passages))
  const weight = readFusion().dense
  return {
    'lexical (BM25, characters and pairs)': lexical,
    dense,
    'dense, untrained control': untrained,
    [HYBRID]: createFusedScorer(lexical, dense, weight),
    'hybrid with the untrained control': createFusedScorer(lexical, untrained, weight),
    'MiniSearch, Mandarin': createMiniSearchScorer(passages),
    'Orama, Mandarin': await createOramaScorer(passages),
  }
}

/** What answers come from, with its own reading of the question; a statement's score falls with its place. */
function programScorers({ passages }: Collection, { report, index, embedder }: Prepared): Record<string, Scorer> {
  const statements = answering(report)
  const arms = createArms(report, index, embedder).filter(({ name }) => name.includes('hybrid'))
  return Object.fromEntries(
    arms.map(({ name, find }) => [
      `the program's ${name}`,
      async (question) => {
        const places = new Map((await find(question)).map((text, place) => [text, place]))
        return Float64Array.from(passages, (_, i) => 1 / (1 + (places.get(statements[i]!.text) ?? Infinity)))
      },
    ]),
  )
}

async function ranksBy(
  arms: Readonly<Record<string, Scorer>>,
  { questions }: Collection,
): Promise<Record<string, number[]>> {
  const ranks: Record<string, number[]> = Object.fromEntries(Object.keys(arms).map((name) => [name, []]))
  for (const question of questions)
    for (const [name, scorer] of Object.entries(arms)) ranks[name]!.push(rankOf(question, await scorer(question.text)))
  return ranks
}

function toSection(
  title: string,
  { questions, passages }: Collection,
  ranks: Readonly<Record<string, number[]>>,
  counts: (question: number) => boolean,
): Section {
  const counted = Object.entries(ranks).map(([name, all]) => ({ name, ranks: all.filter((_, i) => counts(i)) }))
  const rows = counted.map(({ name, ranks: some }) => [
    name,
    ...[1, 5, 10].map((depth) => percent(recallAt(depth, some))),
    percent(meanReciprocalRank(10, some)),
  ])
  const isAlone = (name: string) => !name.includes('hybrid')
  const others = counted.filter(({ name }) => isAlone(name))
  const best = others.reduce((one, other) => (recallAt(1, other.ranks) > recallAt(1, one.ranks) ? other : one))
  const tests = counted
    .filter(({ name }) => !isAlone(name) && !name.includes('untrained'))
    .map((hybrid) => {
      const { won, lost, p } = signTest(hybrid.ranks, best.ranks)
      return `First hits, ${hybrid.name}, against ${best.name}: ${won} won, ${lost} lost (sign test p = ${p.toFixed(3)}).`
    })
  const size = `${best.ranks.length} of ${questions.length} questions, ${passages.length} passages.`
  return { title, columns: ['arm', 'R@1', 'R@5', 'R@10', 'MRR@10'], rows, notes: [size, ...tests] }
}
