import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { PageEntry } from './page-entry.js'
import { toCsv } from './to-csv.js'
import { toJson } from './to-json.js'
import { toMarkdown } from './to-markdown.js'
import { toPage } from './to-page.js'

export interface FaqOutputs {
  entries: readonly PageEntry[]
  title: string
  /** Offered at the end of the page; null for none. */
  contact: string | null
}

/** Writes faq.md, faq.json, faq.csv and faq.html, each atomically. @returns their paths */
export async function writeOutputs(folder: string, { entries, title, contact }: FaqOutputs): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const files: [string, string][] = [
    ['faq.md', toMarkdown(entries, title)],
    ['faq.json', toJson(entries, title)],
    ['faq.csv', toCsv(entries)],
    ['faq.html', toPage(entries, title, contact)],
  ]
  for (const [name, text] of files) await writeFileAtomic(join(folder, name), text)
  return files.map(([name]) => join(folder, name))
}
