import type { Command } from 'commander'
import { messages } from '../messages.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'
import { printNotice } from './output.js'

/** `console`: the staff's terminal console. */
export function addConsoleCommand(program: Command): void {
  const words = messages.cli.commands.console
  const command = program
    .command('console')
    .description(words.about)
    .addHelpText('after', messages.cli.example(words.example))
  addFolderOptions(command).action(openConsole)
}

/** The console on the process's own terminal. Notices stand in its status line. */
export async function openConsole(options: FolderOptions): Promise<void> {
  const [{ composeAssistant }, { runConsole }] = await Promise.all([
    import('../compose.js'),
    import('../console/run-console.js'),
  ])
  const { assistant, close } = await composeAssistant(await configOf(options), undefined, {
    onProgress: printNotice,
    checkModel: true,
  })
  await runConsole({ assistant, input: process.stdin, output: process.stdout })
  await close()
}
