import type { FeatureExtractionPipeline } from '@xenova/transformers'
import { messages } from '../messages.js'
import { batchesOf } from './batches.js'
import type { Embedder } from './embedder.js'
import { EmbeddingError } from './embedding-error.js'
import { type DownloadProgress, fetchHubModel } from './hub-model.js'
import { loadExtractor } from './load-extractor.js'
import { modelFacts } from './model-facts.js'
import { embeddedModelFolder, readModelCard } from './model-folder.js'
import { poolTokens } from './pool-tokens.js'

export interface TransformersEmbedderOptions {
  /**
   * A hub model's id, e.g. Xenova/bge-small-zh-v1.5, with `@REVISION` where it is not to be `main`. Default: the embedded
   * model. With `path` it only names the model.
   */
  model?: string | undefined
  /** A folder that holds a model in the Hugging Face layout; wins over `model`. */
  path?: string | undefined
  /** Another host than huggingface.co to load hub models from. */
  host?: string | undefined
  /** Where hub models are kept. Default `data/models`. */
  cacheDir?: string | undefined
  /** Told, in one Chinese sentence each, when another model than the one asked for is used, or has to be waited for. */
  onNotice?: ((notice: string) => void) | undefined
  /** Told while a hub model is downloaded. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined
  /** See `fetchHubModel`. */
  idleMs?: number | undefined
}

/** Longer texts are cut: no chunk or question comes near, and the tokenizer is not linear. */
const MAX_CHARACTERS = 2000

/**
 * An embedder that runs a model through transformers.js, loaded when the first text comes. A hub model is downloaded at
 * once, so that `modelId` tells what really runs: where it cannot be had, the embedded model is used and `onNotice` says so.
 *
 * @throws {EmbeddingError} where a folder holds no model
 */
export async function createTransformersEmbedder(options: TransformersEmbedderOptions = {}): Promise<Embedder> {
  const { model, path } = options
  if (path) return folderEmbedder(path, model)
  if (!model) return folderEmbedder(embeddedModelFolder)
  try {
    return folderEmbedder(await fetchModel(model, options), model)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    options.onNotice?.(messages.embedding.fallback(model, reason.slice(0, 200).replace(/。$/, '')))
    return folderEmbedder(embeddedModelFolder)
  }
}

function fetchModel(model: string, options: TransformersEmbedderOptions): Promise<string> {
  return fetchHubModel({
    model,
    host: options.host,
    cacheDir: options.cacheDir ?? 'data/models',
    idleMs: options.idleMs,
    onProgress: options.onProgress,
    onWait: () => options.onNotice?.(messages.embedding.waiting(model)),
    prove: async (folder) => {
      await folderEmbedder(folder, model).embed(['一'], 'question')
    },
  })
}

function folderEmbedder(folder: string, model?: string): Embedder {
  const { id, name, dimensions } = readModelCard(folder, model)
  let loading: Promise<FeatureExtractionPipeline> | undefined
  const load = () => {
    loading ??= loadExtractor(folder).catch((cause: unknown) => {
      loading = undefined
      throw new EmbeddingError(folder, '模型文件已损坏,或本机不支持 onnxruntime', { cause })
    })
    return loading
  }
  return {
    modelId: id,
    dimensions,
    async embed(texts, kind) {
      if (texts.length === 0) return []
      const extractor = await load()
      const prefix = modelFacts(name).prefixes[kind]
      const vectors: Float32Array[] = []
      for (const batch of batchesOf(texts.map((text) => prefix + text.slice(0, MAX_CHARACTERS))))
        vectors.push(...(await extract(extractor, batch, name)))
      const odd = vectors.find(({ length }) => length !== dimensions)
      if (odd) throw new EmbeddingError(name, `模型给出${odd.length}维的向量,config.json 说是${dimensions}维`)
      return vectors
    },
  }
}

async function extract(extractor: FeatureExtractionPipeline, texts: string[], name: string): Promise<Float32Array[]> {
  const special: unknown = extractor.tokenizer.special_tokens
  const plain = texts.map((text) => withoutSpecialTokens(text, Array.isArray(special) ? special : []))
  const inputs = extractor.tokenizer(plain, { padding: true, truncation: true })
  const output = await extractor.model(inputs)
  const hidden = output.last_hidden_state ?? output.logits ?? output.token_embeddings
  const vectors = poolTokens(hidden, inputs.attention_mask, modelFacts(name).pooling)
  if (vectors.length !== texts.length) throw new EmbeddingError(name, '模型给出的向量数目不对')
  return vectors
}

/** A special token typed by a user is text like any other: a blank after its first character makes it so. */
function withoutSpecialTokens(text: string, tokens: readonly string[]): string {
  return tokens.reduce((plain, token) => plain.replaceAll(token, `${token.slice(0, 1)} ${token.slice(1)}`), text)
}
