import type { InlineKeyboardButton } from 'grammy/types'
import { expect } from 'vitest'
import { type Action, createCallbackData } from '../../src/telegram/callback-data.js'
import type { RichText } from '../../src/telegram/rich-text.js'

/** What a citizen sees after having done something. */
export interface Shown extends RichText {
  chatId: number
  messageId: number
  buttons: InlineKeyboardButton[]
}

/** A citizen's client on some Bot API server. */
export interface Phone {
  say(text: string): Promise<Shown>
  tap(shown: Shown, data: string): Promise<Shown>
}

/** Says all this, then taps every button that comes up, each once. @returns all that was seen, and the kinds tapped */
export async function walk(phone: Phone, token: string, texts: readonly string[]) {
  const { read } = createCallbackData(token)
  const seen: Shown[] = []
  const kinds = new Set<Action['kind']>()
  const tapped = new Set<string>()
  async function look(shown: Shown): Promise<void> {
    if (shown.text !== '') seen.push(shown)
    for (const button of shown.buttons) {
      const data = 'callback_data' in button ? button.callback_data : ''
      const action = read(data, shown.chatId)
      expect(action, data).not.toBeNull()
      const name = nameOf(action!, button.text)
      if (tapped.has(name)) continue
      tapped.add(name)
      kinds.add(action!.kind)
      await look(await phone.tap(shown, data))
    }
  }
  for (const text of texts) await look(await phone.say(text))
  return { seen, kinds }
}

/** 👍 and 👎 are alike below every answer, and a passage whatever is marked in it. */
function nameOf(action: Action, label: string): string {
  if (action.kind === 'rate' || action.kind === 'reason') return `${action.kind} ${label}`
  return JSON.stringify(action.kind === 'passage' ? { ...action, statement: null } : action)
}
