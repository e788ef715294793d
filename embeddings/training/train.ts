/**
 * Trains the embedding model that ships with the program (see README.md beside this file):
 *
 *   npx tsx embeddings/training/train.ts TEXT_FOLDER [MODEL_FOLDER]
 */
import { parseArgs } from 'node:util'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { readCorpus } from './corpus.js'
import { createRandom } from './random.js'
import { createSources } from './sources.js'
import { trainTable } from './train-table.js'
import { createUnigram } from './unigram.js'
import { chooseVocabulary } from './vocabulary.js'
import { SPECIAL_TOKENS, writeModel } from './write-model.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    steps: { type: 'string', default: '1000' },
    batch: { type: 'string', default: '512' },
    dimensions: { type: 'string', default: '256' },
    words: { type: 'string', default: '40000' },
    seed: { type: 'string', default: '20230106' },
  },
})
const [textFolder, modelFolder = 'embeddings/model'] = positionals
if (!textFolder) throw new Error('Name the folder of text: npx tsx embeddings/training/train.ts TEXT_FOLDER')

const started = Date.now()
const say = (text: string) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s  ${text}`)
const dimensions = Number(values.dimensions)
const random = createRandom(Number(values.seed))

const corpus = readCorpus(textFolder)
say(`${corpus.news.length} articles, ${corpus.government.length} paragraphs, ${corpus.questions.length} questions`)
const pieces = chooseVocabulary(corpus, Number(values.words))
say(`${pieces.length} words`)
const rows = SPECIAL_TOKENS.length + pieces.length
const table = Float32Array.from({ length: rows * dimensions }, () => (random() * 2 - 1) / Math.sqrt(dimensions / 3))
trainTable({
  sources: createSources(corpus, loadConcepts()),
  tokenize: createUnigram(pieces),
  table,
  dimensions,
  steps: Number(values.steps),
  batchSize: Number(values.batch),
  learningRate: 0.01,
  random,
  onStep: (step, source, loss) => step % 20 === 19 && say(`step ${step + 1} ${source} ${loss.toFixed(3)}`),
})
const vectors = table.subarray(SPECIAL_TOKENS.length * dimensions)
writeModel({ folder: modelFolder, name: 'qingwen-static-zh-v1', pieces, vectors, dimensions })
const { user, system } = process.cpuUsage()
say(`written to ${modelFolder}; ${((user + system) / 1e6).toFixed(0)} s of CPU time`)
