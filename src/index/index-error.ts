/** Why an index could not be written. */
export type IndexErrorCode = 'INDEX_UNWRITABLE' | 'INDEX_BUSY'

/** The index folder cannot be written, or another run is writing it. */
export class IndexError extends Error {
  constructor(
    readonly code: IndexErrorCode,
    /** The index folder. */
    readonly directory: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'IndexError'
  }
}

/** The error for a folder that another run is writing. */
export function busy(directory: string, cause?: unknown): IndexError {
  const message = `另一个任务正在更新索引 ${directory},请等它完成后再试。`
  return new IndexError('INDEX_BUSY', directory, message, { cause })
}

/** The error for a folder that cannot be written, with the system's reason. */
export function unwritable(directory: string, cause: unknown): IndexError {
  const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause)
  const message = `索引文件夹 ${directory} 无法写入(${reason}),请检查权限和磁盘空间,或用 --index 另指一个文件夹。`
  return new IndexError('INDEX_UNWRITABLE', directory, message, { cause })
}
