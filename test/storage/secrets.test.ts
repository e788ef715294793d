import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { holdFolder } from '../../src/storage/hold-folder.js'
import { openPglite } from '../../src/storage/pglite-database.js'
import { readKey } from '../../src/storage/read-key.js'
import { createSecrets } from '../../src/storage/secrets.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingwen-storage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the key', () => {
  it('is made at the first start, readable by its owner only, and the same ever after', async () => {
    const place = join(folder, 'not', 'there', 'yet')
    const [first, second] = [await readKey(place), await readKey(place)]
    expect(first).toHaveLength(32)
    expect(second).toEqual(first)
    expect(statSync(join(place, 'id.key')).mode & 0o777).toBe(0o600)
    expect(await readKey(folder)).not.toEqual(first)
  })

  it('that was cut short is told in one sentence', async () => {
    writeFileSync(join(folder, 'id.key'), 'abcd')
    await expect(readKey(folder)).rejects.toMatchObject({ code: 'unusable' })
  })
})

describe('secrets', () => {
  const one = createSecrets(new Uint8Array(32).fill(1))
  const other = createSecrets(new Uint8Array(32).fill(2))

  it('hash an id the same way every time, and differently for another key, kind or id', () => {
    const hash = one.hash('user', 7)
    expect(hash).toMatch(/^[\w-]{43}$/)
    expect(one.hash('user', 7)).toBe(hash)
    expect(new Set([hash, one.hash('chat', 7), one.hash('user', 8), other.hash('user', 7)]).size).toBe(4)
  })

  it('seal what only the same key opens', () => {
    const content = { text: '问', deep: [1, null] }
    const sealed = one.seal(content)
    expect(one.open(sealed)).toEqual(content)
    expect(one.seal(content)).not.toBe(sealed)
    expect(() => other.open(sealed)).toThrow('密钥换过了')
    expect(() => one.open(`${sealed.slice(0, -4)}AAAA`)).toThrow()
  })
})

describe('the folder of an embedded database', () => {
  it('is refused while another process has it, and taken over from one that died', async () => {
    writeFileSync(join(folder, 'in-use-by'), `${process.ppid}`)
    await expect(openPglite(folder)).rejects.toMatchObject({ code: 'in_use' })
    writeFileSync(join(folder, 'in-use-by'), '4194399')
    const release = await holdFolder(folder)
    await release()
    await (await holdFolder(folder))()
  })

  it('is refused in one sentence where there can be none', async () => {
    writeFileSync(join(folder, 'file'), '')
    await expect(openPglite(join(folder, 'file'))).rejects.toMatchObject({ code: 'unusable' })
  })
})
