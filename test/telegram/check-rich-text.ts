import { expect } from 'vitest'
import type { RichText } from '../../src/telegram/rich-text.js'

/** What Telegram asks of every outgoing text. */
export function expectSendable({ text, entities }: RichText, limit = 4096): void {
  expect(text.length).toBeGreaterThan(0)
  expect(text.length).toBeLessThanOrEqual(limit)
  expect(text).toBe(text.trim())
  expect(text).not.toMatch(/\p{Surrogate}/u)
  expect(entities.length).toBeLessThanOrEqual(100)
  for (const { offset, length } of entities) {
    expect(offset).toBeGreaterThanOrEqual(0)
    expect(length).toBeGreaterThan(0)
    expect(offset + length).toBeLessThanOrEqual(text.length)
    expect(text.slice(offset, offset + length)).not.toMatch(/\p{Surrogate}/u)
  }
}

/** The words an entity type covers, in order. */
export function marked({ text, entities }: RichText, type: string): string[] {
  return entities
    .filter((entity) => entity.type === type)
    .map(({ offset, length }) => text.slice(offset, offset + length))
}
