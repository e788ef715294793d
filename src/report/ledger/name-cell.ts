import { tableWords } from './table-words.js'
import { needsOwner, wordAt } from './words.js'

/** What a table's caption says of every row: whose accounts they are. */
export interface TableSubject {
  /** 全市, 市级 …; '' where the caption names none, or several. */
  scope: string
  /** 政府性基金 …; '' for the general budget and for tables of anything else. */
  fund: string
}

/** The words that name a cell. */
export interface CellWords {
  /** What the row is a part of; '' where it is none. */
  whole: string
  /** The row's own label. */
  label: string
  /** What the column's header says is measured, or whose it is; '' where it only tells time. */
  noun: string
}

/** A header that says nothing new of a row with a measure of its own: 产量 above 发电量. */
const PLAIN = /^(?:产量|销量|数量|总量|金额|总额)$/

/** Reads a caption: 2026年市级社会保险基金预算收支草案 speaks of 市级 and of 社会保险基金. */
export function readCaption(caption: string): TableSubject {
  const scopes = new Set(caption.replace(/\s+/g, '').match(tableWords('scope', 'anywhere', 'g')))
  const [scope = ''] = scopes.size === 1 ? scopes : []
  return { scope, fund: tableWords('own_accounts').exec(caption)?.[0] ?? '' }
}

/** 市级, 区本级 … at the head of an indicator; '' where none stands there. */
export function scopeAtHead(indicator: string): string {
  return tableWords('scope_at_head', 'start').exec(indicator)?.[0] ?? ''
}

/** 全市, 市级 … where a heading names one alone; '' elsewhere. */
export function scopeOfHeading(heading: string): string {
  return readCaption(heading).scope
}

/** What a cell measures, complete in itself: 市级职工基本医疗保险基金保险费收入. */
export function nameCell(words: CellWords, { scope, fund }: TableSubject): string {
  const { noun } = words
  const row = partOf(words)
  const isOwner = ownsRow(noun, row)
  const isSaid = noun === '' || row.endsWith(noun) || (PLAIN.test(noun) && wordAt('attributes', 'end', row) !== '')
  const named = isSaid ? row : noun.endsWith(row) ? noun : isOwner ? noun + row : row + noun
  const full = fund === '' || /基金|国有资本/.test(named) ? named : insertFund(named, isOwner ? noun : '', fund)
  return scope === '' || full.match(tableWords('scope', 'anywhere', 'g')) ? full : scope + full
}

/** 全市 stays in front of the fund. */
function insertFund(named: string, owner: string, fund: string): string {
  const isScope = owner !== '' && owner.replace(tableWords('scope', 'anywhere', 'g'), '') === ''
  return isScope ? owner + fund + named.slice(owner.length) : fund + named
}

/** Whether the column says whose the row is (全市, 城镇居民), not what of it is measured (产量). */
function ownsRow(noun: string, row: string): boolean {
  if (noun === '' || wordAt('attributes', 'end', noun) || tableWords('measure', 'end').test(noun)) return false
  if (noun.replace(tableWords('scope', 'anywhere', 'g'), '') === '') return true
  return (
    tableWords('account', 'end').test(row) ||
    wordAt('attributes', 'end', row) !== '' ||
    wordAt('generic', 'whole', row) !== ''
  )
}

/**
 * 其中:住户贷款 of 各项贷款余额 is 住户贷款余额; 其中:女性 of 常住人口 is 常住人口女性; 其中:小麦 of 粮食 is a thing of its own;
 * what a trade adds to 生产总值 is its 增加值.
 */
function partOf({ whole, label }: CellWords): string {
  if (whole === '' || whole.endsWith(label)) return whole || label
  if (/生产总值$/.test(whole)) return /值$/.test(label) ? label : `${label}增加值`
  const measure = wordAt('attributes', 'end', whole)
  if (measure) {
    if (wordAt('attributes', 'end', label) || tableWords('account', 'end').test(label)) return label
    return needsOwner(measure) && !whole.includes(label.slice(-2)) ? label + whole : joined(label, measure)
  }
  return tableWords('part_label', 'whole').test(label) ? whole + label : label
}

/** 住户存款 and 存款余额 are 住户存款余额. */
function joined(label: string, measure: string): string {
  for (let shared = measure.length; shared > 0; shared--)
    if (label.endsWith(measure.slice(0, shared))) return label + measure.slice(shared)
  return label + measure
}
