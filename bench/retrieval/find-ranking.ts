import type { Asked } from '../../src/answer/ask-report.js'
import {
  type FusionWeights,
  fuseArms,
  fusionWeights,
  type RankingWeights,
  rankingWeights,
} from '../../src/retrieval/fusion-weights.js'
import { rankStatements } from '../../src/retrieval/rank-statements.js'
import { createAsk } from '../ask.js'
import type { Prepared } from '../prepare.js'
import { percent, type Section } from '../section.js'
import { answering, readStatements } from './collection.js'
import { meanReciprocalRank, recallAt, signTest } from './ranks.js'

interface Weights {
  fusion: FusionWeights
  ranking: RankingWeights
}

const NO_RANKING: RankingWeights = { otherTime: 0, figure: 0, noFigure: 0, meaning: 0 }
const USED: Weights = { fusion: fusionWeights, ranking: rankingWeights }
const COVERAGE_ALONE: Weights = { fusion: { coverage: 1, lexical: 0, dense: 0, near: 0 }, ranking: NO_RANKING }

/** The weights used, each of them changed by itself, and what every arm adds. */
const TRIED: Record<string, Weights> = {
  'coverage alone': COVERAGE_ALONE,
  'lexical alone': { fusion: { coverage: 0, lexical: 1, dense: 0, near: 0 }, ranking: NO_RANKING },
  'dense alone': { fusion: { coverage: 0, lexical: 0, dense: 1, near: 0 }, ranking: NO_RANKING },
  'fused, not ranked': { fusion: fusionWeights, ranking: NO_RANKING },
  'as used': USED,
  ...changed('fusion', 'lexical', [0, 0.1, 0.5, 1]),
  ...changed('ranking', 'otherTime', [0, 0.1, 0.4]),
  ...changed('ranking', 'figure', [0, 0.1, 0.4]),
  ...changed('ranking', 'noFigure', [0, 0.05, 0.3]),
  ...changed('ranking', 'meaning', [0, 0.4, 0.7, 1.2]),
}

function changed<Part extends keyof Weights>(part: Part, name: keyof Weights[Part] & string, values: number[]) {
  return Object.fromEntries(
    values.map((value) => [`${name} ${value}`, { ...USED, [part]: { ...USED[part], [name]: value } }]),
  )
}

/** How the program's own order of statements fares on a gold set under other weights than those in use. */
export async function findRanking(file: string, { report, index, embedder }: Prepared): Promise<Section> {
  const ask = createAsk(report, index, embedder)
  const { questions } = readStatements(file, report)
  const statements = answering(report)
  const ranks: Record<string, number[]> = Object.fromEntries(Object.keys(TRIED).map((name) => [name, []]))
  for (const { text, relevant } of questions) {
    const asked = await ask(text)
    const wanted = new Set([...relevant].map((position) => statements[position]!.index))
    for (const [name, weights] of Object.entries(TRIED)) ranks[name]!.push(rankUnder(weights, asked, wanted))
  }
  const used = ranks['as used']!
  return {
    title: `The program's weights, on ${file}`,
    columns: ['weights', 'R@1', 'R@5', 'MRR@10', 'first hits of those used: won', 'lost', 'sign test p'],
    rows: Object.entries(ranks).map(([name, some]) => {
      const { won, lost, p } = signTest(used, some)
      const shares = [recallAt(1, some), recallAt(5, some), meanReciprocalRank(10, some)].map(percent)
      return [name, ...shares, `${won}`, `${lost}`, p.toFixed(3)]
    }),
    notes: [`${questions.length} questions. As used: ${JSON.stringify(USED)}`],
  }
}

function rankUnder({ fusion, ranking }: Weights, { context }: Asked, wanted: ReadonlySet<number>): number {
  const evidence = context.evidence.map((entry) => ({ ...entry, score: fuseArms(entry.arms, fusion) }))
  const ranked = rankStatements({ ...context, evidence }, ranking)
  const at = ranked
    .filter(({ statement }) => statement.statement.kind !== 'heading')
    .findIndex(({ statement }) => wanted.has(statement.statement.index))
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1
}
