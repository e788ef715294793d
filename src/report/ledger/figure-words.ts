import { createWordPatterns } from '../../lexicon/word-patterns.js'

/** The words of lexicon/figure-words.yaml: what stands around a number and says what it measures. */
export const figureWords = createWordPatterns('figure-words', [
  'spent',
  'of_budget',
  'fund_numbers',
  'stock',
  'increase',
  'stock_noun',
  'carried_out',
  'kind',
  'aside',
  'honoured_as',
  'has_done',
  'counted',
  'place',
  'ranked',
  'first',
  'rating',
  'put_first',
  'approved',
  'aged',
  'empty_noun',
  'budget_account',
  'account_owner',
  'short_noun',
  'class_bound',
])
