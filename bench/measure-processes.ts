import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt, type ProcessRun, runNothing, runProgram } from './run-process.js'
import { quantile, type Section } from './section.js'

const RUNS = 7

/** Cold start to the first answer, and the memory that takes, each in a process of its own. */
export async function measureProcesses(corpus: string, questions: readonly string[]): Promise<Section> {
  const title = `The program as a process, median of ${RUNS}`
  const columns = ['', 'ms', "ms beyond Node's start", 'CPU ms', 'peak MB']
  if (!isBuilt()) return { title, columns, rows: [], notes: ['Not built: run `npm run build` first.'] }
  const index = mkdtempSync(join(tmpdir(), 'qingwen-bench-'))
  const folders = ['--corpus', corpus, '--index', index]
  try {
    const nothing = await repeat(RUNS, runNothing)
    const first = await repeat(1, () => runProgram(['ask', ...folders, questions[0]!]))
    const ask = await repeat(RUNS, (i) => runProgram(['ask', ...folders, questions[i % questions.length]!]))
    const batch = await repeat(1, () => runProgram(['ask', '--batch', '-', '--json', ...folders], questions.join('\n')))
    const row = (name: string, run: ProcessRun) => [
      name,
      run.elapsedMs.toFixed(0),
      (run.elapsedMs - nothing.elapsedMs).toFixed(0),
      run.cpuMs.toFixed(0),
      run.peakMegabytes.toFixed(0),
    ]
    return {
      title,
      columns,
      rows: [
        row('node -e 0', nothing),
        row('ask, no index yet (once)', first),
        row('ask', ask),
        row(`ask --batch, ${questions.length} questions (once)`, batch),
      ],
    }
  } finally {
    rmSync(index, { recursive: true, force: true })
  }
}

async function repeat(times: number, run: (i: number) => Promise<ProcessRun>): Promise<ProcessRun> {
  const runs: ProcessRun[] = []
  for (let i = 0; i < times; i += 1) runs.push(await run(i))
  return {
    elapsedMs: quantile(
      runs.map(({ elapsedMs }) => elapsedMs),
      0.5,
    ),
    cpuMs: quantile(
      runs.map(({ cpuMs }) => cpuMs),
      0.5,
    ),
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
  }
}
