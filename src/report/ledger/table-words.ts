import { createWordPatterns } from '../../lexicon/word-patterns.js'

/** The words of lexicon/table-words.yaml: what headers, captions and labels of tables say of their numbers. */
export const tableWords = createWordPatterns('table-words', [
  'growth',
  'share',
  'target',
  'estimate',
  'actual',
  'budget_share',
  'empty',
  'unit_in_brackets',
  'unit_column',
  'part_label',
  'change_label',
  'ignored_column',
  'text_column',
  'aimed_rate',
  'whole_column',
  'last_year',
  'scope',
  'scope_at_head',
  'own_accounts',
  'account',
  'measure',
])
