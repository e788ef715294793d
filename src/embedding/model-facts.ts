/** What has to be known of a model besides its files. */
export interface ModelFacts {
  /** How token vectors become one vector. */
  pooling: 'mean' | 'cls'
  /** Put in front of a text; '' where the model wants none. */
  prefixes: { question: string; passage: string }
}

/** What a file has to be, byte for byte. */
export interface FilePin {
  bytes?: number
  sha256: string
}

const usual: ModelFacts = { pooling: 'mean', prefixes: { question: '', passage: '' } }

/** BAAI's note on bge-*-zh-v1.5: CLS pooling, and this instruction before short questions. */
const bgeChinese: ModelFacts = {
  pooling: 'cls',
  prefixes: { question: '为这个句子生成表示以用于检索相关文章：', passage: '' },
}

/** https://huggingface.co/intfloat/multilingual-e5-small: each text starts with its role. */
const e5: ModelFacts = { pooling: 'mean', prefixes: { question: 'query: ', passage: 'passage: ' } }

const facts: Readonly<Record<string, ModelFacts>> = {
  'bge-small-zh-v1.5': bgeChinese,
  'bge-base-zh-v1.5': bgeChinese,
  'bge-large-zh-v1.5': bgeChinese,
  'multilingual-e5-small': e5,
  'multilingual-e5-base': e5,
  'multilingual-e5-large': e5,
}

/** Facts by a model's name, whoever publishes it; unknown models are pooled by mean and get no prefix. */
export function modelFacts(model: string): ModelFacts {
  return facts[model.split(/[\\/]/).at(-1)?.replace(/@.*$/, '') ?? ''] ?? usual
}

/** The recommended model (512 dimensions, MIT): its files are the same on every mirror, or they are not taken. */
const pins: Readonly<Record<string, Readonly<Record<string, FilePin>>>> = {
  'Xenova/bge-small-zh-v1.5': {
    'onnx/model_quantized.onnx': {
      bytes: 24_010_842,
      sha256: '15b717c382bcb518ba457b93ea6850ede7f4f1cd8937454aa06972366cd19bcc',
    },
    'tokenizer.json': { sha256: '48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26' },
  },
}

/** What is known of a hub model's files beforehand, by their path; nothing of most. */
export function modelPins(model: string): Readonly<Record<string, FilePin>> {
  return pins[model] ?? {}
}
