import { messages } from '../messages.js'
import { type CoverageReport, isComplete } from './measure-coverage.js'
import type { ReviewChanges } from './renew-review.js'
import type { ReviewEntry } from './review.js'

const words = messages.faq

/** What a run covers and what not, for staff: one line a fact. */
export function showCoverage(coverage: CoverageReport): string[] {
  const { reports, entries, byKind, pass, duplicates, similarity, quoted, asked, faults } = coverage
  return [
    words.entries(entries, byKind, quoted),
    words.gate(pass, entries),
    words.duplicates(duplicates, similarity),
    ...reports.flatMap(({ title, figures, items }) => [
      words.report(title),
      words.figures(figures.all, figures.own, figures.listed, percent(figures.share)),
      ...figures.missing.map(({ figure, reason }) => words.missing(figure, words.reasons[reason ?? 'noWording'])),
      words.items(items.all, items.own, percent(items.share)),
      ...items.missing.map((item) => words.missing(item, words.reasons.noItem)),
    ]),
    ...showAsked(asked),
    ...showRewording(coverage.rewording),
    ...(faults.length > 0 ? [words.faults(faults.length), ...countReasons(coverage)] : []),
    isComplete(coverage) ? words.complete : words.incomplete,
  ]
}

function showRewording(rewording: CoverageReport['rewording']): string[] {
  if (rewording === null) return []
  const { model, questions, used, unchanged, refused, missing, fault } = rewording
  return [
    words.rewording(model, questions, used, unchanged, refused.length),
    ...(missing > 0 ? [words.rewordingMissing(missing, fault)] : []),
  ]
}

/** On a terminal; coverage.json has all. */
const MOST_SHOWN = 20
const LONGEST_SHOWN = 60

function showAsked(asked: CoverageReport['asked']): string[] {
  if (asked === null) return [words.askedUnread]
  const { questions, times, left, unanswered } = asked
  if (questions === 0) return []
  const rest = unanswered.length - MOST_SHOWN
  return [
    words.asked(questions, times, left),
    ...(unanswered.length > 0 ? [words.unanswered(unanswered.length)] : []),
    ...unanswered
      .slice(0, MOST_SHOWN)
      .map(({ question, count }) => words.unansweredOne(question.slice(0, LONGEST_SHOWN), count)),
    ...(rest > 0 ? [words.unansweredRest(rest)] : []),
  ]
}

/** What a run changed in the review. */
export function showChanges({ added, reworded, stale, dropped, kept }: ReviewChanges): string[] {
  return [
    words.changes(added.length, reworded.length, stale.length, dropped.length, kept),
    ...reworded.flatMap(({ before, after }) => [
      words.changed(after.id, after.question),
      ...differing(before, after).flatMap(([old, now]) => [words.before(old), words.after(now)]),
    ]),
    ...stale.flatMap(({ id, question, answer, next }) => [
      words.becameStale(id, question),
      words.before(answer),
      next ? words.after(next.answer) : words.gone,
    ]),
    ...dropped.map(({ id, question }) => words.droppedEntry(id, question)),
  ]
}

/** Question and answer, where they changed; a change elsewhere (theme, other wordings) is told by the heading line alone. */
function differing(before: ReviewEntry, after: ReviewEntry): [string, string][] {
  const pairs: [string, string][] = [
    [before.question, after.question],
    [before.answer, after.answer],
  ]
  return pairs.filter(([old, now]) => old !== now)
}

function countReasons({ faults }: CoverageReport): string[] {
  const counts = new Map<string, number>()
  for (const { reason } of faults) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) =>
    words.faultCount(words.reasons[reason as keyof typeof words.reasons], count),
  )
}

function percent(share: number): string {
  // Never rounded up to the whole: 99.96 % is not 100 %.
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`
}
