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
 * else the whole question. A clause that compares (…,比去年多还是少) asks of the clause in front of it, too.
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
  const soft = asking.length > 0 ? asking : clauses.filter((span) => heard(span, ASKING_CUES))
  if (soft.length === 0) return [{ start: 0, end: text.length }]
  return [...new Set(soft.flatMap((span) => withCompared(span, clauses, text)))]
}

function withCompared(span: Span, clauses: readonly Span[], text: string): Span[] {
  const before = clauses[clauses.indexOf(span) - 1]
  const compares = askingWords('compares_with', 'start').test(text.slice(span.start, span.end).trimStart())
  return before && compares ? [before, span] : [span]
}
