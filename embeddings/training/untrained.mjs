/**
 * Writes a model that has learnt nothing: every Chinese character gets a random row. It finds texts that share characters
 * and is what a trained model has to beat.
 *
 *   node embeddings/training/untrained.mjs FOLDER
 */
import { writeModel } from './write-model.mjs'

const DIMENSIONS = 64
const folder = process.argv[2]
if (!folder) throw new Error('Name the folder to write the model to: node embeddings/training/untrained.mjs FOLDER')

const characters = [...range(0x21, 0x7e), ...range(0x4e00, 0x9fff)].filter((character) => !/[A-Z]/.test(character))
const random = randomNumbers(20230106)
const vectors = Float32Array.from({ length: characters.length * DIMENSIONS }, () => random() * 2 - 1)
const pieces = characters.map((character) => [character, -10])
writeModel({ folder, name: 'qingwen-untrained-static-v0', pieces, vectors, dimensions: DIMENSIONS })

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
}

/** Mulberry32: small, and the same on every machine. */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
