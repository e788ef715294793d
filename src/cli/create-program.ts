import { createRequire } from 'node:module'
import { Command } from 'commander'
import { messages } from '../messages.js'
import { addAskCommand } from './ask.js'
import { addBotCommand } from './bot.js'
import { addCheckCommand } from './check.js'
import { addConsoleCommand } from './console.js'
import { addEvalCommand } from './eval.js'
import { addFaqCommand } from './faq.js'
import { addIndexCommand } from './index-corpus.js'
import { addInspectCommand } from './inspect.js'
import { addStartCommand } from './start.js'

const words = messages.cli

/** Commander's own headings in the help. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': words.titles.usage,
  'Arguments:': words.titles.arguments,
  'Options:': words.titles.options,
  'Commands:': words.titles.commands,
}

/** The command line: every command, throwing instead of ending the process. */
export function createProgram(): Command {
  const program = new Command('qingwen')
    .description(words.about)
    .version(readVersion(), '-v, --version', words.versionOption)
  speakChinese(program)
  for (const add of COMMANDS) add(program)
  for (const command of program.commands) command.copyInheritedSettings(program).usage(usageOf(command))
  return program.usage(words.commandArgument)
}

const COMMANDS = [
  addAskCommand,
  addCheckCommand,
  addIndexCommand,
  addConsoleCommand,
  addEvalCommand,
  addFaqCommand,
  addBotCommand,
  addStartCommand,
  addInspectCommand,
]

function speakChinese(program: Command): void {
  program
    .exitOverride()
    .helpCommand(false)
    .helpOption('-h, --help', words.helpOption)
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      displayWidth,
      subcommandTerm: (command) => [command.name(), ...argumentsOf(command)].join(' '),
      optionDescription: ({ description }) => description,
    })
    // The one sentence is printed where the error is caught.
    .configureOutput({ writeErr: () => {} })
}

function usageOf(command: Command): string {
  return [words.optionsMark, ...argumentsOf(command)].join(' ')
}

function argumentsOf(command: Command): string[] {
  return command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '...' : ''}`
    return argument.required ? `<${name}>` : `[${name}]`
  })
}

/** Cells on a terminal; the help holds Chinese and ASCII only, so the library for all other scripts stays unloaded. */
function displayWidth(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFE6]/g)?.length ?? 0)
}

function readVersion(): string {
  const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }
  return version
}
