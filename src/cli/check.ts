import type { Command } from 'commander'
import type { Gate } from '../gate/create-gate.js'
import type { CheckResult } from '../gate/verdict.js'
import { messages } from '../messages.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'
import { printJson, printLine, printNotice } from './output.js'
import { isBlank, readCheckLine } from './read-batch-line.js'
import { runBatch } from './run-batch.js'

const words = messages.cli.check

interface CheckCommandOptions extends FolderOptions {
  json?: true
  batch?: string
}

/** `check`: the gate on any text. */
export function addCheckCommand(program: Command): void {
  const { about, text, example } = messages.cli.commands.check
  const command = program
    .command('check')
    .description(about)
    .argument('[文字...]', text)
    .option('--json', messages.cli.options.json)
    .option('--batch <文件>', messages.cli.options.batch)
    .addHelpText('after', messages.cli.example(example))
  addFolderOptions(command, { readsIndex: false }).action(check)
}

async function check(parts: string[], options: CheckCommandOptions): Promise<void> {
  const { file, text } = inputOf(parts.join(' '), options.batch)
  const { composeGate } = await import('../compose.js')
  const { gate, notices } = await composeGate(await configOf(options))
  for (const notice of notices) printNotice(notice)
  const json = options.json === true
  if (file !== null) await checkBatch(file, gate, json)
  else if (json) await printJson({ id: '1', ...gate.checkText(text) })
  else await printLine(showCheck(gate.checkText(text)))
}

/** A text piped in is read line by line, as with `--batch -`. */
function inputOf(text: string, batch: string | undefined): { file: string | null; text: string } {
  const { errors } = messages.cli
  if (batch !== undefined && text !== '') throw new CliError(errors.bothTextAndBatch)
  if (batch !== undefined) return { file: batch, text }
  if (text === '' && !process.stdin.isTTY) return { file: '-', text }
  if (text === '') throw new CliError(errors.noText)
  if (isBlank(text)) throw new CliError(errors.blankText)
  return { file: null, text }
}

async function checkBatch(file: string, gate: Gate, json: boolean): Promise<void> {
  await runBatch({
    file,
    json,
    read: readCheckLine,
    work: async ({ text }) => gate.checkText(text),
    show: showCheck,
  })
}

function showCheck({ ok, figures }: CheckResult): string {
  if (figures.length === 0) return words.noFigures
  if (ok) return words.allSupported(figures.length)
  const wrong = figures.filter(({ verdict }) => verdict !== 'supported')
  const lines = figures.flatMap(({ text, verdict, reason, nearest }) => [
    `  ${words.verdict[verdict]} ${text}${reason === undefined ? '' : ` ${reason}`}`,
    ...(verdict === 'supported' || nearest === null ? [] : [`    ${words.nearest(nearest.sentence.trim())}`]),
  ])
  return [words.someWrong(wrong.length, figures.length), ...lines].join('\n')
}
