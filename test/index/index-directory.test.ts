import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultIndexDirectory, indexDirectoryFor } from '../../src/index/index-directory.js'
import { scratchFolder } from './scratch-folder.js'

describe('indexDirectoryFor', () => {
  it('keeps the indexes of two corpora apart, in one folder', () => {
    const [one, other] = [indexDirectoryFor('/a/corpus', '/x'), indexDirectoryFor('/b/corpus', '/x')]
    expect(one).not.toBe(other)
    for (const directory of [one, other]) expect(directory).toMatch(/^\/x\/index\/corpus-[0-9a-f]{12}$/)
  })

  it('knows one folder by all its names', () => {
    const folder = scratchFolder()
    mkdirSync(join(folder, 'corpus'))
    symlinkSync(join(folder, 'corpus'), join(folder, 'link'))
    const wanted = indexDirectoryFor(join(folder, 'corpus'))
    expect(indexDirectoryFor(`${folder}/./corpus/`)).toBe(wanted)
    expect(indexDirectoryFor(join(folder, 'link'))).toBe(wanted)
  })

  it('stays out of the folder of the model', () => {
    expect(indexDirectoryFor('corpus').startsWith(join(defaultIndexDirectory, 'index'))).toBe(true)
    expect(defaultIndexDirectory).toMatch(/embeddings$/)
  })
})
