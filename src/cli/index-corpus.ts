import type { Command } from 'commander'
import type { IndexProgress } from '../index/embed-chunks.js'
import { messages } from '../messages.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'
import { printLine, printNotice } from './output.js'

interface IndexCommandOptions extends FolderOptions {
  force?: true
}

/** `index`: corpus → embeddings, only what changed. */
export function addIndexCommand(program: Command): void {
  const words = messages.cli.commands.index
  const command = program
    .command('index')
    .description(words.about)
    .argument('[报告文件夹]', words.corpus)
    .option('--force', messages.cli.options.force)
    .addHelpText('after', messages.cli.example(words.example))
  addFolderOptions(command).action(indexCorpus)
}

async function indexCorpus(folder: string | undefined, options: IndexCommandOptions): Promise<void> {
  const { rebuildIndex } = await import('../compose.js')
  const config = await configOf({ ...options, corpus: folder ?? options.corpus })
  const { index, reports, directory } = await rebuildIndex(config, {
    force: options.force === true,
    onProgress: showProgress,
    onNotice: printNotice,
  })
  await printLine(messages.cli.index.done(reports.length, index.chunks.length, index.embedded, directory))
}

/** One line that counts up on a terminal; elsewhere, a line a step. */
function showProgress({ done, total, report }: IndexProgress): void {
  const line = messages.cli.index.progress(done, total, report)
  if (!process.stderr.isTTY) printNotice(line)
  else process.stderr.write(`\r\u001B[K${line}${done === total ? '\n' : ''}`)
}
