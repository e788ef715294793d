import { describe, expect, it } from 'vitest'
import { createConversations } from '../../src/telegram/conversations.js'

describe('conversations', () => {
  it('keeps no more than it may, letting go of the one unused longest', () => {
    const conversations = createConversations({ capacity: 2 })
    conversations.set('a', { n: 1 })
    conversations.set('b', { n: 2 })
    conversations.set('a', { n: 3 })
    conversations.set('c', { n: 4 })
    expect(conversations.get('a')).toEqual({ n: 3 })
    expect(conversations.get('b')).toBeUndefined()
    expect(conversations.get('c')).toEqual({ n: 4 })
  })

  it('forgets a conversation after its lifetime', () => {
    let now = 0
    const conversations = createConversations({ lifetimeMs: 10, now: () => now })
    conversations.set('a', { n: 1 })
    now = 9
    expect(conversations.get('a')).toEqual({ n: 1 })
    now = 10
    expect(conversations.get('a')).toBeUndefined()
  })
})
