import { basename, dirname, resolve } from 'node:path'
import type { FeatureExtractionPipeline } from '@xenova/transformers'
import type { ModelSource } from './model-source.js'

/** transformers.js keeps its settings in one object for the whole process, so models are loaded one after the other. */
let queue: Promise<unknown> = Promise.resolve()

/** Loads a feature-extraction pipeline; transformers.js itself is imported on the first call only (about 0.25 s). */
export function loadExtractor(source: ModelSource): Promise<FeatureExtractionPipeline> {
  const loading = queue.then(() => quietly(() => load(source)))
  queue = loading.catch(() => undefined)
  return loading
}

async function load(source: ModelSource): Promise<FeatureExtractionPipeline> {
  const { env, pipeline } = await import('@xenova/transformers')
  const fromFolder = source.kind === 'folder'
  env.allowLocalModels = fromFolder
  env.allowRemoteModels = !fromFolder
  env.useFSCache = !fromFolder
  if (source.kind === 'folder') {
    const folder = resolve(source.folder)
    env.localModelPath = dirname(folder)
    return pipeline('feature-extraction', basename(folder), { quantized: true, local_files_only: true })
  }
  env.cacheDir = source.cacheDir
  env.remoteHost = source.host ?? 'https://huggingface.co/'
  return pipeline('feature-extraction', source.model, { quantized: true })
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
