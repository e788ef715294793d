import type { Span } from '../text/clauses.js'
import { askingWords } from './asking-words.js'
import type { Tag } from './tag-question.js'
import type { Claim } from './understanding.js'

const ASKING_CUES = [
  'who',
  'where',
  'when',
  'which',
  'how',
  'whether',
  'money',
  'growth',
  'share',
  'rank',
  'compare',
  'list',
]

/**
 * The clauses that ask something, and those that state a number to be confirmed: by question words, else by softer cues,
 * else the whole question.
 */
export function askingClauses(text: string, tags: readonly Tag[], claims: readonly Claim[]): Span[] {
  const clauses = [...text.matchAll(/[^,。;!:]+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const heard = ({ start, end }: Span, groups: readonly string[]) =>
    tags.some((tag) => tag.at >= start && tag.at < end && tag.groups.some((group) => groups.includes(group)))
  const isPremise = (span: Span) =>
    claims.some(({ at }) => at >= span.start && at < span.end) && heard(span, ['confirm'])
  const asking = clauses.filter(
    (span) => askingWords('asking').test(text.slice(span.start, span.end)) || isPremise(span),
  )
  if (asking.length > 0) return asking
  const soft = clauses.filter((span) => heard(span, ASKING_CUES))
  return soft.length > 0 ? soft : [{ start: 0, end: text.length }]
}
