import { shows } from '../../src/eval/compare-text.js'
import type { GoldQuestion } from '../../src/eval/read-gold.js'
import { realisticReplies, writeSentence } from './realistic-replies.js'
import { filled, type GivenMaterial, rewordDraft, type WrittenReply } from './scripted-model.js'

/** What a scripted model writes of the material it is given. */
export type Script = (given: GivenMaterial) => WrittenReply

/** Words the draft; where there is none, quotes the sentence that the question set names, if it was given it. */
export function honestScript(questions: readonly GoldQuestion[]): Script {
  const byQuestion = new Map(questions.map((gold) => [gold.question, gold]))
  return (given) => {
    if (given.draft.length > 0) return rewordDraft(given)
    const wanted = byQuestion.get(given.question)?.evidence.flat() ?? []
    const right = given.evidence.find(({ text }) =>
      wanted.some((wording) => shows(filled(text, given.numbers), wording)),
    )
    return right ? quote(right.id) : { outcome: 'not_in_report', claims: [] }
  }
}

/** Answers every question it is asked: words the draft, else quotes what was found first. */
export const eagerScript: Script = (given) =>
  given.draft.length > 0 ? rewordDraft(given) : quote(given.evidence[0]!.id)

/** Quotes a true sentence that nobody asked for. */
export const quotingScript: Script = ({ evidence }) => quote(evidence.at(-1)!.id)

function quote(id: string): WrittenReply {
  return { outcome: 'answered', claims: [{ text: `{${id}}`, evidence: [id] }] }
}

/** Writes as a fluent model does what bench/model/realistic-replies.yaml has of a question; of others, rewords the draft. */
export function fluentScript(): Script {
  const honest = new Map(realisticReplies().map((reply) => [reply.question, reply.honest]))
  return (given) => {
    const said = honest.get(given.question)
    if (!said) return eagerScript(given)
    return { outcome: 'answered', claims: said.map((sentence) => writeSentence(sentence, given).claim) }
  }
}
