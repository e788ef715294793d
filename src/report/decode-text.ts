/** How many bytes are looked at to tell text from other files. */
const SAMPLE_BYTES = 64 * 1024

/** More control characters than this among the characters sampled: no text. */
const MAX_CONTROL_SHARE = 0.01

/** More characters than this that the encoding cannot be: another encoding. */
const MAX_DAMAGED_SHARE = 0.001

/** UTF-16 read the wrong way round gives characters of no Chinese text. */
const MIN_READABLE_SHARE = 0.9

/**
 * The text of a file's bytes: UTF-8, UTF-16 with or without a byte order mark, or GB18030 (which holds GBK and GB2312).
 * A byte order mark stays in the text, so that offsets are those of the file read as text. Null where it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decodeWide(bytes) ?? decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
  return text !== null && isText(text) ? text : null
}

/** UTF-16 by its mark, or without one where there are zero bytes, which no other text has. */
function decodeWide(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  if (!bytes.subarray(0, SAMPLE_BYTES).includes(0)) return null
  const [little, big] = [decode(bytes, 'utf-16le'), decode(bytes, 'utf-16be')]
  return [little, big].find((text) => text !== null && readableShare(text) > MIN_READABLE_SHARE) ?? null
}

/** Null where more than a few bytes do not fit the encoding: a damaged character spoils no report. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  let damaged = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) damaged++
  return damaged > text.length * MAX_DAMAGED_SHARE + 1 ? null : text
}

function readableShare(text: string): number {
  const sample = text.slice(0, SAMPLE_BYTES)
  return (
    (sample.match(/[\n\r\t\x20-\x7e\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2010-\u203f]/gu)?.length ?? 0) /
    sample.length
  )
}

function isText(text: string): boolean {
  let controls = 0
  const length = Math.min(text.length, SAMPLE_BYTES)
  for (let i = 0; i < length; i++) if (isControl(text.charCodeAt(i))) controls++
  return controls <= length * MAX_CONTROL_SHARE
}

/** Tab, line feed, vertical tab, form feed and carriage return belong to text. */
function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32)
}
