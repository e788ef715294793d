/**
 * Builds the indexes of two corpora into one folder, in turn, until it is killed:
 *
 *   node --import tsx build-forever.ts FOLDER
 */
import { buildIndex } from '../../src/index/build-index.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { corpora } from './two-corpora.js'

const [directory = ''] = process.argv.slice(2)
process.stdout.write('started\n')
for (let turn = 0; ; turn += 1) {
  await buildIndex({ directory, reports: corpora[turn % 2]!, embedder: createFakeEmbedder() })
}
