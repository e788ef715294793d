/** Numbers from 0 up to 1, as Math.random gives them. */
export type Random = () => number

/** Mulberry32: small, and the same on every machine. */
export function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of the items, each as likely. */
export function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!
}

/** `length` numbers, evenly from -1 to 1. */
export function randomTable(length: number, random: Random): Float32Array {
  return Float32Array.from({ length }, () => random() * 2 - 1)
}
