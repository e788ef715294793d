import { existsSync, readFileSync } from 'node:fs'

/** The JSON values of a file that holds one a line; a line cut off by a kill, or none of JSON, does not count. */
export function readWholeLines(file: string): unknown[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}
