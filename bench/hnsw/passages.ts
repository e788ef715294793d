import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** About the length of the longer statements of a report, headings included. */
const LENGTH = 200

/**
 * Passages of whole sentences, from the `.txt` and `.txt.xz` files of a folder; none twice, and taken
 * evenly over all of the text.
 *
 * @throws {Error} where the folder holds less text
 */
export function readPassages(folder: string, count: number): string[] {
  const files = readdirSync(folder).filter((name) => /\.txt(?:\.xz)?$/.test(name))
  const all = [...new Set(files.flatMap((name) => passagesOf(readText(join(folder, name)))))]
  if (all.length < count) throw new Error(`${folder} holds ${all.length} passages, not ${count}`)
  return Array.from({ length: count }, (_, i) => all[Math.floor((i * all.length) / count)]!)
}

function readText(file: string): string {
  if (!file.endsWith('.xz')) return readFileSync(file, 'utf8')
  return execFileSync('xz', ['-dc', file], { encoding: 'utf8', maxBuffer: 1 << 30 })
}

/** Shorter rests of a line are left out. */
const SHORTEST = 60

function passagesOf(text: string): string[] {
  const passages: string[] = []
  for (const line of text.split('\n')) {
    let passage = ''
    for (const sentence of line.split(/(?<=[。!?！？;；])/u)) {
      if (passage !== '' && passage.length + sentence.length > LENGTH) {
        passages.push(passage)
        passage = ''
      }
      passage += sentence.slice(0, LENGTH)
    }
    if (passage.length >= SHORTEST) passages.push(passage)
  }
  return passages
}
