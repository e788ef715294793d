import type { Command } from 'commander'
import { messages } from '../messages.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'

/** `start`: the bot where a bot token is set, otherwise the console. */
export function addStartCommand(program: Command): void {
  const words = messages.cli.commands.start
  const command = program
    .command('start')
    .description(words.about)
    .addHelpText('after', messages.cli.example(words.example))
  addFolderOptions(command).action(start)
}

async function start(options: FolderOptions): Promise<void> {
  const { environment } = await configOf(options)
  if (environment.TELEGRAM_BOT_TOKEN === undefined) await (await import('./console.js')).openConsole(options)
  else await (await import('./bot.js')).startBot(options)
}
