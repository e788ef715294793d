import * as z from 'zod'
import { FAQ_KINDS, type FaqEntry } from './faq-entry.js'

export const REVIEW_STATES = ['draft', 'approved', 'published', 'stale'] as const

/**
 * - `draft`: made by a run, read by nobody
 * - `approved`: somebody read it and stands for it; no run changes its words any more
 * - `published`: approved, and on the page
 * - `stale`: was approved or published, but the report no longer says what it stands on
 */
export type ReviewState = (typeof REVIEW_STATES)[number]

const figureSchema = z.object({
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  qualifiers: z.array(z.string()),
  indicator: z.string(),
  period: z.string().nullable(),
  status: z.enum(['actual', 'estimate', 'target']),
  citation: z.number().nullable(),
  computed: z.object({ expression: z.string(), citations: z.array(z.number()) }).nullable(),
})

const sourceSchema = z.object({
  n: z.number().int().positive(),
  report: z.string(),
  section: z.array(z.string()),
  sentence: z.string(),
})

const contentSchema = z.object({
  kind: z.enum(FAQ_KINDS),
  theme: z.string(),
  question: z.string().min(1),
  also: z.array(z.string()),
  answer: z.string().min(1),
  wording: z.enum(['reply', 'quoted']),
  sources: z.array(sourceSchema).min(1),
  figures: z.array(figureSchema),
})

export const reviewEntrySchema = z.object({
  id: z.string(),
  state: z.enum(REVIEW_STATES),
  ...contentSchema.shape,
  /** Stale only: what the latest run says instead; null where it found nothing. */
  next: contentSchema.nullable().optional(),
})

/** What an entry says, without offsets: those change whenever anything in front of them does. */
export type ReviewContent = z.output<typeof contentSchema>
export type ReviewEntry = z.output<typeof reviewEntrySchema>

export function toContent({ kind, theme, question, also, answer, wording, sources, figures }: FaqEntry): ReviewContent {
  return {
    kind,
    theme,
    question,
    also,
    answer,
    wording,
    sources: sources.map(({ n, reportId, section, sentence }) => ({ n, report: reportId, section, sentence })),
    figures,
  }
}

/** The content of a review entry, without its id and state. */
export function contentOf(entry: ReviewEntry): ReviewContent {
  return contentSchema.parse(entry)
}
