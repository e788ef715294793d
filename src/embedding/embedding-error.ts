import { messages } from '../messages.js'

const OWN = ['EMBEDDING_MODEL', 'EMBEDDING_PATH', 'EMBEDDING_HOST']

/** No embedding model can be loaded, or it gave something else than vectors. */
export class EmbeddingError extends Error {
  readonly code = 'EMBEDDING_UNAVAILABLE'

  constructor(
    /** The model as the reader knows it: a folder or a hub id. */
    readonly model: string,
    detail: string,
    options?: ErrorOptions & {
      /** Variables that the reader should look at. Default: those of the program's own model. */
      settings?: readonly string[]
    },
  ) {
    super(messages.embedding.unusable(model, detail, options?.settings ?? OWN), options)
    this.name = 'EmbeddingError'
  }
}
