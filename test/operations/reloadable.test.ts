import { describe, expect, it } from 'vitest'
import { createReloadable } from '../../src/operations/reloadable.js'

/** Parts that know their number and whether they were let go of. */
function numbered() {
  const made: { number: number; isClosed: boolean; close(): Promise<void> }[] = []
  const load = async () => {
    const parts = {
      number: made.length + 1,
      isClosed: false,
      async close() {
        parts.isClosed = true
      },
    }
    made.push(parts)
    return parts
  }
  return { made, load }
}

describe('reloadable parts', () => {
  it('are swapped, while work begun with the old ones ends with them', async () => {
    const { made, load } = numbered()
    const held = await createReloadable(load)
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const long = held.use(async (parts) => {
      await gate
      return parts.isClosed
    })
    await held.reload()
    expect(await held.use(async ({ number }) => number)).toBe(2)
    expect(made[0]?.isClosed).toBe(false)
    release()
    expect(await long).toBe(false)
    expect(made[0]?.isClosed).toBe(true)
    await held.close()
    expect(made[1]?.isClosed).toBe(true)
  })

  it('stay where the new ones cannot be loaded, and can be reloaded later', async () => {
    const { made, load } = numbered()
    let isBroken = false
    const held = await createReloadable(() => (isBroken ? Promise.reject(new Error('broken')) : load()))
    isBroken = true
    await expect(held.reload()).rejects.toThrow('broken')
    expect(held.current.number).toBe(1)
    expect(made[0]?.isClosed).toBe(false)
    isBroken = false
    expect((await held.reload()).number).toBe(2)
  })

  it('are loaded once where two ask at once', async () => {
    const { made, load } = numbered()
    const held = await createReloadable(load)
    const [one, other] = await Promise.all([held.reload(), held.reload()])
    expect(one).toBe(other)
    expect(made).toHaveLength(2)
  })
})
