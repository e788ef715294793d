import { foldWidth } from '../text/width.js'
import { sameSize } from './check-computation.js'
import type { ReplyScene } from './check-reply.js'
import { compareFigure } from './compare.js'
import { type Judgement, judgeAmong } from './judge.js'
import { type Relation, relate } from './kinship.js'
import type { Quantity } from './quantity.js'
import type { Claim } from './read-draft.js'

/** Share of the characters of a claimed indicator that must stand near the figure it is bound to. */
const NAMED = 0.6

/** Judges one figure of a reply by the cited figures in `scene.ground`. */
export function bindClaim(claim: Claim, text: string, scene: ReplyScene): Judgement {
  const { gate } = scene
  const entries = scene.ground.flatMap((ground) => ground.entries)
  const relations = entries.map((entry) => relate(claim, entry, gate.lexicon))
  const supporting = supportOf(claim, relations, scene)
  if (supporting) return { verdict: 'supported', entry: supporting.entry, coverage: supporting.coverage }
  if (isComputed(claim, scene) || isRepeated(claim, text, scene))
    return { verdict: 'supported', entry: null, coverage: 0 }
  const judgement = judgeAmong(claim, relations, gate.lexicon)
  return judgement.verdict === 'contradicted' ? judgement : nearestMistake(claim, relations, scene)
}

/** A cited figure that says the same, and that is not passed off as another one. */
function supportOf(claim: Claim, relations: readonly Relation[], { gate }: ReplyScene): Relation | undefined {
  const closest = Math.max(0, ...relations.map(({ rank }) => rank))
  return relations
    .filter(({ entry }) => compareFigure(claim, entry, gate.lexicon).length === 0)
    .filter((relation) => relation.rank > 0 || (closest < 2 && isNamedNear(claim, relation)))
    .sort((a, b) => b.rank - a.rank || b.score - a.score)[0]
}

/** The claim names nothing, or little that does not stand in the figure's own phrase or indicator. */
function isNamedNear(claim: Claim, { entry }: Relation): boolean {
  const { statement, figure } = entry
  const near = statement.text.slice(figure.phrase.start, figure.phrase.end) + entry.indicators.join('')
  return claim.indicators.some((indicator) => {
    const characters = [...indicator]
    return characters.filter((character) => near.includes(character)).length >= NAMED * characters.length
  })
}

/** The result of a verified computation, or one of the numbers that its expression shows. */
function isComputed({ quantity }: Claim, { computed }: ReplyScene): boolean {
  const same = (other: Quantity) => quantity !== null && sameSize(quantity, other)
  return computed.some(({ result, operands }) => same(result) || operands.some(same))
}

/** A number of the question, in a sentence that says so. */
function isRepeated({ figure }: Claim, text: string, { question, gate }: ReplyScene): boolean {
  const number = foldWidth(figure.text)
  return standsAlone(number, question) && gate.lexicon.quoting.some((word) => text.includes(word))
}

/** Another figure with this value, or no figure at all. */
function nearestMistake(claim: Claim, relations: readonly Relation[], { gate }: ReplyScene): Judgement {
  const compared = relations
    .map(({ entry, coverage }) => ({ entry, coverage, mismatches: compareFigure(claim, entry, gate.lexicon) }))
    .filter(({ mismatches }) => !mismatches.some(({ kind }) => kind === 'value' || kind === 'unit'))
    .sort((a, b) => b.coverage - a.coverage)
  const [best] = compared
  return best ? { verdict: 'contradicted', ...best, otherIndicator: true } : { verdict: 'unknown' }
}

/** The number stands in `words`, not as a part of a longer one. */
function standsAlone(number: string, words: string): boolean {
  for (let at = words.indexOf(number); at >= 0; at = words.indexOf(number, at + 1))
    if (!/[\d.]/.test(words[at - 1] ?? '') && !/^\.?\d/.test(words.slice(at + number.length))) return true
  return false
}
