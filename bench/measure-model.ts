import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Embedder } from '../src/embedding/embedder.js'
import { quantile, type Section } from './section.js'

const RUNS = 5
/** Questions are embedded for at least so long. */
const LEAST_MS = 3000

const loadSchema = z.object({
  importMs: z.number(),
  loadMs: z.number(),
  loadCpuMs: z.number(),
  megabytes: z.number(),
})
const script = fileURLToPath(new URL('load-model.ts', import.meta.url))

/** What loading the embedding model takes in a process of its own, and how many questions a second it embeds. */
export async function measureModel(folder: string, embedder: Embedder, questions: readonly string[]): Promise<Section> {
  const loads = Array.from({ length: RUNS }, () => {
    const printed = execFileSync(process.execPath, [...process.execArgv, script, folder], { encoding: 'utf8' })
    return loadSchema.parse(JSON.parse(printed))
  })
  const median = (name: keyof z.infer<typeof loadSchema>) =>
    quantile(
      loads.map((load) => load[name]),
      0.5,
    ).toFixed(0)
  const { perSecond, perCpuSecond } = await measureSpeed(embedder, questions)
  return {
    title: `The embedding model ${embedder.modelId}`,
    columns: ['import ms', 'load ms', 'load CPU ms', 'MB more', 'questions a second', 'a CPU second'],
    rows: [
      [
        median('importMs'),
        median('loadMs'),
        median('loadCpuMs'),
        median('megabytes'),
        perSecond.toFixed(0),
        perCpuSecond.toFixed(0),
      ],
    ],
    notes: [
      `Import: transformers.js and onnxruntime. Medians of ${RUNS} processes. Questions one after the other.`,
      `For comparison, an empty Node.js process: ${emptyProcessMs().toFixed(0)} CPU ms.`,
    ],
  }
}

/** CPU time grows, too, where processes share a core's caches: this one does nothing else than to start. */
function emptyProcessMs(): number {
  const runs = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['-p', 'const { user, system } = process.cpuUsage(); (user + system) / 1000']),
    ),
  )
  return quantile(runs, 0.5)
}

async function measureSpeed(embedder: Embedder, questions: readonly string[]) {
  for (const question of questions) await embedder.embed([question], 'question')
  const cpu = process.cpuUsage()
  const begin = performance.now()
  let count = 0
  for (; performance.now() - begin < LEAST_MS; count++)
    await embedder.embed([questions[count % questions.length]!], 'question')
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: count / ((performance.now() - begin) / 1000), perCpuSecond: count / ((user + system) / 1e6) }
}
