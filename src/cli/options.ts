import { type Command, Option } from 'commander'
import type { Config } from '../config/load-config.js'
import { messages } from '../messages.js'

const words = messages.cli.options

/** The folders a command works on, as given on the command line. */
export interface FolderOptions {
  corpus?: string
  index?: string
}

/** Adds `--corpus` and `--index`. @param readsIndex where false, `--index` is accepted but not shown */
export function addFolderOptions(command: Command, { readsIndex = true } = {}): Command {
  const index = new Option('--index <文件夹>', words.index)
  return command.option('--corpus <文件夹>', words.corpus).addOption(readsIndex ? index : index.hideHelp())
}

/** `--mode`, as `ask` and `eval` take it. */
export function modeOption(): Option {
  return new Option('--mode <方式>', words.mode).choices(['auto', 'extractive', 'llm']).default('auto')
}

/** The checked environment with the command line's folders. */
export async function configOf(options: FolderOptions): Promise<Config> {
  const { loadConfig } = await import('../config/load-config.js')
  return loadConfig({ corpus: options.corpus, index: options.index })
}
