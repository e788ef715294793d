import type { Context } from 'grammy'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { answerButton } from './answer-question.js'
import { faqView } from './browse/faq-view.js'
import { figuresView } from './browse/figures-view.js'
import { passageView } from './browse/passage-view.js'
import { passageOf, passagesOf } from './browse/passages.js'
import { sectionView } from './browse/section-view.js'
import type { Action, ActionOf } from './callback-data.js'
import { sendWords } from './delivery.js'
import { takeOpinion, takeReason } from './feedback-taps.js'
import { FEEDBACK_PROMPT } from './feedback-words.js'
import { findReport } from './library.js'
import type { Outgoing } from './outgoing.js'
import { type BotParts, participantOf } from './parts.js'

const words = messages.telegram

/** Shown for a moment after a tap; an alert has to be closed. */
export interface Notice {
  text: string
  isAlert?: boolean
}

type Tell = (notice?: Notice) => Promise<void>

/** One tap: who tells is told once; what comes after may take its time. */
export interface Tap<Kind extends Action['kind']> {
  context: Context
  action: ActionOf<Kind>
  parts: BotParts
  tell: Tell
}

type Handlers = { [Kind in Action['kind']]: (tap: Tap<Kind>) => Promise<void> }

const HANDLERS: Handlers = {
  original: (tap) =>
    withReport(tap, (report) => {
      const passage = passageOf(passagesOf(report), tap.action.statement)
      return tap.parts.delivery.send(tap.context, [passageView(report, passage, tap.action.statement)])
    }),
  passage: (tap) =>
    withReport(tap, (report) => turnTo(tap, passageView(report, tap.action.passage, tap.action.statement))),
  section: (tap) => withReport(tap, (report) => turnTo(tap, sectionView(report, tap.action.section, tap.action.page))),
  figures: (tap) =>
    withReport(tap, (report) => turnTo(tap, figuresView(tap.parts.library, report, tap.action.theme, tap.action.page))),
  faq: async (tap) => {
    await tap.tell()
    await turnTo(tap, faqView(tap.parts.library, tap.action.theme, tap.action.page))
  },
  figure: askFigure,
  entry: askEntry,
  rate: takeOpinion,
  reason: takeReason,
  write: async ({ context, parts, tell }) => {
    await tell()
    await parts.delivery.send(context, [FEEDBACK_PROMPT])
  },
  forget: async ({ context, parts, tell }) => {
    await parts.state.forget(participantOf(context).userId)
    await tell({ text: words.tapped.forgotten })
    await sendWords(parts.delivery, context, words.forgotten)
  },
}

/** Answers taps on buttons. What this bot did not write for this chat does nothing. */
export function createButtons(parts: BotParts): (context: Context) => Promise<void> {
  return async (context) => {
    const data = context.callbackQuery?.data
    const action = context.chat && data !== undefined ? parts.callbackData.read(data, context.chat.id) : null
    const tell = createTell(context)
    if (action !== null) {
      const handler = HANDLERS[action.kind] as (tap: Tap<Action['kind']>) => Promise<void>
      await handler({ context, action, parts, tell })
    }
    await tell()
  }
}

/** Ends the button's waiting, once; that a tap is too old to be answered is of no account. */
function createTell(context: Context): Tell {
  let isTold = false
  return async (notice) => {
    if (isTold) return
    isTold = true
    const shown = notice ? { text: notice.text, show_alert: notice.isAlert === true } : {}
    await context.answerCallbackQuery(shown).catch(() => {})
  }
}

/** Says so where the report has changed since the button was sent. */
async function withReport<Kind extends 'original' | 'passage' | 'section' | 'figures' | 'figure'>(
  { parts, action, tell }: Tap<Kind>,
  work: (report: Report) => Promise<unknown>,
): Promise<void> {
  const report = findReport(parts.library, (action as ActionOf<'section'>).report)
  if (!report) return tell({ text: words.tapped.reportChanged, isAlert: true })
  await tell()
  await work(report)
}

/** Changes the message that the button stands below; where it is gone, sends it anew. */
async function turnTo({ context, parts }: { context: Context; parts: BotParts }, view: Outgoing): Promise<void> {
  const messageId = context.callbackQuery?.message?.message_id
  const isTurned = messageId !== undefined && (await parts.delivery.edit(context, messageId, view))
  if (!isTurned) await parts.delivery.send(context, [view])
}

async function askFigure(tap: Tap<'figure'>): Promise<void> {
  const { context, action, parts, tell } = tap
  const report = findReport(parts.library, action.report)
  if (!report) return tell({ text: words.tapped.reportChanged, isAlert: true })
  const figure = report.figures[action.figure]
  const question = figure ? await parts.figureQuestions.for(report, figure) : null
  if (question === null) return tell({ text: words.tapped.noFigure, isAlert: true })
  await tell()
  await answerButton(context, question, parts, report.id)
}

async function askEntry({ context, action, parts, tell }: Tap<'entry'>): Promise<void> {
  const entry = parts.library.faq().find(({ id }) => id === action.id)
  if (!entry) return tell({ text: words.tapped.entryGone, isAlert: true })
  await tell()
  await answerButton(context, entry.question, parts)
}
