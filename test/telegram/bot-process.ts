import { runBot } from '../../src/telegram/run-bot.js'
import { createFakeAssistant, sampleReply } from '../fakes/fake-assistant.js'
import { createMemoryStore } from '../fakes/memory-store.js'

/** A bot in a process of its own, to send signals to: answers after a moment, logs faults to stderr. */
const [token = '', apiRoot = ''] = process.argv.slice(2)
const assistant = createFakeAssistant({
  reply: () => new Promise((resolve) => setTimeout(() => resolve(sampleReply()), 300)),
})
const state = createMemoryStore()
try {
  await runBot({ token, apiRoot, assistant, state, inbox: state.inbox, onError: (fault) => console.error(fault) })
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
