import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { buildIndex } from '../../src/index/build-index.js'
import { planIndex } from '../../src/index/plan-index.js'
import { readIndex } from '../../src/index/read-index.js'
import { createFakeEmbedder } from '../fakes/fake-embedder.js'
import { scratchFolder } from './scratch-folder.js'
import { corpora } from './two-corpora.js'

/** More by hand: KILLS=200 npx vitest run test/index/killed-build.test.ts */
const KILLS = Number(process.env.KILLS ?? 10)
/** A build takes 100 ms and more, most of it writing. */
const LONGEST_MS = 250

it('leaves the old index or the new one, whatever moment a build is killed at', {
  timeout: KILLS * 15_000,
}, async () => {
  const directory = scratchFolder()
  const whole = { directory, reports: corpora[0]!, embedder: createFakeEmbedder() }
  await buildIndex(whole)
  const served: string[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    await buildUntilKilled(directory, Math.random() * LONGEST_MS)
    served.push(await whatOpens(directory))
    // A dead run's lock would be taken over by itself, after ten seconds.
    rmSync(join(directory, 'lock'), { recursive: true, force: true })
  }
  expect(served.filter((name) => name !== 'lanxi' && name !== 'heyang')).toEqual([])
  await buildIndex({ ...whole, force: true })
  expect(readdirSync(directory).map((name) => name.replace(/-.*/, ''))).toEqual(['current', 'embedded', 'generation'])
})

async function buildUntilKilled(directory: string, afterMs: number): Promise<void> {
  const script = fileURLToPath(new URL('./build-forever.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  await once(child.stdout, 'data')
  await setTimeout(afterMs)
  child.kill('SIGKILL')
  expect((await exit)[1]).toBe('SIGKILL')
}

/** The id of the report whose index opens, else the fault of both. */
async function whatOpens(directory: string): Promise<string> {
  const faults: string[] = []
  for (const reports of corpora) {
    const kept = await readIndex(directory, planIndex(reports), createFakeEmbedder())
    if (kept.fault === null) return reports[0]!.id
    faults.push(kept.fault)
  }
  return [...new Set(faults)].join()
}
