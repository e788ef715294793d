import type { Command } from 'commander'
import { messages } from '../messages.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'

/** `bot`: the Telegram bot. */
export function addBotCommand(program: Command): void {
  const { about, example } = messages.cli.commands.bot
  const command = program.command('bot').description(about).addHelpText('after', messages.cli.example(example))
  addFolderOptions(command).action(startBot)
}

/** The bot until it is stopped. Its log goes to stderr. */
export async function startBot(options: FolderOptions): Promise<void> {
  const config = await configOf(options)
  // Checked before the corpus is read: a missing token should not take its time to be told.
  const token = config.environment.TELEGRAM_BOT_TOKEN
  if (token === undefined) throw new CliError(messages.botFault.token_missing)
  const { runService } = await import('./bot-service.js')
  await runService(config, token)
}
