import { parse } from 'yaml'
import * as z from 'zod'
import { CorpusError } from './corpus-error.js'

const emptyAsNull = (value: unknown) => (value === undefined || value === '' ? null : value)
const optionalText = z.preprocess(emptyAsNull, z.string().trim().min(1).nullable())

const schema = z.strictObject({
  /** Short, for file names and links: letters, digits, - and _ . */
  id: z.preprocess(
    emptyAsNull,
    z
      .string()
      .regex(/^[\p{L}\p{N}._-]+$/u, '只能用文字、数字和 - _ .')
      .nullable(),
  ),
  default: z.preprocess((value) => value ?? false, z.boolean()),
  title: optionalText,
  place: optionalText,
  aliases: z.preprocess((value) => value ?? [], z.array(z.string().trim().min(1))),
  url: z.preprocess(emptyAsNull, z.url().nullable()),
  contact: optionalText,
})

/** What the staff may say of a report in `<file name without extension>.yaml`; everything may be left out. */
export type Sidecar = z.output<typeof schema>

/** A report without a sidecar. */
export const noSidecar: Sidecar = {
  id: null,
  default: false,
  title: null,
  place: null,
  aliases: [],
  url: null,
  contact: null,
}

/** @throws {CorpusError} SIDECAR_INVALID, naming the file and the field */
export function parseSidecar(text: string, file: string): Sidecar {
  const result = schema.safeParse(readYaml(text, file) ?? {})
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join('、') : issue?.path.join('.')
  const detail = issue?.code === 'unrecognized_keys' ? '没有这一项' : '写法不对'
  throw invalid(file, field ? `其中 ${field} ${detail}` : '它应当是一行一项的“名称: 内容”')
}

function readYaml(text: string, file: string): unknown {
  try {
    return parse(text)
  } catch (cause) {
    throw invalid(file, '它不是有效的 YAML', { cause })
  }
}

function invalid(file: string, detail: string, options?: ErrorOptions): CorpusError {
  return new CorpusError(
    'SIDECAR_INVALID',
    file,
    `报告的说明文件 ${file} 无法使用:${detail},请改正后再试,或删去这个文件(没有它也能用)。`,
    options,
  )
}
