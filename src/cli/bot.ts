import type { Command } from 'commander'
import { messages } from '../messages.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'
import { createNotices, printNotice } from './output.js'

const words = messages.cli.bot

/** `bot`: the Telegram bot. */
export function addBotCommand(program: Command): void {
  const { about, example } = messages.cli.commands.bot
  const command = program.command('bot').description(about).addHelpText('after', messages.cli.example(example))
  addFolderOptions(command).action(startBot)
}

/** The bot by long polling, until it is stopped. Its log goes to stderr. */
export async function startBot(options: FolderOptions): Promise<void> {
  const config = await configOf(options)
  const { TELEGRAM_BOT_TOKEN, TELEGRAM_API_ROOT, WEBHOOK_URL, LOG_LEVEL } = config.environment
  // Checked before the corpus is read: a missing token should not take its time to be told.
  if (TELEGRAM_BOT_TOKEN === undefined) throw new CliError(messages.botFault.token_missing)
  const [{ composeAssistant }, { runBot }] = await Promise.all([
    import('../compose.js'),
    import('../telegram/run-bot.js'),
  ])
  const log = LOG_LEVEL === 'silent' ? () => {} : printNotice
  if (WEBHOOK_URL !== undefined) log(words.noWebhook)
  const { assistant, close } = await composeAssistant(config, createNotices(), { onProgress: printNotice })
  await runBot({
    token: TELEGRAM_BOT_TOKEN,
    apiRoot: TELEGRAM_API_ROOT,
    assistant,
    onError: (fault) => log(fault.message),
    onStarted: (username) => log(words.started(username)),
  })
  log(words.stopped)
  await close()
}
