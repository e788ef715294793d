import type { Command } from 'commander'
import type { AskOptions, Assistant, Conversation } from '../answer/assistant.js'
import type { Reply } from '../answer/reply.js'
import { messages } from '../messages.js'
import { CliError } from './cli-error.js'
import { addFolderOptions, configOf, type FolderOptions, modeOption } from './options.js'
import { createNotices, printJson, printLine, printNotice } from './output.js'

const words = messages.cli.commands.ask

interface AskCommandOptions extends FolderOptions {
  json?: true
  batch?: string
  mode: 'auto' | 'extractive' | 'llm'
  report?: string
  stream?: true
}

/** `ask`: answers one question, or a batch of them. */
export function addAskCommand(program: Command): void {
  const command = program
    .command('ask')
    .description(words.about)
    .argument('[问题...]', words.question)
    .option('--json', messages.cli.options.json)
    .option('--batch <文件>', messages.cli.options.batch)
    .addOption(modeOption())
    .option('--report <编号>', messages.cli.options.report)
    .option('--stream', messages.cli.options.stream)
    .addHelpText('after', messages.cli.example(words.example))
  addFolderOptions(command).action(ask)
}

async function ask(parts: string[], options: AskCommandOptions): Promise<void> {
  const question = parts.join(' ')
  await assertQuestion(question, options.batch)
  if (options.stream && (options.json || options.batch !== undefined))
    throw new CliError(messages.cli.errors.streamAlone)
  const { composeAssistant } = await import('../compose.js')
  const seen = createNotices()
  const { assistant, reports, close } = await composeAssistant(await configOf(options), seen, {
    onProgress: printNotice,
  })
  if (options.mode === 'llm' && assistant.status().mode === 'extractive') seen(messages.cli.mode.noModel)
  assertReport(options.report, reports)
  const asking: Asking = { assistant, options: { mode: options.mode, reportId: options.report }, onNotice: seen }
  if (options.stream) await streamOne(question, asking)
  else if (options.batch === undefined) await answerOne(question, asking, options.json === true)
  else await answerBatch(options.batch, asking, options.json === true)
  await close()
}

interface Asking {
  assistant: Assistant
  options: AskOptions
  onNotice: (notice: string) => void
}

async function assertQuestion(question: string, batch: string | undefined): Promise<void> {
  const { errors } = messages.cli
  if (batch !== undefined) {
    if (question !== '') throw new CliError(errors.bothQuestionAndBatch)
    return
  }
  if (question === '') throw new CliError(errors.noQuestion)
  const { isBlank } = await import('./read-batch-line.js')
  if (isBlank(question)) throw new CliError(errors.blankQuestion)
}

function assertReport(id: string | undefined, reports: readonly { id: string }[]): void {
  if (id === undefined || reports.some((report) => report.id === id)) return
  const known = reports.map((report) => report.id).join('、')
  throw new CliError(messages.cli.errors.unknownReport(id, known))
}

async function answerOne(question: string, asking: Asking, json: boolean): Promise<void> {
  const { reply } = await answer(question, asking)
  if (json) await printJson({ id: '1', ...reply })
  else await printLine(reply.text)
}

async function streamOne(question: string, asking: Asking): Promise<void> {
  const { createReplyStream } = await import('./stream-reply.js')
  const { onText, finish } = createReplyStream()
  const { reply } = await answer(question, { ...asking, options: { ...asking.options, onText } })
  await finish(reply.text)
}

async function answerBatch(file: string, asking: Asking, json: boolean): Promise<void> {
  const [{ runBatch }, { readAskLine }] = await Promise.all([import('./run-batch.js'), import('./read-batch-line.js')])
  await runBatch({
    file,
    json,
    read: readAskLine,
    work: async (line) =>
      line.kind === 'turns'
        ? { turns: await converse(line.turns, asking) }
        : (await answer(line.question, asking)).reply,
    show: (result) => ('turns' in result ? result.turns.map(({ text }) => text).join('\n\n') : result.text),
  })
}

/** The replies of one conversation. */
async function converse(questions: readonly string[], asking: Asking): Promise<Reply[]> {
  const replies: Reply[] = []
  let conversation: Conversation | undefined
  for (const question of questions) {
    const turn = await answer(question, asking, conversation)
    conversation = turn.conversation
    replies.push(turn.reply)
  }
  return replies
}

async function answer(question: string, { assistant, options, onNotice }: Asking, conversation?: Conversation) {
  const turn = await assistant.ask(question, { ...options, conversation })
  for (const notice of turn.trace.notices) onNotice(notice)
  return turn
}
