import { messages } from '../../messages.js'
import type { FaqQuestion, Library } from '../library.js'
import { type Button, label, type Outgoing } from '../outgoing.js'
import { bold, plain } from '../rich-text.js'
import { pageButtons, pageOf } from './pages.js'

const words = messages.telegram

const QUESTIONS_A_PAGE = 8

/** Themes of the approved questions, or the questions of one. @param theme index into the library's themes; −1: all */
export function faqView(library: Library, theme: number, page: number): Outgoing {
  const own = library.faq().filter((entry) => entry.theme === library.themes.names[theme])
  return own.length === 0 ? themesView(library) : listView(own, theme, page)
}

function themesView(library: Library): Outgoing {
  const counted = library.themes.names.map((name, theme) => ({
    name,
    theme,
    count: library.faq().filter((entry) => entry.theme === name).length,
  }))
  const buttons = counted
    .filter(({ count }) => count > 0)
    .map(({ name, theme, count }): Button[] => [
      { text: label(words.figures.theme(name, count)), action: { kind: 'faq', theme, page: 0 } },
    ])
  if (buttons.length === 0) return { text: plain(words.faq.none) }
  return { text: plain(`${words.faq.title}\n${words.faq.choose}`), buttons }
}

function listView(entries: readonly FaqQuestion[], theme: number, page: number): Outgoing {
  const { items, pages, place } = pageOf(entries, page, QUESTIONS_A_PAGE)
  const title = words.faq.list(entries[0]!.theme)
  const buttons = items.map(({ id, question }): Button[] => [{ text: label(question), action: { kind: 'entry', id } }])
  const to = (target: number) => ({ kind: 'faq', theme, page: target }) as const
  const back: Button = { text: words.buttons.back, action: { kind: 'faq', theme: -1, page: 0 } }
  return {
    text: bold(plain(title), [{ start: 0, end: entries[0]!.theme.length }]),
    buttons: [...buttons, pageButtons(place, pages, to), [back]],
  }
}
