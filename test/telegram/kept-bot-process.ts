import { createStore } from '../../src/storage/create-store.js'
import { openPglite } from '../../src/storage/pglite-database.js'
import { readKey } from '../../src/storage/read-key.js'
import { createSecrets } from '../../src/storage/secrets.js'
import { runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'

/** A bot with an embedded database in a process of its own, to be killed: answers with the question's own words. */
const [apiRoot = '', folder = ''] = process.argv.slice(2)
const secrets = createSecrets(await readKey(folder))
const store = await createStore({ database: await openPglite(folder), secrets })
const assistant = createFakeAssistant({
  reply: (question) => sampleReply({ question, answer: question, citations: [], figures: [], contact: null }),
})
await runBot({
  token: '900:killed',
  apiRoot,
  assistant,
  state: store,
  inbox: (botId) => store.inbox(botId),
  onError: (fault) => console.error(fault.message),
  onStarted: () => console.log('ready'),
})
await store.close()
