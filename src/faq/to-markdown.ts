import { messages } from '../messages.js'
import { groupByTheme } from './group-by-theme.js'
import type { PageEntry } from './page-entry.js'

const words = messages.faq.page

/** The FAQ as Markdown: a heading for each theme and question, the sources as quotations. */
export function toMarkdown(entries: readonly PageEntry[], title: string): string {
  const themes = groupByTheme(entries)
  const contents = themes.map(({ theme, entries: own }) => `- ${escaped(theme)}(${own.length})`)
  const parts = themes.flatMap(({ theme, entries: own }) => [`## ${escaped(theme)}`, ...own.map(showEntry)])
  return `${[`# ${escaped(title)}`, words.intro, contents.join('\n'), ...parts].join('\n\n')}\n`
}

function showEntry(entry: PageEntry): string {
  const { id, question, also, answer, sources, state } = entry
  const mark = state === 'draft' ? ` ${words.draft}` : ''
  const lines = sources.map(({ n, section, sentence, title, link }, i) => {
    const name = link === null ? escaped(`《${title}》`) : `[${escaped(`《${title}》`)}](${link})`
    const path = section.map((heading) => escaped(heading)).join(' › ')
    const last = sources[i - 1]
    // What several sentences in a row have in common is said once.
    const isNext = link === null && last?.title === title && last.section.join('\n') === section.join('\n')
    return `${isNext ? '' : `> ${name}${path === '' ? '' : ` ${path}`}\n>\n`}> \\[${n}\\] “${escaped(oneLine(sentence))}”`
  })
  return [
    `### <a id="${id}"></a>${escaped(question)}${mark}`,
    answer.split('\n').map(escaped).join('  \n'),
    ...(also.length > 0 ? [escaped(words.also(also))] : []),
    lines.join('\n>\n'),
  ].join('\n\n')
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}

/** Characters that Markdown reads as marks. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/^(\s*)([-+]|\d+\.)(?=\s)/, '$1\\$2')
}
