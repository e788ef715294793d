import { once } from 'node:events'

/** Prints one line of results, waiting where the reader is slower. */
export async function printLine(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
}

/** Prints one JSON object as one line. */
export async function printJson(value: unknown): Promise<void> {
  await printLine(JSON.stringify(value))
}

/** Progress, notices and failures: never among the results. */
export function printNotice(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Prints each notice once, however often it is told. */
export function createNotices(): (notice: string) => void {
  const seen = new Set<string>()
  return (notice) => {
    if (!seen.has(notice)) printNotice(notice)
    seen.add(notice)
  }
}

/** Ends the program quietly once nobody reads its output any more (… | head). */
export function leaveWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit(process.exitCode ?? 0)
    })
}
