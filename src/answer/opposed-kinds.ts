import * as z from 'zod'
import { loadLexicon } from '../lexicon/load-lexicon.js'

const words = z.array(z.string().min(1)).min(1)
const schema = z.array(z.array(z.object({ named: words, asked: words })).min(2))

interface Kind {
  named: RegExp
  asked: RegExp
}

let compiled: { opposed: Kind[][]; anyNamed: RegExp } | undefined

/** The kinds of lexicon/opposed-kinds.yaml that exclude each other, where the indicator is of any kind at all. */
function opposedKinds(indicator: string): Kind[][] {
  compiled ??= compile()
  return compiled.anyNamed.test(indicator) ? compiled.opposed : []
}

function compile(): NonNullable<typeof compiled> {
  const lexicon = loadLexicon('opposed-kinds', schema)
  return {
    opposed: lexicon.map((kinds) => kinds.map(({ named, asked }) => ({ named: anyOf(named), asked: anyOf(asked) }))),
    anyNamed: anyOf(lexicon.flat().flatMap(({ named }) => named)),
  }
}

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(patterns.join('|'), 'u')
}

/** 城市低保金 is not told to who asks for 农村低保: the indicator is of one kind, the question of its opposite alone. */
export function isOpposite(indicator: string, question: string): boolean {
  return opposedKinds(indicator).some((kinds) => {
    const named = kinds.filter((kind) => kind.named.test(indicator))
    if (named.length !== 1 || named[0]!.asked.test(question)) return false
    return kinds.some((kind) => kind !== named[0] && kind.asked.test(question))
  })
}

/** Whether the question asks for the very kind that the indicator is of. */
export function isKindAsked(indicator: string, question: string): boolean {
  return opposedKinds(indicator).some((kinds) =>
    kinds.some(({ named, asked }) => named.test(indicator) && asked.test(question)),
  )
}
