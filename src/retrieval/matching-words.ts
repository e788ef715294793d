import { createWordPatterns } from '../lexicon/word-patterns.js'

/** The words of lexicon/matching-words.yaml: what tells which figure a question means. */
export const matchingWords = createWordPatterns('matching-words', [
  'rate',
  'neutral_end',
  'budgeted',
  'asks_budget',
  'total',
  'sums',
  'asks_sum',
  'asks_planned',
  'planned',
  'each',
  'paid',
  'share_of',
  'change_asked',
  'added',
  'stock',
  'stock_alone',
  'increase',
  'added_in_front',
  'said_once',
  'fund',
  'purpose',
  'ownerless',
  'lower_account',
  'whole_or_account',
])
