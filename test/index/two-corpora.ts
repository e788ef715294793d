import { reportOf, sentencesOf } from './fixture-reports.js'

/** Two corpora that share no chunk, for indexes that take turns in one folder. */
export const corpora = [
  [reportOf('lanxi', { '一、回顾': sentencesOf('兰溪', 150) })],
  [reportOf('heyang', { '一、回顾': sentencesOf('河阳', 200) })],
]
