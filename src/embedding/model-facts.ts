/** What has to be known of a model besides its files. */
export interface ModelFacts {
  /** How token vectors become one vector. */
  pooling: 'mean' | 'cls'
  /** Put in front of a text; '' where the model wants none. */
  prefixes: { question: string; passage: string }
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
}

/** Facts by a model's name, whoever publishes it; unknown models are pooled by mean and get no prefix. */
export function modelFacts(model: string): ModelFacts {
  return facts[model.split(/[\\/]/).at(-1) ?? ''] ?? usual
}
