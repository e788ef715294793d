/**
 * The JSON document in what a model wrote: without its thoughts (<think>…</think>, also where only the end is there), out
 * of a fence, out of the prose around it. Undefined where there is none.
 */
export function readDocument(text: string): unknown {
  const spoken = withoutThoughts(text)
  for (const candidate of candidates(spoken)) {
    const document = parse(candidate)
    if (typeof document === 'object' && document !== null) return document
  }
  return undefined
}

/** What a model says behind its thoughts; of thoughts that have not ended, nothing. */
export function withoutThoughts(text: string): string {
  const end = text.lastIndexOf('</think>')
  const rest = end < 0 ? text : text.slice(end + '</think>'.length)
  return rest.replace(/<think>[\s\S]*$/, '')
}

function* candidates(text: string): Generator<string> {
  yield text
  for (const [, fenced] of text.matchAll(/```(?:json)?\s*([\s\S]*?)```/g)) yield fenced!
  const [first, last] = [text.search(/[{[]/), Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))]
  if (first >= 0 && last > first) yield text.slice(first, last + 1)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
