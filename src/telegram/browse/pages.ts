import { messages } from '../../messages.js'
import type { Action } from '../callback-data.js'
import type { Button } from '../outgoing.js'

const words = messages.telegram.buttons

/** One page of a list, and where it lies. A page that is not there is the nearest that is. */
export function pageOf<Item>(list: readonly Item[], page: number, size: number) {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const place = Math.min(Math.max(0, page), pages - 1)
  const from = place * size
  return { items: list.slice(from, from + size), from, place, pages, all: list.length }
}

/** The ways to the pages before and after; none where there is but one. */
export function pageButtons(place: number, pages: number, to: (page: number) => Action): Button[] {
  return [
    ...(place > 0 ? [{ text: words.previousPage, action: to(place - 1) }] : []),
    ...(place < pages - 1 ? [{ text: words.nextPage, action: to(place + 1) }] : []),
  ]
}

export function inRows(buttons: readonly Button[], size: number): Button[][] {
  const rows = Math.ceil(buttons.length / size)
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * size, (row + 1) * size))
}
