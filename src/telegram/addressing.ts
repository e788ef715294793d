import type { Context } from 'grammy'
import type { Message } from 'grammy/types'
import { COMMAND_NAMES } from './command-menu.js'

/** What a message wants of the bot. */
export type Request =
  /** `argument`: what stands behind the command's name; '' for nothing. */
  | { kind: 'command'; name: string; argument: string }
  | { kind: 'question'; text: string }
  /** Something that is no text. */
  | { kind: 'attachment'; what: AttachmentKind }
  /** Not for the bot. */
  | { kind: 'none' }

/** `other`: a place, a poll, a contact and the like. */
export type AttachmentKind = 'voice' | 'picture' | 'file' | 'sticker' | 'other'

/** Reads a message, new or edited: in a private chat all is for the bot, in a group only a mention, a reply to it, or a command. */
export function readRequest(context: Context): Request {
  const message = context.message ?? context.editedMessage
  if (message === undefined || isFromMachine(message)) return { kind: 'none' }
  const text = message.text ?? message.caption
  const command = readCommand(text ?? '', context.me.username)
  const isPrivate = message.chat.type === 'private'
  if (command !== null) return isPrivate || command.isKnownOrNamed ? command : { kind: 'none' }
  const isMentioned = mentions(message, context)
  if (!isPrivate && !isMentioned && !isReplyTo(message, context.me.id)) return { kind: 'none' }
  if (message.text !== undefined) return { kind: 'question', text: questionIn(message, context) }
  const what = attachmentKind(message)
  return what === null ? { kind: 'none' } : { kind: 'attachment', what }
}

/** A bare mention below somebody's message asks what that message asks. */
function questionIn(message: Message, { me }: Context): string {
  const own = withoutMention(message.text ?? '', me.username)
  const other = message.reply_to_message
  return own === '' && other !== undefined && other.from?.id !== me.id ? (other.text ?? '').trim() : own
}

function readCommand(text: string, username: string): (Request & { kind: 'command'; isKnownOrNamed: boolean }) | null {
  const match = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?=\s|$)(.*)/su.exec(text)
  if (match === null) return null
  const [, name = '', addressee, argument = ''] = match
  const isOther = addressee !== undefined && addressee.toLowerCase() !== username.toLowerCase()
  const isKnown = COMMAND_NAMES.some((known) => known === name.toLowerCase())
  return {
    kind: 'command',
    name: name.toLowerCase(),
    argument: argument.trim(),
    isKnownOrNamed: !isOther && (isKnown || addressee !== undefined),
  }
}

/** Other bots, and a channel's posts copied into its group: answering them could go round in circles. */
function isFromMachine(message: Message): boolean {
  const isBot = message.from?.is_bot === true && message.sender_chat === undefined
  return isBot || message.is_automatic_forward === true || message.via_bot !== undefined
}

function isReplyTo(message: Message, botId: number): boolean {
  return message.reply_to_message?.from?.id === botId
}

function mentions(message: Message, context: Context): boolean {
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.some((entity) => {
    if (entity.type === 'text_mention') return entity.user.id === context.me.id
    const words = text.slice(entity.offset, entity.offset + entity.length).toLowerCase()
    return entity.type === 'mention' && words === `@${context.me.username.toLowerCase()}`
  })
}

function withoutMention(text: string, username: string): string {
  const mention = `@${username.toLowerCase()}`
  const at = text.toLowerCase().indexOf(mention)
  const after = text.charAt(at + mention.length)
  if (at < 0 || /\w/u.test(after)) return text.trim()
  return `${text.slice(0, at)} ${text.slice(at + mention.length)}`.trim()
}

const CONTENT: Readonly<Record<string, AttachmentKind>> = {
  voice: 'voice',
  audio: 'voice',
  photo: 'picture',
  video: 'picture',
  video_note: 'picture',
  animation: 'picture',
  document: 'file',
  sticker: 'sticker',
  dice: 'sticker',
  location: 'other',
  venue: 'other',
  contact: 'other',
  poll: 'other',
  story: 'other',
}

/** Null for joins, pins, title changes and the like. An animation is a document, too. */
function attachmentKind(message: Message): AttachmentKind | null {
  const found = Object.keys(CONTENT).find((content) => content in message)
  return found === undefined ? null : CONTENT[found]!
}
