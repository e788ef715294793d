import * as z from 'zod'

const wanted = {
  /** Every one has to be in the answer. */
  must: z.array(z.string()).default([]),
  /** None may be in the answer. */
  must_not: z.array(z.string()).default([]),
  /** Each part has to be cited, in one of its wordings. */
  evidence: z.array(z.array(z.string()).min(1)).default([]),
}

const id = z.union([z.string(), z.number()]).transform(String)
const single = z.object({ id, type: z.string().default('figure'), question: z.string().min(1), ...wanted })
const turn = z.object({ type: z.string().default('dialogue'), q: z.string().min(1), ...wanted })
const dialogue = z.object({ id, turns: z.array(turn).min(1) })

/** One question of a set, with what a right reply holds. */
export interface GoldQuestion {
  type: string
  question: string
  must: string[]
  mustNot: string[]
  evidence: string[][]
}

/** One line of a set: one question, or the turns of one conversation. */
export interface GoldLine {
  id: string
  questions: GoldQuestion[]
}

/** Reads one line; other fields are passed over. Null where it is no such line. */
export function readGoldLine(text: string): GoldLine | null {
  const value = parseJson(text)
  const asDialogue = dialogue.safeParse(value)
  if (asDialogue.success) {
    const { turns } = asDialogue.data
    return { id: asDialogue.data.id, questions: turns.map(({ q, ...rest }) => toQuestion({ question: q, ...rest })) }
  }
  const asSingle = single.safeParse(value)
  return asSingle.success ? { id: asSingle.data.id, questions: [toQuestion(asSingle.data)] } : null
}

function toQuestion(gold: Omit<z.output<typeof single>, 'id'>): GoldQuestion {
  const { type, question, must, must_not: mustNot, evidence } = gold
  return { type, question, must, mustNot, evidence }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
