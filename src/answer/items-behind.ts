import { type MarkerKind, readMarker } from '../report/heading-marker.js'
import type { Report, Statement } from '../report/report.js'
import type { Evidence } from '../retrieval/evidence.js'
import type { AnswerClaim } from './finding.js'
import { tidy } from './quote-clauses.js'
import { sourceOf } from './source.js'

/**
 * What stands behind a lead without content of its own: the items of a list (编制的主要依据:一是…;二是…, 办好10件实事:1.…), the
 * sentences behind an item's title (二是着力推动招商引资。…), or what a glossary says of its entry (3.“飞地”园区:).
 */
export function itemsBehind({ statement, searchable }: Pick<Evidence, 'statement' | 'searchable'>): AnswerClaim[] {
  const lead = statement.statement
  const { report } = searchable
  const meaning = lead.text.length > LONGEST_LEAD ? undefined : meaningBehind({ statement, searchable })
  if (meaning) return [claimOf(meaning, report)]
  const behind = isTitle(lead) ? behindTitle(lead, report) : listBehind(lead, report)
  return behind.map((item) => claimOf(item, report))
}

/** Whether a list stands behind a statement; what is said behind an item's title is none. */
export function leadsList({ statement, searchable }: Pick<Evidence, 'statement' | 'searchable'>): boolean {
  return !isTitle(statement.statement) && itemsBehind({ statement, searchable }).length > 0
}

function behindTitle({ index, paragraph }: Statement, { statements }: Report): Statement[] {
  const behind: Statement[] = []
  for (let i = index + 1; behind.length < MOST_BEHIND_TITLE; i++) {
    const next = statements[i]
    if (next?.paragraph !== paragraph || ITEM.test(next.text)) break
    behind.push(next)
  }
  return behind
}

/** The items numbered one after another that a lead announces; what an item goes on to say in its paragraph is left out. */
function listBehind(lead: Statement, { statements }: Report): Statement[] {
  const first = statements[lead.index + 1]
  const marker = first && announces(lead, first) ? readMarker(first.text) : null
  if (marker === null) return []
  const items: Statement[] = []
  let room = MOST_CHARACTERS
  for (let i = lead.index + 1; i < statements.length; i++) {
    const next = statements[i]!
    const { kind, number } = readMarker(next.text) ?? {}
    if (kind === marker.kind && number === items.length + 1 && items.length < MOST_ITEMS) {
      room -= next.text.length
      if (room < 0) break
      items.push(next)
    } else if (next.paragraph !== items.at(-1)?.paragraph) break
  }
  return items.length < FEWEST_ITEMS ? [] : items
}

/** A lead goes on into its list in the same paragraph (一是), ends in a colon or with a number of things, or is their heading. */
function announces({ text, paragraph, kind: leadKind }: Statement, first: Statement): boolean {
  const kind = readMarker(first.text)?.kind
  if (kind === undefined || !LIST_KINDS.includes(kind)) return false
  if (leadKind === 'heading') return first.kind === 'sentence' || COUNTS.test(text)
  if (first.kind === 'heading' && SECTION_KINDS.includes(kind)) return false
  if (kind === 'item' && first.paragraph === paragraph && text.length <= LONGEST_LEAD) return true
  return text.length <= LONGEST_ANNOUNCEMENT && ANNOUNCES.test(text.trim())
}

function isTitle({ text }: Statement): boolean {
  return text.length <= LONGEST_LEAD && ITEM.test(text)
}

/** What a glossary says of the entry that stands on a line of its own; undefined for other statements. */
export function meaningBehind({ statement, searchable }: Pick<Evidence, 'statement' | 'searchable'>) {
  const { text, index } = statement.statement
  const next = searchable.report.statements[index + 1]
  return ENTRY.test(text) && next && !ENTRY.test(next.text) ? next : undefined
}

/** The name that a glossary's entry explains, on a line of its own or in front of what it means; null for other statements. */
export function nameOfEntry(text: string): string | null {
  return text.match(NAMED_ENTRY)?.[1] ?? null
}

function claimOf(statement: Statement, report: Report): AnswerClaim {
  const source = sourceOf(report, statement)
  return { text: tidy(statement.text), sources: [source], figures: source.figures }
}

const MOST_BEHIND_TITLE = 2
const LONGEST_LEAD = 40
const LONGEST_ANNOUNCEMENT = 80
/** 安排用于以下6个项目:, 今年再办好15件民生实事。 */
const ANNOUNCES = /[:：]$|(?:\d{1,2}|[二两三四五六七八九十]{1,3})[个件项类条大][^,，;；]{0,16}。$/
/** 十件 of a heading above the items. */
const COUNTS = /(?:\d{1,2}|[二两三四五六七八九十]{1,3})[个件项类条]/
const MOST_ITEMS = 20
const FEWEST_ITEMS = 2
/** Characters of a list that a reply has room for. */
const MOST_CHARACTERS = 1200
const SECTION_KINDS: MarkerKind[] = ['han', 'bracketedHan']
const LIST_KINDS: MarkerKind[] = ['item', 'circled', 'arabic', 'bracketedArabic', ...SECTION_KINDS]
const ENTRY = /^(?:\d{1,3}[.．、]|[［[〔]\d{1,3}[］\]〕])[^,，。;；]{2,20}[:：]$/
const NAMED_ENTRY = /^(?:\d{1,3}[.．、]|[［[〔]\d{1,3}[］\]〕])\s*([^,，。;；:：]{2,20})[:：]/
const ITEM = /^[一二三四五六七八九十]是/
