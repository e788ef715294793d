import { statSync } from 'node:fs'
import type { Command } from 'commander'
import { messages } from '../messages.js'
import type { Report } from '../report/report.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'
import { printJson, printLine, printNotice } from './output.js'

interface InspectCommandOptions extends FolderOptions {
  json?: true
}

/** `inspect`: what the parser made of a report. */
export function addInspectCommand(program: Command): void {
  const words = messages.cli.commands.inspect
  const command = program
    .command('inspect')
    .description(words.about)
    .argument('<报告>', words.report)
    .option('--json', messages.cli.options.json)
    .addHelpText('after', messages.cli.example(words.example))
  addFolderOptions(command, { readsIndex: false }).action(inspect)
}

async function inspect(name: string, options: InspectCommandOptions): Promise<void> {
  const report = await findReport(name, options)
  if (options.json) await printJson((await import('./inspect-json.js')).toInspection(report))
  else {
    const { showReport } = await import('./inspect-page.js')
    await printLine(showReport(report, process.stdout.columns || DEFAULT_WIDTH))
  }
}

/** Cells of a line where the output is no terminal. */
const DEFAULT_WIDTH = 120

/** A file, else a report of the corpus by its id. */
async function findReport(name: string, options: FolderOptions): Promise<Report> {
  const { composeCorpus, composeReport } = await import('../compose.js')
  if (statSync(name, { throwIfNoEntry: false })?.isFile()) return composeReport(name)
  const { reports, notices } = await composeCorpus(await configOf(options))
  for (const notice of notices) printNotice(notice)
  const report = reports.find(({ id }) => id === name)
  if (report) return report
  const known = reports.map(({ id }) => id).join('、')
  throw new CliError(messages.cli.errors.noSuchReport(name, known))
}
