import * as z from 'zod'
import type { DocumentSchema } from '../../model/chat-model.js'

/** Longest sentence and most sentences that a model may write. */
const LONGEST_CLAIM = 400
const MOST_CLAIMS = 10

const idsSchema = z.array(z.string())
const claimSchema = z.object({
  text: z.string().describe('一句话。数字一律写编号,如 {F1};整句照录写 {E1};用草稿写 {D1}。'),
  evidence: idsSchema.describe('这句话依据的材料编号,如 ["E1"]'),
})
const replySchema = z.object({
  outcome: z.enum(['answered', 'not_in_report']).describe('材料能回答问题就是 answered,否则 not_in_report'),
  claims: z.array(claimSchema).describe('按次序写的句子;not_in_report 时为空'),
})

/** One sentence as the model wrote it. */
export type WrittenClaim = z.output<typeof claimSchema>

/** What a model returns. */
export type ModelReply = z.output<typeof replySchema>

/** Models forget brackets and rename nothing else: "E1", "E1, E2" and ["[E1]"] all mean the same. */
const lenientIds = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(/[,,、\s]+/) : value),
  z.array(z.coerce.string()).transform((ids) => ids.map((id) => id.replace(/[[\]{}【】\s]/g, '')).filter(Boolean)),
)
const lenientClaim = z.object({ text: z.string().min(1).max(LONGEST_CLAIM), evidence: lenientIds.default([]) })
const lenientReply = z.preprocess(
  (value) => (Array.isArray(value) ? { claims: value } : value),
  z.object({
    outcome: z.enum(['answered', 'not_in_report']).default('answered'),
    claims: z.array(lenientClaim).max(MOST_CLAIMS).default([]),
  }),
)

/** The schema as endpoints are told it, and the reader that mends what loose endpoints make of it. */
export const modelReplySchema: DocumentSchema = {
  name: 'reply',
  json: z.toJSONSchema(replySchema),
  read: (document) => {
    const isNone =
      typeof document !== 'object' || document === null || !('claims' in document || Array.isArray(document))
    return isNone ? undefined : lenientReply.safeParse(document).data
  },
}

/** One claim out of a document that is still being written; undefined where it is none. */
export function readClaim(value: unknown): WrittenClaim | undefined {
  return lenientClaim.safeParse(value).data
}
