import { type Command, Option } from 'commander'
import type { GoldLine } from '../eval/read-gold.js'
import { messages } from '../messages.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions, modeOption } from './options.js'
import { createNotices, printJson, printLine, printNotice } from './output.js'

interface EvalCommandOptions extends FolderOptions {
  json?: true
  mode: 'auto' | 'extractive' | 'llm'
  show?: 'wrong' | 'all'
}

/** `eval`: runs a question set and prints the scoreboard. */
export function addEvalCommand(program: Command): void {
  const { about, gold, example } = messages.cli.commands.eval
  const command = program
    .command('eval')
    .description(about)
    .argument('<题目文件>', gold)
    .option('--json', messages.cli.options.json)
    .addOption(new Option('--show <哪些>', messages.cli.options.show).choices(['wrong', 'all']))
    .addOption(modeOption())
    .addHelpText('after', messages.cli.example(example))
  addFolderOptions(command).action(evaluate)
}

async function evaluate(file: string, options: EvalCommandOptions): Promise<void> {
  const gold = await readGold(file)
  const [{ composeAssistant }, { runGold }, board] = await Promise.all([
    import('../compose.js'),
    import('../eval/run-gold.js'),
    import('../eval/scoreboard.js'),
  ])
  const { assistant, reports, close } = await composeAssistant(await configOf(options), createNotices(), {
    onProgress: printNotice,
    checkModel: options.mode !== 'extractive',
  })
  const run = await runGold({ assistant, reports, gold, options: { mode: options.mode } })
  await close()
  for (const judgement of run.judgements) {
    const isShown = options.show === 'all' || (options.show === 'wrong' && board.isFaulty(judgement))
    if (isShown && !options.json) await printLine(board.showJudgement(judgement))
  }
  const score = board.summarise(run)
  if (options.json) await printJson(score)
  else await printLine(board.showScoreboard(score))
}

/** Every line has to be right: a question left out would make another score. */
async function readGold(file: string): Promise<GoldLine[]> {
  const [{ readLines }, { readGoldLine }] = await Promise.all([
    import('./read-lines.js'),
    import('../eval/read-gold.js'),
  ])
  const gold: GoldLine[] = []
  for await (const { number, text } of readLines(file)) {
    const line = readGoldLine(text)
    if (line === null) throw new CliError(messages.cli.errors.badGold(file, number))
    gold.push(line)
  }
  return gold
}
