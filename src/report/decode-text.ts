/** How many bytes are looked at to tell text from other files. */
const SAMPLE_BYTES = 64 * 1024

/** More control characters than this among the characters sampled: no text. */
const MAX_CONTROL_SHARE = 0.01

/**
 * The text of a file's bytes: UTF-8, UTF-16 with or without a byte order mark, or GB18030 (which holds GBK and GB2312).
 * A byte order mark stays in the text, so that offsets are those of the file read as text. Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes)
  if (marked) return asText(decode(bytes, marked))
  const wide = unmarkedUtf16(bytes)
  if (wide) return asText(decode(bytes, wide))
  return asText(decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030'))
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Line ends and digits of UTF-16 text have a zero byte on one side; other texts have none. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, SAMPLE_BYTES)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2]!++
  const [even = 0, odd = 0] = zeros
  if (odd > 0 && even === 0) return 'utf-16le'
  if (even > 0 && odd === 0) return 'utf-16be'
  return null
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function asText(text: string | null): string | null {
  if (text === null) return null
  let controls = 0
  const length = Math.min(text.length, SAMPLE_BYTES)
  for (let i = 0; i < length; i++) if (isControl(text.charCodeAt(i))) controls++
  return controls > length * MAX_CONTROL_SHARE ? null : text
}

/** Tab, line feed, vertical tab, form feed and carriage return belong to text. */
function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32) || code === 0xfffd
}
