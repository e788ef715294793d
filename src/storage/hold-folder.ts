import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from './storage-error.js'

/**
 * Keeps other processes out of a folder until released: two at once would ruin an embedded database. The mark a killed
 * process left does not count, so that a restart need not wait.
 *
 * @throws {StorageError} `in_use`
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const mark = join(folder, 'in-use-by')
  const write = () => writeFile(mark, `${process.pid}`, { flag: 'wx' })
  try {
    await write()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (isAlive(Number(await readFile(mark, 'utf8')))) throw new StorageError('in_use', mark, { cause: error })
    await rm(mark, { force: true })
    await write()
  }
  return () => rm(mark, { force: true })
}

/** In a container every start may get the same process id: one's own is a dead process's. */
function isAlive(processId: number): boolean {
  if (processId === process.pid || !Number.isInteger(processId) || processId <= 0) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
