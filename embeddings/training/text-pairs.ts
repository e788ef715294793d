import type { Document } from './corpus.js'
import { cutPassage, type PairSource, partOf, passageAround } from './pair-source.js'
import { pick } from './random.js'

/** How often the question's own sentence stays in the passage. */
const WHOLE = 0.25

/** (a sentence or some of its clauses → the passage around it, mostly without it) */
export function sentencePairs(name: string, share: number, documents: readonly Document[]): PairSource {
  const usable = documents.filter(({ sentences }) => sentences.length > 1)
  return {
    name,
    share,
    draw(random) {
      const { sentences, number, heading } = pick(usable, random)
      const position = Math.floor(random() * sentences.length)
      const sentence = sentences[position]!
      const whole = random() < WHOLE
      const around = passageAround(sentences, position, random).filter((other) => whole || other !== sentence)
      if (around.length === 0) return null
      const above = heading && random() < 0.5 ? `${heading} ` : ''
      return { question: partOf(sentence, random), passage: cutPassage(above + around.join('')), document: number }
    },
  }
}

/** (what an article begins with → a later passage of it) */
export function leadPairs(name: string, share: number, articles: readonly Document[]): PairSource {
  const usable = articles.filter(({ sentences }) => sentences.length > 4)
  return {
    name,
    share,
    draw(random) {
      const { sentences, number } = pick(usable, random)
      const later = 1 + Math.floor(random() * (sentences.length - 1))
      const passage = passageAround(sentences.slice(1), later - 1, random).join('')
      return { question: partOf(sentences[0]!, random), passage: cutPassage(passage), document: number }
    },
  }
}

/** (heading → text below it) */
export function headingPairs(name: string, share: number, documents: readonly Document[]): PairSource {
  const usable = documents.filter(({ heading, sentences }) => heading && sentences.length > 0)
  return {
    name,
    share,
    draw(random) {
      const { heading, sentences, number } = pick(usable, random)
      const passage = passageAround(sentences, Math.floor(random() * sentences.length), random).join('')
      return { question: heading!, passage: cutPassage(passage), document: number }
    },
  }
}

const FIGURE = /\d[\d.,]*(?:万|亿)?/u
const ASKED = ['多少', '多少', '几', '是多少']

/** (a clause with a figure, asked for it → the passage that holds it) */
export function figurePairs(name: string, share: number, documents: readonly Document[]): PairSource {
  const usable = documents.filter(({ sentences }) => sentences.some((sentence) => FIGURE.test(sentence)))
  return {
    name,
    share,
    draw(random) {
      const { sentences, number } = pick(usable, random)
      const position = Math.floor(random() * sentences.length)
      const clause = pick(
        sentences[position]!.split(/[,、:。;]/u).filter((part) => FIGURE.test(part)),
        random,
      )
      if (!clause || clause.length < 5) return null
      const passage = passageAround(sentences, position, random).join('')
      return { question: clause.replace(FIGURE, pick(ASKED, random)), passage: cutPassage(passage), document: number }
    },
  }
}
