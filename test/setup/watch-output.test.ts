import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runHere } from '../cli/run-cli.js'
import { TOKEN, TOKEN_MARK } from '../fixtures/token.js'
import { takeLeaks } from './watch-output.js'

async function runCode(code: string): Promise<void> {
  await once(spawn(process.execPath, ['-e', code], { env: { TOKEN } }), 'close')
}

it.each([
  ['the console', () => console.info({ token: TOKEN })],
  ['standard output', () => process.stdout.write(`${TOKEN}\n`)],
  [
    'standard error, in two pieces',
    () => [TOKEN.slice(0, 10), TOKEN.slice(10)].map((piece) => process.stderr.write(piece)),
  ],
  ['another process', () => runCode('console.log(process.env.TOKEN)')],
  ['another process, on standard error', () => runCode('console.error(process.env.TOKEN)')],
  ['a command run here', () => runHere([TOKEN])],
])('a token that %s prints is seen', async (_name, print) => {
  await print()
  expect(takeLeaks().join()).toContain(TOKEN_MARK)
})

it('every token that a test gives a bot is one that is looked for', () => {
  const folder = fileURLToPath(new URL('../', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files.length).toBeGreaterThan(100)
  const tokens = files.flatMap(
    (file) => readFileSync(`${folder}${file}`, 'utf8').match(/['"`]\d+:[A-Za-z][\w-]+/gu) ?? [],
  )
  expect(tokens.filter((token) => !token.includes(TOKEN_MARK))).toEqual([])
})
