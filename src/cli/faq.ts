import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import type { Config } from '../config/load-config.js'
import type { FaqProgress } from '../faq/run-faq.js'
import { messages } from '../messages.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions } from './options.js'
import { createNotices, printJson, printLine, printNotice } from './output.js'

interface FaqCommandOptions extends FolderOptions {
  json?: true
  out?: string
  seed: string
  only?: 'published' | 'approved'
  fresh?: true
  mode: 'auto' | 'extractive'
  batchApi?: true
  maxRequests: string
  maxTokens: string
}

/** `faq`: an FAQ generation run, or a step of its review. */
export function addFaqCommand(program: Command): void {
  const words = messages.cli.commands.faq
  const command = program
    .command('faq')
    .description(words.about)
    .argument('[动作]', words.step)
    .argument('[编号...]', words.ids)
    .option('--json', messages.cli.options.json)
    .option('--out <文件夹>', words.out)
    .option('--seed <整数>', words.seed, '1')
    .addOption(new Option('--only <哪些>', words.only).choices(['published', 'approved']))
    .option('--fresh', words.fresh)
    .addOption(new Option('--mode <方式>', words.mode).choices(['auto', 'extractive']).default('auto'))
    .option('--batch-api', words.batch)
    .option('--max-requests <次数>', words.maxRequests, '300')
    .option('--max-tokens <个数>', words.maxTokens, '500000')
    .addHelpText('after', messages.cli.example(words.example))
  addFolderOptions(command).action(faq)
}

async function faq(step: string | undefined, ids: string[], options: FaqCommandOptions): Promise<void> {
  if (!/^-?\d+$/.test(options.seed)) throw new CliError(messages.faq.errors.wrongSeed(options.seed))
  const config = await configOf(options)
  const folder = options.out === undefined ? await defaultFolder(config) : resolve(options.out)
  if (step === undefined) await generate(config, folder, options)
  else await review(step, ids, config, folder, options)
}

async function defaultFolder(config: Config): Promise<string> {
  const { faqFolderFor } = await import('../compose.js')
  return faqFolderFor(config)
}

async function generate(config: Config, folder: string, options: FaqCommandOptions): Promise<void> {
  const [{ composeAskedQuestions, composeAssistant, composeRunModel }, { generateFaq }, { isComplete }, show] =
    await Promise.all([
      import('../compose.js'),
      import('../faq/generate-faq.js'),
      import('../faq/measure-coverage.js'),
      import('../faq/show-run.js'),
    ])
  const onNotice = createNotices()
  const { assistant, reports, gate, close } = await composeAssistant(config, onNotice, {
    withApproved: false,
    onProgress: printNotice,
    checkModel: options.mode !== 'extractive',
  })
  const runModel = options.mode === 'extractive' ? null : await composeRunModel(config, limitOf(options))
  const { coverage, changes, resumed } = await generateFaq({
    assistant,
    reports,
    gate,
    askedQuestions: composeAskedQuestions(config, onNotice),
    folder,
    seed: Number(options.seed),
    only: options.only,
    fresh: options.fresh === true,
    runModel: runModel && { use: runModel, inBatch: options.batchApi === true, pollMs: POLL_MS },
    onReworded: (done, total) => printNotice(messages.faq.rewordingProgress(done, total)),
    onProgress: createProgress(),
  })
  await close()
  if (runModel) printNotice(messages.faq.modelUsed(runModel.meter.used.requests, runModel.meter.used.tokens))
  if (resumed > 0) printNotice(messages.faq.resumed(resumed))
  if (options.json) await printJson(coverage)
  else for (const line of [...show.showCoverage(coverage), ...show.showChanges(changes)]) await printLine(line)
  printNotice(messages.faq.written(folder))
  if (!isComplete(coverage)) process.exitCode = 1
}

/** Between two looks at a batch, which may take hours. */
const POLL_MS = 30_000

function limitOf({ maxRequests, maxTokens }: FaqCommandOptions) {
  const wholeNumber = (flag: string, value: string) => {
    if (!/^[1-9]\d{0,12}$/.test(value)) throw new CliError(messages.faq.errors.wrongLimit(flag, value))
    return Number(value)
  }
  return { requests: wholeNumber('--max-requests', maxRequests), tokens: wholeNumber('--max-tokens', maxTokens) }
}

async function review(
  step: string,
  ids: readonly string[],
  config: Config,
  folder: string,
  { only }: FaqCommandOptions,
): Promise<void> {
  const { errors, steps, stepped } = messages.faq
  const { REVIEW_STEPS } = await import('../faq/review-steps.js')
  const known = REVIEW_STEPS.find((name) => name === step)
  if (known === undefined) throw new CliError(errors.wrongStep(step))
  if (ids.length === 0) throw new CliError(errors.noIds)
  if (!existsSync(join(folder, 'review.yaml'))) throw new CliError(errors.notRunYet(folder))
  const [{ composeCorpus }, { reviewFaq }] = await Promise.all([
    import('../compose.js'),
    import('../faq/generate-faq.js'),
  ])
  const { reports } = await composeCorpus(config)
  await printLine(stepped(steps[known], await reviewFaq({ folder, reports, step: known, ids, only })))
}

const STEPS = 20

/** One line that counts up on a terminal; elsewhere, some twenty lines a run. */
function createProgress(): (progress: FaqProgress) => void {
  let told = -1
  return ({ done, total, entries, secondsLeft }) => {
    const line = messages.faq.progress(done, total, entries, secondsLeft)
    const part = Math.floor((done * STEPS) / total)
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}${done === total ? '\n' : ''}`)
    else if (part !== told) printNotice(line)
    told = part
  }
}
