import { REDACTED } from '../text/redact.js'
import type { AskedQuestion } from './asked-questions.js'
import type { FaqSeed } from './faq-entry.js'
import { idOf } from './seeded.js'
import { questionForm } from './similarity.js'

/** A flood of questions must not make a run endless; how many are left out is told. */
const MOST_PROPOSED = 500

/** One seed for each question that was asked, punctuation and width aside, the most asked first, in the commonest words. */
export function proposeAsked(asked: readonly AskedQuestion[]): { seeds: FaqSeed[]; left: number } {
  const groups = new Map<string, AskedQuestion>()
  for (const { question, count } of [...asked].sort(mostAskedFirst)) {
    const { text } = questionForm(question)
    if (text === '') continue
    const known = groups.get(text)
    if (known) known.count += count
    else groups.set(text, { question: question.trim(), count })
  }
  const seeds = [...groups].map(([form, group]) => ({ form, ...group })).sort(mostAskedFirst)
  return { seeds: seeds.slice(0, MOST_PROPOSED).map(toSeed), left: Math.max(0, seeds.length - MOST_PROPOSED) }
}

/** Ties by code unit, not by locale: a run comes to the same bytes on every machine. */
function mostAskedFirst(one: AskedQuestion, other: AskedQuestion): number {
  return other.count - one.count || (one.question < other.question ? -1 : 1)
}

/** What it stands on is known once it is asked. */
function toSeed({ form, question, count }: AskedQuestion & { form: string }): FaqSeed {
  return {
    id: idOf('asked', form),
    kind: 'asked',
    reportId: '',
    matter: idOf('asked', form),
    about: question,
    figures: [],
    statements: [],
    fewest: 1,
    wordings: withoutMarks(question) === question ? [question] : [],
    others: [],
    count,
  }
}

/** The question without what stands in the place of personal numbers: to the assistant 电话号码 would be what is asked for. */
export function withoutMarks(question: string): string {
  return Object.values(REDACTED).reduce((text, mark) => text.replaceAll(mark, ''), question)
}
