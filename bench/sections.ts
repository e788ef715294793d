import { createArms } from './arms.js'
import { measureGate } from './gate/measure-gate.js'
import { showGate } from './gate/show-gate.js'
import { measureHnsw } from './measure-hnsw.js'
import { measureIndex } from './measure-index.js'
import { measureLlm } from './measure-llm.js'
import { measureModel } from './measure-model.js'
import { measureProcesses } from './measure-processes.js'
import { measureRecall } from './measure-recall.js'
import { measureSpeed } from './measure-speed.js'
import { measureClaims } from './model/measure-claims.js'
import type { Prepared } from './prepare.js'
import type { Section } from './section.js'
import { measureKills } from './telegram/measure-kills.js'
import { measureLoad } from './telegram/measure-load.js'
import { measureMemory } from './telegram/measure-memory.js'
import { measureOutages } from './telegram/measure-outages.js'

/** Every measurement by its name, in the order they are run. */
export const sections: Record<string, (prepared: Prepared) => Promise<Section[]>> = {
  async recall({ report, index, embedder, sets }) {
    const arms = createArms(report, index, embedder)
    const measured: Section[] = []
    for (const set of sets) measured.push(await measureRecall(arms, set))
    return measured
  },
  hnsw: async ({ reports, questions, embedder }) => [await measureHnsw(reports, questions, embedder)],
  speed: async ({ corpus, scratch, questions }) => [await measureSpeed({ corpus, index: scratch }, questions)],
  processes: async ({ corpus, questions }) => [await measureProcesses(corpus, questions)],
  model: async ({ modelFolder, embedder, questions }) => [await measureModel(modelFolder, embedder, questions)],
  index: async ({ reports, embedder }) => [await measureIndex(reports, embedder)],
  llm: async (prepared) => [...(await measureLlm(prepared)), await measureClaims(prepared)],
  gate: async ({ reports }) => [showGate(measureGate(reports))],
}

/** Measurements of minutes or more, which are run only where they are named. */
export const longSections: typeof sections = {
  telegram: async ({ corpus, questions }) => [await measureLoad(corpus, questions)],
  'telegram-kills': async () => [await measureKills()],
  'telegram-outages': async () => [await measureOutages()],
  'telegram-memory': async ({ corpus, questions }) => [await measureMemory(corpus, questions)],
}
