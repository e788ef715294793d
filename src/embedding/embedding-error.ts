/** No embedding model can be loaded, or it gave something else than vectors. */
export class EmbeddingError extends Error {
  readonly code = 'EMBEDDING_UNAVAILABLE'

  constructor(
    /** The model as the reader knows it: a folder or a hub id. */
    readonly model: string,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(
      `向量模型 ${model} 无法使用:${detail}。请检查 EMBEDDING_MODEL、EMBEDDING_PATH、EMBEDDING_HOST 的设置。`,
      options,
    )
    this.name = 'EmbeddingError'
  }
}
