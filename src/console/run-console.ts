import { createInterface, type Interface } from 'node:readline/promises'
import type { Assistant, Conversation, Turn } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { type CommandName, readCommand } from './read-command.js'
import { createScreen, type Screen, type ScreenOutput } from './screen.js'
import { modelLine } from './show-model.js'
import { showHelp, showHistory, showReports, showStatus } from './show-pages.js'
import { showTrace } from './show-trace.js'

const words = messages.console

/** After this long without an answer the console says that it is still at it. */
const SEARCHING_AFTER_MS = 800

export interface ConsoleOptions {
  assistant: Assistant
  /** The keyboard, or a file of questions, one a line. */
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: ScreenOutput
}

interface Session {
  assistant: Assistant
  screen: Screen
  turns: Turn[]
  conversation: Conversation | undefined
  isInteractive: boolean
  /** Resolves on Ctrl-C, or when nobody reads the output any more. */
  interrupted: Promise<'interrupted'>
}

/** Runs the staff's console until 退出, Ctrl-C, Ctrl-D or the end of the input. */
export async function runConsole({ assistant, input, output }: ConsoleOptions): Promise<void> {
  const isInteractive = input.isTTY === true && output.isTTY === true
  const lines = createInterface({
    input,
    output: isInteractive ? output : undefined,
    terminal: isInteractive,
    prompt: words.prompt,
  })
  const interrupted = new Promise<'interrupted'>((resolve) => {
    const leave = () => {
      resolve('interrupted')
      lines.close()
    }
    lines.on('SIGINT', leave)
    // Whoever read the output has gone (… | head).
    output.on('error', leave)
  })
  const screen = createScreen(output)
  showStatus(screen, assistant.status())
  await converse(lines, { assistant, screen, turns: [], conversation: undefined, isInteractive, interrupted })
  lines.close()
  if (isInteractive) screen.print()
  screen.print(words.goodbye)
}

async function converse(lines: Interface, session: Session): Promise<void> {
  // Ctrl-D may close the lines while an answer is on its way.
  let isClosed = false
  lines.once('close', () => {
    isClosed = true
  })
  const prompt = () => {
    if (session.isInteractive && !isClosed) lines.prompt()
  }
  prompt()
  for await (const line of lines) {
    if (await respond(line, session)) return
    prompt()
  }
}

/** True where the session is to end. */
async function respond(line: string, session: Session): Promise<boolean> {
  const input = readCommand(line)
  if (input.kind === 'empty') return false
  const { screen } = session
  if (!session.isInteractive) screen.print(`\n${words.asked(line.trim())}`, { style: 'heading' })
  if (input.kind === 'unknown') screen.print(words.unknownCommand(input.name))
  else if (input.kind === 'question') {
    if ((await answer(input.text, session)) === 'interrupted') return true
  } else if (input.name === '退出') return true
  else obey(input.name, input.number, session)
  if (session.isInteractive) screen.print()
  return false
}

function obey(name: Exclude<CommandName, '退出'>, number: number | null, session: Session): void {
  const { screen, assistant, turns } = session
  const commands: Record<typeof name, () => void> = {
    依据: () => explain(number ?? turns.length, session),
    历史: () => showHistory(screen, turns),
    重来: () => {
      session.conversation = undefined
      screen.print(words.reset)
    },
    报告: () => showReports(screen, assistant.status()),
    帮助: () => showHelp(screen),
  }
  commands[name]()
}

function explain(number: number, { screen, turns }: Session): void {
  const turn = turns[number - 1]
  if (turns.length === 0) screen.print(words.noTurns)
  else if (turn === undefined) screen.print(words.noSuchTurn(number, turns.length))
  else showTrace(screen, number, turn)
}

async function answer(question: string, session: Session): Promise<'answered' | 'interrupted'> {
  const { assistant, screen, conversation } = session
  const searching = setTimeout(() => screen.print(words.searching, { style: 'faint' }), SEARCHING_AFTER_MS)
  try {
    let shown = ''
    const show = (text: string) => {
      clearTimeout(searching)
      screen.print(text.slice(shown.length).replace(/^\n/, ''))
      shown = text
    }
    const turn = await Promise.race([assistant.ask(question, { conversation, onText: show }), session.interrupted])
    if (turn === 'interrupted') return turn
    session.conversation = turn.conversation
    session.turns.push(turn)
    show(turn.reply.text)
    if (turn.trace.model) screen.print(modelLine(turn.trace.model), { style: 'faint' })
  } catch {
    screen.print(words.failed)
  } finally {
    clearTimeout(searching)
  }
  return 'answered'
}
