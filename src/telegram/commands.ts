import type { Context } from 'grammy'
import { messages } from '../messages.js'
import { aboutText, greetingText } from './about.js'
import { faqView } from './browse/faq-view.js'
import { figuresReport, figuresView } from './browse/figures-view.js'
import { contentsView } from './browse/section-view.js'
import type { CommandName } from './command-menu.js'
import { sendWords } from './delivery.js'
import { opinionButtons } from './feedback-taps.js'
import { takeWords } from './feedback-words.js'
import { reportKey } from './library.js'
import { type Button, label } from './outgoing.js'
import { type BotParts, participantOf, sourceOf } from './parts.js'
import { plain } from './rich-text.js'

const words = messages.telegram
const WRITE: Button = { text: words.buttons.write, action: { kind: 'write' } }

type Command = (context: Context, parts: BotParts, argument: string) => Promise<unknown>

const COMMANDS: Readonly<Record<CommandName, Command>> = {
  async start(context, parts) {
    await parts.state.conversations.delete(participantOf(context))
    const examples = await parts.examples()
    const buttons = examples.map(({ question, report, figure }): Button[] => [
      { text: label(question), action: { kind: 'figure', report: reportKey(report), figure: figure.index } },
    ])
    const text = greetingText(parts.assistant.status(), examples.length > 0)
    await parts.delivery.send(context, [{ text, buttons }])
  },
  help: (context, { delivery }) => sendWords(delivery, context, words.help),
  about: (context, { delivery, assistant, library }) =>
    delivery.send(context, [{ text: aboutText(assistant.status(), library.reports()) }]),
  sections: (context, { delivery, library }) => delivery.send(context, [contentsView(library)]),
  async figures(context, { delivery, library }) {
    const report = figuresReport(library)
    await delivery.send(context, [report ? figuresView(library, report, -1, 0) : { text: plain(words.figures.none) }])
  },
  faq: (context, { delivery, library }) => delivery.send(context, [faqView(library, -1, 0)]),
  async reset(context, { state, delivery }) {
    await state.conversations.delete(participantOf(context))
    await sendWords(delivery, context, words.reset)
  },
  async feedback(context, parts, argument) {
    if (argument !== '') return takeWords(context, argument, parts)
    const { state, delivery, library } = parts
    const reply = { questionMessageId: null, messageIds: [], content: {} }
    const { key } = await state.replies.add(participantOf(context), reply, sourceOf(context))
    const contact = library.reports().find(({ isDefault }) => isDefault)?.contact ?? null
    await delivery.send(context, [{ text: plain(words.feedback(contact)), buttons: [opinionButtons(key), [WRITE]] }])
  },
  privacy: (context, { delivery }) =>
    delivery.send(context, [
      { text: plain(words.privacy), buttons: [[{ text: words.buttons.forget, action: { kind: 'forget' } }]] },
    ]),
}

/** Does what a command says; one that there is not gets told so. */
export async function obey(
  { name, argument }: { name: string; argument: string },
  context: Context,
  parts: BotParts,
): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as CommandName] : undefined
  if (command) await command(context, parts, argument)
  else await sendWords(parts.delivery, context, words.unknownCommand)
}
