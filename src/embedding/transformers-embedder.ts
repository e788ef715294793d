import type { FeatureExtractionPipeline } from '@xenova/transformers'
import { messages } from '../messages.js'
import type { Embedder } from './embedder.js'
import { EmbeddingError } from './embedding-error.js'
import { loadExtractor } from './load-extractor.js'
import { modelFacts } from './model-facts.js'
import { embeddedModelFolder, type ModelSource, readModelCard } from './model-source.js'

export interface TransformersEmbedderOptions {
  /** A hub model's id, e.g. Xenova/bge-small-zh-v1.5. Default: the embedded model. With `path` it only names the model. */
  model?: string
  /** A folder that holds a model in the Hugging Face layout; wins over `model`. */
  path?: string
  /** Another host than huggingface.co to load hub models from. */
  host?: string
  /** Where hub models are kept. Default `data/models`. */
  cacheDir?: string
  /** Told, in one Chinese sentence, when another model than the one asked for is used. */
  onNotice?: (notice: string) => void
}

/** Texts given to the model at once. */
const BATCH_SIZE = 32

/** Longer texts are cut: no chunk or question comes near, and the tokenizer is not linear. */
const MAX_CHARACTERS = 2000

/**
 * An embedder that runs a model through transformers.js. A folder (the embedded model, too) is loaded when the first
 * text comes; a hub model at once, so that `modelId` tells what really runs: where it cannot be had, the embedded
 * model is used and `onNotice` says so.
 *
 * @throws {EmbeddingError} where a folder holds no model
 */
export async function createTransformersEmbedder(options: TransformersEmbedderOptions = {}): Promise<Embedder> {
  if (options.path) return folderEmbedder(options.path, options.model)
  if (!options.model) return folderEmbedder(embeddedModelFolder)
  try {
    return await hubEmbedder(options.model, options)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    options.onNotice?.(messages.embedding.fallback(options.model, reason.slice(0, 200)))
    return folderEmbedder(embeddedModelFolder)
  }
}

function folderEmbedder(folder: string, model?: string): Embedder {
  const card = readModelCard(folder)
  let loading: Promise<FeatureExtractionPipeline> | undefined
  const load = () => {
    loading ??= loadExtractor({ kind: 'folder', folder }).catch((cause: unknown) => {
      loading = undefined
      throw new EmbeddingError(folder, '模型文件已损坏,或本机不支持 onnxruntime', { cause })
    })
    return loading
  }
  return extractorEmbedder({ id: card.id, name: model ?? card.name, dimensions: card.dimensions, load })
}

async function hubEmbedder(model: string, options: TransformersEmbedderOptions): Promise<Embedder> {
  const cacheDir = options.cacheDir ?? 'data/models'
  const source: ModelSource = { kind: 'hub', model, cacheDir, ...(options.host ? { host: options.host } : {}) }
  const extractor = await loadExtractor(source)
  const [probe] = await extract(extractor, ['一'], model)
  if (!probe) throw new EmbeddingError(model, '模型没有给出向量')
  return extractorEmbedder({ id: model, name: model, dimensions: probe.length, load: async () => extractor })
}

function extractorEmbedder(model: {
  id: string
  name: string
  dimensions: number
  load: () => Promise<FeatureExtractionPipeline>
}): Embedder {
  return {
    modelId: model.id,
    dimensions: model.dimensions,
    async embed(texts, kind) {
      if (texts.length === 0) return []
      const extractor = await model.load()
      const prefix = modelFacts(model.name).prefixes[kind]
      const vectors: Float32Array[] = []
      for (let start = 0; start < texts.length; start += BATCH_SIZE) {
        const batch = texts.slice(start, start + BATCH_SIZE).map((text) => prefix + text.slice(0, MAX_CHARACTERS))
        vectors.push(...(await extract(extractor, batch, model.name)))
      }
      const odd = vectors.find(({ length }) => length !== model.dimensions)
      if (odd)
        throw new EmbeddingError(model.name, `模型给出${odd.length}维的向量,config.json 说是${model.dimensions}维`)
      return vectors
    },
  }
}

async function extract(extractor: FeatureExtractionPipeline, texts: string[], name: string): Promise<Float32Array[]> {
  const special: unknown = extractor.tokenizer.special_tokens
  const plain = texts.map((text) => withoutSpecialTokens(text, Array.isArray(special) ? special : []))
  const output = await extractor(plain, { pooling: modelFacts(name).pooling, normalize: true })
  const [rows, dimensions] = output.dims
  if (rows !== texts.length || !dimensions) throw new EmbeddingError(name, '模型给出的向量数目不对')
  const data = Float32Array.from(output.data as Float32Array)
  return texts.map((_, row) => data.slice(row * dimensions, (row + 1) * dimensions))
}

/** A special token typed by a user is text like any other: a blank after its first character makes it so. */
function withoutSpecialTokens(text: string, tokens: readonly string[]): string {
  return tokens.reduce((plain, token) => plain.replaceAll(token, `${token.slice(0, 1)} ${token.slice(1)}`), text)
}
