import { basename, dirname, resolve } from 'node:path'
import type { FeatureExtractionPipeline } from '@xenova/transformers'

/** transformers.js keeps its settings in one object for the whole process, so models are loaded one after the other. */
let queue: Promise<unknown> = Promise.resolve()

/**
 * Loads the feature-extraction pipeline of a model folder, never from the network; transformers.js itself is imported on
 * the first call only (about 0.25 s).
 */
export function loadExtractor(folder: string): Promise<FeatureExtractionPipeline> {
  const loading = queue.then(() => quietly(() => load(resolve(folder))))
  queue = loading.catch(() => undefined)
  return loading
}

async function load(folder: string): Promise<FeatureExtractionPipeline> {
  const { env, pipeline } = await import('@xenova/transformers')
  env.allowLocalModels = true
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(folder)
  return pipeline('feature-extraction', basename(folder), { quantized: true, local_files_only: true })
}

/** transformers.js and onnxruntime print a fault, stack and all, before they throw it; the caller puts it in a sentence. */
async function quietly<Result>(work: () => Promise<Result>): Promise<Result> {
  const { warn, error } = console
  const mute = () => undefined
  Object.assign(console, { warn: mute, error: mute })
  try {
    return await work()
  } finally {
    Object.assign(console, { warn, error })
  }
}
