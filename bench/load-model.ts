/** Loads the model in a folder in a process of its own and prints what that took, as JSON. Started by measure-model.ts. */
import { createTransformersEmbedder } from '../src/embedding/transformers-embedder.js'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of a model')

const begun = usage()
await import('@xenova/transformers')
const imported = usage()
const embedder = await createTransformersEmbedder({ path: folder })
await embedder.embed(['一'], 'question')
const loaded = usage()
console.log(
  JSON.stringify({
    importMs: imported.elapsedMs - begun.elapsedMs,
    loadMs: loaded.elapsedMs - imported.elapsedMs,
    loadCpuMs: loaded.cpuMs - imported.cpuMs,
    megabytes: loaded.megabytes - begun.megabytes,
  }),
)

function usage() {
  const { user, system } = process.cpuUsage()
  return {
    elapsedMs: performance.now(),
    cpuMs: (user + system) / 1000,
    megabytes: process.memoryUsage().rss / 2 ** 20,
  }
}
