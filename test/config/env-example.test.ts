import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { describe, expect, it } from 'vitest'
import { environmentSchema } from '../../src/config/environment.js'

const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')

describe('.env.example', () => {
  it('names every variable that the program knows, and no other', () => {
    expect(Object.keys(parse(text)).sort()).toEqual(Object.keys(environmentSchema.shape).sort())
  })

  it('sets none, so that a copy changes nothing', () => {
    expect(Object.values(parse(text)).every((value) => value === '')).toBe(true)
  })

  it('explains every group of variables in the line above it', () => {
    for (const group of text.match(/(?:^[A-Z_]+=\n)+/gm) ?? []) {
      const before = text.slice(0, text.indexOf(group)).trimEnd().split('\n').at(-1)
      expect(before, group).toMatch(/^# \S/)
    }
  })
})
