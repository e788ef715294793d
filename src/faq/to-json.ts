import type { PageEntry } from './page-entry.js'

/** The FAQ as JSON: entries with review state, answers, figures and sources with their offsets. */
export function toJson(entries: readonly PageEntry[], title: string): string {
  return `${JSON.stringify({ title, entries }, null, 2)}\n`
}

/** schema.org FAQPage data (https://schema.org/FAQPage); answers without their source marks. */
export function toFaqPage(entries: readonly PageEntry[], title: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    name: title,
    inLanguage: 'zh-CN',
    mainEntity: entries.map(({ id, question, answer, sources }) => ({
      '@type': 'Question',
      '@id': `#${id}`,
      name: question,
      acceptedAnswer: {
        '@type': 'Answer',
        text: answer.replace(/\[\d+\]/g, ''),
        citation: [...new Set(sources.map(({ title: report }) => report))].join('、'),
      },
    })),
  }
}
