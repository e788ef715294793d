import { messages } from '../messages.js'
import { groupByTheme } from './group-by-theme.js'
import type { PageEntry } from './page-entry.js'
import { PAGE_SCRIPT, PAGE_STYLE } from './page-style.js'
import { toFaqPage } from './to-json.js'

const words = messages.faq.page

/** The FAQ as one page that needs nothing else: themes, anchors, search, FAQPage data. Without scripts it can be read, too. */
export function toPage(entries: readonly PageEntry[], title: string, contact: string | null): string {
  const themes = groupByTheme(entries)
  const hasDrafts = entries.some(({ state }) => state === 'draft')
  // Nobody has read a draft: it is shown to staff, and to no search engine.
  const data = toFaqPage(
    entries.filter(({ state }) => state !== 'draft'),
    title,
  )
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${hasDrafts ? '<meta name="robots" content="noindex">\n' : ''}<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
<script type="application/ld+json">${forScript(data)}</script>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p class="soft">${escaped(words.intro)}</p>
${hasDrafts ? `<p class="draft-notice">${escaped(words.draftNotice)}</p>\n` : ''}</header>
<main>
${searchBox()}
<nav aria-label="${escaped(words.themes)}"><ul>
${themes.map(({ theme, entries: own }, i) => `<li><a href="#t${i + 1}">${escaped(theme)} ${own.length}</a></li>`).join('\n')}
</ul></nav>
${themes.map(({ theme, entries: own }, i) => showTheme(theme, own, i + 1)).join('\n')}
</main>
<footer>${escaped(words.footer(entries.length))}${contact === null ? '' : `<br>${escaped(contact)}`}</footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
}

function searchBox(): string {
  return `<div class="search" role="search" hidden><input type="search" aria-label="${escaped(words.search)}" placeholder="${escaped(words.search)}"><output aria-live="polite" data-some="${escaped(words.found)}" data-none="${escaped(words.notFound)}"></output></div>`
}

function showTheme(theme: string, entries: readonly PageEntry[], number: number): string {
  const articles = entries.map(showEntry).join('\n')
  return `<section id="t${number}" aria-labelledby="h${number}">\n<h2 id="h${number}">${escaped(theme)}</h2>\n${articles}\n</section>`
}

function showEntry({ id, question, also, answer, sources, state }: PageEntry): string {
  const badge = state === 'draft' ? `<span class="badge">${escaped(words.draftBadge)}</span>` : ''
  const anchor = `<a class="anchor" href="#${id}" aria-label="${escaped(words.anchor)}">#</a>`
  return `<article id="${id}" data-also="${escaped(also.join(' '))}">
<h3>${escaped(question)}${badge}${JOINED}${anchor}</h3>
<div class="answer">${answer.split('\n').map(showLine).join('')}</div>
<details><summary>${escaped(words.sources(sources.length))}</summary>
${sources.map(showSource).join('\n')}
</details>
</article>`
}

/** Word joiner: # does not stand alone on a narrow screen's line. */
const JOINED = '&#8288;'

function showLine(line: string): string {
  return `<p>${escaped(line).replace(/\[(\d+)\]/g, '<sup>[$1]</sup>')}</p>`
}

function showSource({ n, title, section, sentence, link }: PageEntry['sources'][number]): string {
  const name = escaped(`《${title}》`)
  const path = section.length > 0 ? `<br>${section.map(escaped).join(' › ')}` : ''
  const open = link === null ? '' : `<br><a href="${escaped(link)}" rel="noopener">${escaped(words.open)}</a>`
  return `<blockquote><p>[${n}] ${name}${path}</p><p>“${escaped(sentence.trim())}”${open}</p></blockquote>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** JSON that cannot end the script it stands in. */
function forScript(value: object): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
