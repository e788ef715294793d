import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lock } from 'proper-lockfile'
import { downloadFile } from './download-file.js'
import { EmbeddingError } from './embedding-error.js'
import { type FilePin, modelPins } from './model-facts.js'
import { MODEL_FILES } from './model-folder.js'

export interface HubModelOptions {
  /** `ORGANISATION/NAME`, or with a branch, tag or commit: `ORGANISATION/NAME@REVISION`. */
  model: string
  /** Default https://huggingface.co/. */
  host?: string | undefined
  /** Models lie in `ORGANISATION/NAME` under it. */
  cacheDir: string
  /** Told at each tenth of a file, and at its end; of files under a megabyte nothing. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined
  /** Told once where another run that downloads the model has to be waited for. */
  onWait?: (() => void) | undefined
  /** Runs the downloaded model before it is put to use. What it throws ends the download. */
  prove: (folder: string) => Promise<void>
  /** Without a byte for so long the connection counts as broken. Default 30 s. */
  idleMs?: number | undefined
  /** Checksums known beforehand. Default: those of the recommended model. */
  pins?: Readonly<Record<string, FilePin>> | undefined
}

export interface DownloadProgress {
  file: string
  received: number
  total: number | null
}

const DEFAULT_HOST = 'https://huggingface.co/'
const DEFAULT_IDLE_MS = 30_000
const MODEL_ID = /^([\w-][\w.-]*(?:\/[\w-][\w.-]*)?)(?:@([\w-][\w.-]*))?$/

/**
 * The folder of a hub model, downloaded where it is not there yet. Files come into `FOLDER.partial`, which is renamed when
 * all are whole, right and proven; a run that ends before leaves it for the next to go on with.
 *
 * @throws {DownloadError | EmbeddingError} where the model cannot be had
 */
export async function fetchHubModel(options: HubModelOptions): Promise<string> {
  const [, name, revision = 'main'] = MODEL_ID.exec(options.model) ?? []
  if (name === undefined) throw new EmbeddingError(options.model, '模型编号不对,应形如 Xenova/bge-small-zh-v1.5')
  const folder = join(options.cacheDir, ...options.model.split('/'))
  if (existsSync(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const release = await acquire(folder, options.onWait)
  try {
    // Another run may have brought it while this one waited.
    if (!existsSync(folder)) await bring(folder, { ...options, name, revision })
    return folder
  } finally {
    await release().catch(() => undefined)
  }
}

/** A run that downloads refreshes its lock; one that died loses it after ten seconds. */
const UNTIL_FREE = { forever: true, minTimeout: 500, maxTimeout: 500 }

async function acquire(folder: string, onWait?: () => void): Promise<() => Promise<void>> {
  const settings = { lockfilePath: `${folder}.lock`, realpath: false }
  try {
    return await lock(folder, settings)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOCKED')) throw error
    onWait?.()
    return lock(folder, { ...settings, retries: UNTIL_FREE })
  }
}

type NamedModelOptions = HubModelOptions & { name: string; revision: string }

async function bring(folder: string, options: NamedModelOptions): Promise<void> {
  const { model, pins = modelPins(model) } = options
  const partial = `${folder}.partial`
  await downloadInto(partial, pins, options)
  try {
    await options.prove(partial)
  } catch (error) {
    // Files known to be right are kept: the fault is this machine's. Others may be better another time.
    if (Object.keys(pins).length === 0) await rm(partial, { recursive: true, force: true })
    throw error
  }
  await rename(partial, folder)
}

async function downloadInto(
  partial: string,
  pins: Readonly<Record<string, FilePin>>,
  { name, revision, host = DEFAULT_HOST, idleMs = DEFAULT_IDLE_MS, onProgress }: NamedModelOptions,
): Promise<void> {
  for (const file of MODEL_FILES) {
    if (existsSync(join(partial, file))) continue
    await downloadFile({
      url: new URL(`${name}/resolve/${revision}/${file}`, host.endsWith('/') ? host : `${host}/`).href,
      file: join(partial, file),
      pin: pins[file],
      idleMs,
      onProgress: onProgress && inSteps((received, total) => onProgress({ file, received, total })),
    })
  }
}

const MEGABYTE = 1e6

/** Passes on what comes at least a step after what was passed on before, and the end. */
function inSteps(tell: (received: number, total: number | null) => void): typeof tell {
  let told = Number.NEGATIVE_INFINITY
  return (received, total) => {
    const step = Math.max(MEGABYTE, (total ?? 0) / 10)
    if ((total ?? MEGABYTE) < MEGABYTE || (received < told + step && received !== total)) return
    told = received
    tell(received, total)
  }
}
