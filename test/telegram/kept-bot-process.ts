import { createStore } from '../../src/storage/create-store.js'
import { patient } from '../../src/storage/patient-database.js'
import { openPglite } from '../../src/storage/pglite-database.js'
import { readKey } from '../../src/storage/read-key.js'
import { createSecrets } from '../../src/storage/secrets.js'
import { openServer } from '../../src/storage/server-database.js'
import { runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { TOKEN } from '../fixtures/token.js'

/**
 * A bot in a process of its own, to be killed, with an embedded database or one on a server: answers with the question's
 * own words.
 */
const [apiRoot = '', folder = '', serverUrl] = process.argv.slice(2)
const secrets = createSecrets(await readKey(folder))
const onWait = (fault: Error) => console.error(fault.message)
const database = serverUrl === undefined ? await openPglite(folder) : openServer(serverUrl)
const store = await createStore({
  database: patient(database, { signal: new AbortController().signal, onWait }),
  secrets,
})
const assistant = createFakeAssistant({
  reply: (question) => sampleReply({ question, answer: question, citations: [], figures: [], contact: null }),
})
await runBot({
  token: TOKEN,
  apiRoot,
  assistant,
  state: store,
  inbox: (botId) => store.inbox(botId),
  onError: (fault) => console.error(fault.message),
  onStarted: () => console.log('ready'),
})
await store.close()
