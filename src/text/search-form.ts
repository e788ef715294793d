import { foldWidth } from './width.js'

const IGNORED = /[\s“”"「」『』‘’'《》〈〉]/g

/** The form in which texts are compared: half width, lower case, without quotation marks and blanks. */
export function toSearchForm(text: string): string {
  return foldWidth(text).toLowerCase().replace(IGNORED, '')
}
