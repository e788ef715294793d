import { existsSync, readFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import { Document, isMap, isScalar, isSeq, parse, visit } from 'yaml'
import * as z from 'zod'
import { messages } from '../messages.js'
import { FaqError } from './faq-error.js'
import { type ReviewEntry, reviewEntrySchema } from './review.js'

const schema = z.array(reviewEntrySchema).nullable()

/**
 * The review file: one entry after the other in the order of the page, a line a field, no offsets, so that a change of one
 * entry is a change of its lines only. None yet: no entry.
 *
 * @throws {FaqError} REVIEW_INVALID where the file is no such list
 */
export function readReview(file: string): ReviewEntry[] {
  if (!existsSync(file)) return []
  const result = schema.safeParse(parsed(file))
  if (result.success) return result.data ?? []
  const issue = result.error.issues[0]!
  throw new FaqError('REVIEW_INVALID', file, messages.faq.errors.review(file, issue.path.join('.')))
}

/** Atomic: killed at any moment, the old file stands or the new one. */
export async function writeReview(file: string, entries: readonly ReviewEntry[]): Promise<void> {
  const document = new Document(entries, { aliasDuplicateObjects: false })
  // A figure has one line, not ten.
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'figures' && isSeq(value))
        for (const item of value.items) if (isMap(item)) item.flow = true
    },
  })
  const yaml = document.toString({ lineWidth: 0 })
  await writeFileAtomic(file, `${messages.faq.reviewHeader}\n${yaml}`)
}

function parsed(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new FaqError('REVIEW_INVALID', file, messages.faq.errors.review(file, ''), { cause })
  }
}
