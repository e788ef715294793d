import { afterEach, describe, expect, it, vi } from 'vitest'
import { createProgram } from '../../src/cli/create-program.js'
import { messages } from '../../src/messages.js'
import { expectFailure, runHere } from './run-cli.js'

afterEach(() => vi.unstubAllEnvs())

describe('the help', () => {
  it('names every command of the program', async () => {
    const { status, stdout, stderr } = await runHere([])
    expect(status).toBe(0)
    expect(stderr).toBe('')
    for (const name of Object.keys(messages.cli.commands)) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  it.each(createProgram().commands.map((command) => [command.name(), command] as const))(
    'of %s is Chinese and has a runnable example',
    (name, command) => {
      let printed = ''
      command.configureOutput({ writeOut: (text) => (printed += text) })
      command.outputHelp()
      expect(printed).toMatch(new RegExp(`^用法: qingwen ${name}`))
      expect(printed).toMatch(new RegExp(`例:\\n  .*qingwen ${name}`))
      expect(printed).not.toMatch(/Usage|Options|Arguments|default:|choices:/)
    },
  )
})

describe('a wrong command line', () => {
  it.each([
    [['fly'], '没有“fly”这个命令'],
    [['ask', '--loud', '问'], '没有 --loud 这个选项'],
    [['ask', '--mode', 'loud', '问'], '选项 --mode 不能是“loud”'],
    [['ask', '--report'], '选项 --report'],
    [['ask'], '没有问题可答'],
    [['ask', ' \u0007\u200b '], '问题是空的'],
    [['ask', '问', '--batch', '-'], '只能用一样'],
    [['check', '文', '--batch', '-'], '只能用一样'],
    [['inspect'], '缺少报告'],
    [['index', 'a', 'b'], '太多'],
    [['eval', 'missing.jsonl'], '没有这个文件'],
    [['eval', '.'], '这是一个文件夹'],
    [['inspect', 'none', '--corpus', 'missing'], 'missing'],
  ])('%j is one sentence that says %s', async (args, saying) => {
    expectFailure(await runHere(args), saying)
  })

  it('of a wrong variable names the variable', () => {
    vi.stubEnv('PORT', 'eighty')
    return runHere(['bot']).then((result) => expectFailure(result, '环境变量 PORT 的值“eighty”不对'))
  })

  it('of a bot without a token says where to get one', () => {
    vi.stubEnv('TELEGRAM_BOT_TOKEN', '')
    return runHere(['bot']).then((result) => expectFailure(result, '@BotFather'))
  })
})
