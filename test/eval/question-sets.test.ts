import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readGoldLine } from '../../src/eval/read-gold.js'

const folder = new URL('../questions/', import.meta.url)

it.each(readdirSync(folder).filter((name) => name.endsWith('.jsonl')))('%s can be read to its last line', (name) => {
  const lines = readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n')
  expect(lines.filter((line) => readGoldLine(line) === null)).toEqual([])
})
