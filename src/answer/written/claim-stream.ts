import { JSONParser } from '@streamparser/json'
import { withoutThoughts } from '../../model/read-document.js'
import { readClaim, type WrittenClaim } from './model-reply.js'

/**
 * Reads the claims out of a document while it is being written.
 *
 * @param onClaim each claim, once, as soon as its closing brace has come; nothing more after one that is none
 * @returns a function to be called with the text so far, each time more of it has come
 */
export function createClaimStream(onClaim: (claim: WrittenClaim) => void): (textSoFar: string) => void {
  let read = 0
  let isBroken = false
  const parser = new JSONParser({ paths: ['$.claims.*'], keepStack: false })
  parser.onValue = ({ value }) => {
    const claim = readClaim(value)
    if (claim && !isBroken) onClaim(claim)
    else isBroken = true
  }
  // What cannot be read as it comes is read, or refused, as a whole at the end.
  parser.onError = () => {
    isBroken = true
  }
  return (textSoFar) => {
    const spoken = withoutThoughts(textSoFar)
    const start = spoken.indexOf('{')
    if (isBroken || start < 0 || spoken.length - start <= read) return
    parser.write(spoken.slice(start + read))
    read = spoken.length - start
  }
}
