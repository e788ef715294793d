import type { Bot } from 'grammy'
import { messages } from '../messages.js'
import { type BotFault, toBotFault } from './bot-fault.js'

/** Commands that citizens have, in the order of the menu. */
export const COMMAND_NAMES = [
  'start',
  'help',
  'about',
  'sections',
  'figures',
  'faq',
  'reset',
  'feedback',
  'privacy',
] as const

export type CommandName = (typeof COMMAND_NAMES)[number]

/** The menu beside the input line: Chinese for Chinese clients, English for all others. The bot works without it. */
export async function announceCommands(bot: Bot, onError: (fault: BotFault) => void): Promise<void> {
  const { commands, commandsInEnglish } = messages.telegram
  try {
    await bot.api.setMyCommands(listed(commands), { language_code: 'zh' })
    await bot.api.setMyCommands(listed(commandsInEnglish))
  } catch (error) {
    onError(toBotFault(error))
  }
}

function listed(descriptions: Readonly<Record<CommandName, string>>) {
  return COMMAND_NAMES.map((command) => ({ command, description: descriptions[command] }))
}
