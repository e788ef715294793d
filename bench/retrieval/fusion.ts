import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import * as z from 'zod'

const schema = z.object({ dense: z.number().nonnegative(), found: z.array(z.unknown()).min(1) })

/** The hybrid's weight, with the run that found it. */
export function readFusion(): z.infer<typeof schema> {
  return schema.parse(parse(readFileSync(new URL('fusion.yaml', import.meta.url), 'utf8')))
}
