/**
 * Loaded into the measured bot beside its own program: asked over the channel to its parent, it collects garbage and
 * says what memory is left.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

process.on('message', () => {
  collect()
  process.send?.(process.memoryUsage())
})
// Nobody waits for a question that never comes.
process.channel?.unref()
