import { loadConfig } from '../src/config/load-config.js'
import { importBuilt, isBuilt } from './run-process.js'
import { quantile, type Section } from './section.js'

/** Answers are asked for at least so long. */
const LEAST_MS = 3000
/** Until then the engine still compiles what runs often: the rate goes on rising for some thousand questions. */
const WARM_MS = 10_000

/** Latency and throughput of a warm assistant, one question after the other. */
export async function measureSpeed(
  folders: { corpus: string; index: string },
  questions: readonly string[],
): Promise<Section> {
  const title = 'Warm answers, one process, one after the other'
  const columns = ['answers', 'a second', 'a CPU second', 'p50 ms', 'p95 ms']
  if (!isBuilt()) return { title, columns, rows: [], notes: ['Not built: run `npm run build` first.'] }
  const { composeAssistant } = await importBuilt()
  const { assistant } = await composeAssistant(loadConfig(folders), (notice) => console.error(notice))
  const started = performance.now()
  do for (const question of questions) await assistant.ask(question)
  while (performance.now() - started < WARM_MS)
  const latencies: number[] = []
  const cpu = process.cpuUsage()
  const begin = performance.now()
  for (let i = 0; performance.now() - begin < LEAST_MS; i += 1) {
    const asked = performance.now()
    await assistant.ask(questions[i % questions.length]!)
    latencies.push(performance.now() - asked)
  }
  const elapsed = performance.now() - begin
  const { user, system } = process.cpuUsage(cpu)
  const perSecond = (milliseconds: number) => (latencies.length / (milliseconds / 1000)).toFixed(0)
  return {
    title,
    columns,
    rows: [
      [
        `${latencies.length}`,
        perSecond(elapsed),
        perSecond((user + system) / 1000),
        quantile(latencies, 0.5).toFixed(2),
        quantile(latencies, 0.95).toFixed(2),
      ],
    ],
  }
}
