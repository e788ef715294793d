/**
 * A server on loopback that speaks as OpenAI's does, and behind which no model stands but a script: to try and to measure,
 * without a key, what is done with a model.
 *
 *   npm run model-server -- honest|fluent|eager|quotes|lies|silent [--questions GOLD.jsonl]… [--port 8124] [--pace 0]
 *
 * `honest` knows the sets' evidence, `fluent` the questions of realistic-replies.yaml; `pace` is milliseconds between the pieces of a text. Then, at another prompt:
 *
 *   OPENAI_BASE_URL=http://127.0.0.1:8124/v1 OPENAI_MODEL=scripted npm run --silent console
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readGoldLine } from '../../src/eval/read-gold.js'
import { LIES, picker } from '../../test/answer/written/liar.js'
import { type AskedBody, type Said, startModelServer } from '../../test/model/model-server.js'
import { readFollowUp, readGiven } from './scripted-model.js'
import { eagerScript, fluentScript, honestScript, quotingScript, type Script } from './scripts.js'

const { values, positionals } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true, default: [] },
    port: { type: 'string', default: '8124' },
    pace: { type: 'string', default: '0' },
  },
  allowPositionals: true,
})

const lines = values.questions.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
const questions = lines.flatMap((line) => readGoldLine(line)?.questions ?? [])
let lies = 0
const scripts: Record<string, Script | null> = {
  honest: honestScript(questions),
  fluent: fluentScript(),
  eager: eagerScript,
  quotes: quotingScript,
  lies(given) {
    // Another lie each time; the truth where the material allows none of them.
    for (const _ of LIES) {
      const told = LIES[lies++ % LIES.length]!.tell(given, picker(lies))
      if (told) return told
    }
    return eagerScript(given)
  },
  silent: null,
}

const [name = 'honest'] = positionals
const script = scripts[name]
if (script === undefined) throw new Error(`no script ${name}; there are ${Object.keys(scripts).join(', ')}`)
const options = { port: Number(values.port), paceMs: Number(values.pace) }
const { url } = await startModelServer(({ path, body }) => say(path, body), options)
console.log(`${name}: ${url}`)

function say(path: string, body: AskedBody): Said {
  if (path.endsWith('/models')) return { kind: 'whole', json: { data: [{ id: 'scripted' }] } }
  if (!script) return { kind: 'hang' }
  if (body.model !== 'scripted')
    return { kind: 'error', status: 404, json: { error: { message: `The model ${body.model} does not exist` } } }
  const followUp = readFollowUp(body.messages)
  const document = followUp ? { question: followUp.current } : script(readGiven(body.messages))
  const usage = {
    prompt_tokens: JSON.stringify(body.messages).length,
    completion_tokens: JSON.stringify(document).length,
  }
  return { kind: 'text', text: JSON.stringify(document), usage }
}
