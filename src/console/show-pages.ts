import type { AssistantStatus, Turn } from '../answer/assistant.js'
import { messages } from '../messages.js'
import { ALIASES, type CommandName } from './read-command.js'
import type { Screen } from './screen.js'

const words = messages.console

/** The lines on top: what runs. */
export function showStatus(screen: Screen, status: AssistantStatus): void {
  screen.print(words.name, { style: 'heading' })
  const { mode, vectorIndex, embeddingModel, reports } = status
  screen.printPieces(words.status(words.mode[mode], words.index[vectorIndex], embeddingModel, reports.length), {
    style: 'faint',
  })
  for (const notice of status.notices) screen.print(words.notice(notice), { style: 'bad' })
  if (reports.length === 0) screen.print(words.noReports, { style: 'bad' })
  screen.print(words.hint)
}

/** 帮助 */
export function showHelp(screen: Screen): void {
  screen.print(words.helpTitle, { style: 'heading' })
  screen.print(words.help)
  for (const [name, text] of Object.entries(words.commands)) {
    const [letter, word] = [ALIASES[name as CommandName][0], ALIASES[name as CommandName].at(-1)]
    screen.print(`${name} ${letter} /${word}`, { indent: 2, style: 'heading' })
    screen.print(text, { indent: 6 })
  }
}

/** 历史 */
export function showHistory(screen: Screen, turns: readonly Turn[]): void {
  if (turns.length === 0) {
    screen.print(words.noTurns)
    return
  }
  screen.print(words.historyTitle, { style: 'heading' })
  for (const [index, { reply }] of turns.entries()) {
    const line = `${index + 1}. ${reply.question} → ${words.outcomes[reply.outcome]}`
    screen.print(line, { indent: 2, hanging: 5 })
  }
  screen.print(words.historyHint, { style: 'faint' })
}

/** 报告 */
export function showReports(screen: Screen, status: AssistantStatus): void {
  if (status.reports.length === 0) {
    screen.print(words.noReports)
    return
  }
  screen.print(words.reportsTitle, { style: 'heading' })
  for (const [index, report] of status.reports.entries()) {
    screen.print(`${index + 1}. 《${report.title}》`, { indent: 2, hanging: 5 })
    if (report.place !== null) screen.print(words.report.place(report.place), { indent: 5 })
    screen.print(words.report.size(report.statements, report.figures), { indent: 5 })
    screen.print(words.report.id(report.id), { indent: 5, style: 'faint' })
    if (report.isDefault && status.reports.length > 1) screen.print(words.report.isDefault, { indent: 5 })
  }
}
