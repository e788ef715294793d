import type { Assistant } from '../answer/assistant.js'

/**
 * Up to three questions to show a newcomer: those of `status().examples` that the assistant really answers.
 * Asked once, on first use.
 */
export function createExamples(assistant: Assistant, count = 3): () => Promise<string[]> {
  let chosen: Promise<string[]> | undefined
  return () => {
    chosen ??= choose(assistant, count)
    return chosen
  }
}

async function choose(assistant: Assistant, count: number): Promise<string[]> {
  const answered: string[] = []
  for (const question of assistant.status().examples ?? []) {
    if (answered.length === count) break
    const { reply } = await assistant.ask(question)
    if (reply.outcome === 'answered') answered.push(question)
  }
  return answered
}
