import type { ChatDocument, ChatMessage, ChatModel } from '../../src/model/chat-model.js'

/** What the program gives a model to write from, as the model reads it. */
export interface GivenMaterial {
  question: string
  evidence: { id: string; section: string; text: string }[]
  numbers: { id: string; in: string; says: string; indicator?: string; period?: string; status?: string }[]
  draft: { id: string; text: string }[]
}

export interface WrittenReply {
  outcome: 'answered' | 'not_in_report'
  claims: { text: string; evidence: string[] }[]
}

/** The material out of a prompt. */
export function readGiven(messages: readonly Pick<ChatMessage, 'content'>[]): GivenMaterial {
  return readMarked(messages, '材料') as GivenMaterial
}

/** The follow-up and the question before it out of a prompt; null where the prompt is none for completing one. */
export function readFollowUp(
  messages: readonly Pick<ChatMessage, 'content'>[],
): { previous: string; current: string } | null {
  return readMarked(messages, '追问') as { previous: string; current: string } | null
}

/** What stands as JSON between two marks. */
function readMarked(messages: readonly Pick<ChatMessage, 'content'>[], mark: string): unknown {
  const marked = new RegExp(`^<${mark}>\\n([\\s\\S]*)\\n</${mark}>$`)
  const data = messages.map(({ content }) => marked.exec(content)?.[1]).find(Boolean)
  return data === undefined ? null : JSON.parse(data)
}

/** A model that writes by a script, without a server. Counts four characters a token. */
export function scriptedModel(write: (given: GivenMaterial, messages: readonly ChatMessage[]) => unknown): ChatModel {
  return {
    modelId: 'scripted',
    async ask({ messages, schema, onText, onUsage }): Promise<ChatDocument> {
      const text = JSON.stringify(write(readGiven(messages), messages))
      for (let end = 5; end < text.length; end += 5) onText?.(text.slice(0, end))
      onText?.(text)
      const promptTokens = messages.reduce((sum, { content }) => sum + content.length, 0) / 4
      onUsage?.({ promptTokens, completionTokens: text.length / 4, isEstimated: false })
      return { document: schema.read(JSON.parse(text)), rung: 'json_schema' }
    },
  }
}

/** Writes every sentence of the draft out of the statement it stands on, with ids for numbers; quotes only what it must. */
export function rewordDraft(given: GivenMaterial): WrittenReply {
  if (given.draft.length === 0) return { outcome: 'not_in_report', claims: [] }
  return { outcome: 'answered', claims: given.draft.map((sentence) => reword(sentence, given)) }
}

function reword({ id, text }: GivenMaterial['draft'][number], { evidence, numbers }: GivenMaterial) {
  for (const { id: source, text: masked } of evidence) {
    const pieces = [masked, ...masked.split(/[,，;；。:：]/)].map(trimmed).filter((piece) => piece !== '')
    const told = pieces.find((piece) => isSaid(filled(piece, numbers), text, /\{F\d+\}/.test(piece)))
    if (told) return { text: told, evidence: [source] }
  }
  return { text: `{${id}}`, evidence: [] }
}

/** A whole sentence is the draft's; of a clause with a figure, the draft may say more (its year, its subject). */
function isSaid(piece: string, text: string, hasFigure: boolean): boolean {
  return piece === trimmed(text) || (hasFigure && text.includes(piece))
}

function trimmed(text: string): string {
  return text.trim().replace(/[,，;；。、:：]+$/, '')
}

/** A masked clause with its numbers in place. */
export function filled(clause: string, numbers: GivenMaterial['numbers']): string {
  return clause.trim().replace(/\{([FN]\d+)\}/g, (_, id: string) => numbers.find((one) => one.id === id)!.says)
}
