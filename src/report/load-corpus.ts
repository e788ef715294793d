import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { CorpusError } from './corpus-error.js'
import { decodeText } from './decode-text.js'
import { parseReport } from './parse-report.js'
import type { ReportFormat } from './read-lines.js'
import type { Report } from './report.js'
import { noSidecar, parseSidecar, type Sidecar } from './sidecar.js'

/** File extensions of reports and what they are read as. */
const FORMATS: Readonly<Record<string, ReportFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
}

/** What a corpus folder holds. */
export interface Corpus {
  /** Ordered by file name. Exactly one is the default. */
  reports: Report[]
  /** One Chinese sentence for each file that was passed over. */
  notices: string[]
}

/**
 * Reads every report of a folder (not of its subfolders). A file that cannot be read is passed over with a notice.
 *
 * @throws {CorpusError} where the folder is missing, or holds no report that can be read
 */
export async function loadCorpus(directory: string): Promise<Corpus> {
  const files = await listReports(directory)
  const reports: Report[] = []
  const notices: string[] = []
  let failure: CorpusError | null = null
  for (const file of files) {
    try {
      reports.push(claimId(await loadReportFile(file), reports))
    } catch (error) {
      if (!CorpusError.isInstance(error)) throw error
      failure ??= error
      notices.push(error.message)
    }
  }
  if (reports.length === 0) throw (files.length === 1 ? failure : null) ?? emptyCorpus(directory, notices)
  return { reports: markDefault(reports), notices }
}

/**
 * Reads one report file with the sidecar beside it.
 *
 * @throws {CorpusError} where the file or its sidecar cannot be used
 */
export async function loadReportFile(path: string): Promise<Report> {
  const file = resolve(path)
  const extension = extname(file)
  const text = await readText(file)
  const sidecar = await readSidecar(join(dirname(file), `${basename(file, extension)}.yaml`))
  return parseReport({
    id: sidecar.id ?? basename(file, extension),
    file,
    text,
    format: FORMATS[extension.toLowerCase()] ?? 'text',
    sidecar,
  })
}

async function listReports(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch((cause: unknown) => {
    throw new CorpusError(
      'CORPUS_MISSING',
      directory,
      `打不开报告文件夹 ${directory},请检查 --corpus 或 CORPUS_DIR 的设置。`,
      { cause },
    )
  })
  const reports = names.filter((name) => !name.startsWith('.') && extname(name).toLowerCase() in FORMATS)
  if (reports.length === 0) throw emptyCorpus(directory, [])
  return reports.sort().map((name) => join(resolve(directory), name))
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    const missing = isMissing(cause)
    throw new CorpusError(
      missing ? 'REPORT_MISSING' : 'REPORT_UNREADABLE',
      file,
      missing
        ? `没有报告文件 ${file},请检查文件名。`
        : `报告文件 ${file} 读不出来,请检查它是不是文件、有没有读取权限。`,
      { cause },
    )
  })
  const text = decodeText(bytes)
  if (text === null)
    throw new CorpusError('REPORT_NOT_TEXT', file, `文件 ${file} 不是文本,请把报告另存为 UTF-8 编码的 .txt 再放进来。`)
  if (text.replace('\ufeff', '').trim() === '')
    throw new CorpusError('REPORT_EMPTY', file, `报告文件 ${file} 是空的,请放入报告正文,或移走这个文件。`)
  return text
}

async function readSidecar(file: string): Promise<Sidecar> {
  const found = await stat(file).catch(() => null)
  if (!found) return noSidecar
  const text = decodeText(await readFile(file))
  return parseSidecar(text ?? '', file)
}

function claimId(report: Report, others: readonly Report[]): Report {
  const other = others.find(({ id }) => id === report.id)
  if (!other) return report
  throw new CorpusError(
    'REPORT_ID_TAKEN',
    report.file,
    `报告文件 ${report.file} 与 ${other.file} 的编号都是 ${report.id},请改其中一个的文件名或说明文件里的 id。`,
  )
}

function markDefault(reports: readonly Report[]): Report[] {
  const chosen = reports.find(({ isDefault }) => isDefault) ?? reports[0]
  return reports.map((report) => ({ ...report, isDefault: report === chosen }))
}

function emptyCorpus(directory: string, notices: readonly string[]): CorpusError {
  const why = notices.length > 0 ? `(${notices[0]})` : ''
  return new CorpusError(
    'CORPUS_EMPTY',
    directory,
    `报告文件夹 ${directory} 里没有可用的报告${why},请放入 .txt、.md 或 .html 文件。`,
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
