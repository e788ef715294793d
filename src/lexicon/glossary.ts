import * as z from 'zod'
import { loadLexicon } from './load-lexicon.js'

export const glossarySchema = z.record(z.string(), z.array(z.string().min(1)))

/**
 * Reads lexicon/glossary-english.yaml.
 * @returns English phrase, lower case → Chinese; the first entry counts where two claim a phrase
 */
export function loadGlossary(): Map<string, string> {
  const glossary = new Map<string, string>()
  for (const [chinese, phrases] of Object.entries(loadLexicon('glossary-english', glossarySchema)))
    for (const phrase of phrases) if (!glossary.has(phrase.toLowerCase())) glossary.set(phrase.toLowerCase(), chinese)
  return glossary
}
