/**
 * What the parser makes of one report file. Everything here is plain data: built once on loading, never mutated.
 *
 * Two texts run through the program. The *stored text* is the file as decoded; all `start`/`end` are UTF-16 offsets into
 * it, so that `report.text.slice(start, end)` is the verbatim source. The *reading text* (`Statement.text`) is the same
 * stretch without markup, page numbers or the blanks that a PDF puts between characters; answers and matching use it.
 */
export interface Report {
  /** The sidecar's id, else the file name without its extension. */
  id: string
  /** Absolute path of the report file. */
  file: string
  /** The stored text. */
  text: string
  /** SHA-256 of the stored text, hexadecimal. */
  hash: string
  title: string
  /** Full name of the place the report is about, e.g. 南昌市青山湖区; null where none was found. */
  place: string | null
  /** Other ways to name the place, e.g. 青山湖区, 青山湖. Derived from `place`, plus the sidecar's. */
  placeAliases: string[]
  kind: ReportKind
  /** The years that 去年 / 今年 mean in this report. */
  years: ReportYears
  metadata: ReportMetadata
  sections: Section[]
  statements: Statement[]
  figures: Figure[]
  url: string | null
  contact: string | null
  /** True for the report that a bare question goes to. */
  isDefault: boolean
}

/**
 * - `plan`: looks back on one year and plans the next (government work reports, plan and budget reports)
 * - `bulletin`: states one year's results (statistical bulletins)
 * - `other`: neither could be recognised
 */
export type ReportKind = 'plan' | 'bulletin' | 'other'

export interface ReportYears {
  /** The year whose results are reported; null where the text names none. */
  result: number | null
  /** The year that is planned; null in a bulletin. */
  plan: number | null
  /** The year that 今年 means where it is not the planned one: a report given late in a year. */
  now?: number
}

export interface ReportMetadata {
  /** 索引号 */
  indexNumber: string | null
  /** 发布机构 */
  publisher: string | null
  /** 生成日期 / 发布日期, ISO 8601. */
  publishedOn: string | null
  /** 有效性 / 效力 */
  validity: string | null
  /** The day the report was given, ISO 8601. */
  givenOn: string | null
  /** e.g. 南昌市青山湖区第六届人民代表大会第三次会议 */
  meeting: string | null
  /** Name of who gave it, e.g. 彭伟 */
  speaker: string | null
  /** Office of who gave it, e.g. 南昌市青山湖区发展和改革委员会主任 */
  speakerOffice: string | null
}

/** A heading and what stands under it. `path` holds the headings from the outermost down to this one, verbatim. */
export interface Section {
  path: string[]
  /** 1 = outermost. */
  level: number
  /** The heading's words without its number, e.g. 聚焦产业升级,锻造高质量发展“排头兵”. */
  title: string
  /** Index into `Report.sections`; null at the top. */
  parent: number | null
  /** Offsets of the whole section, heading included. */
  start: number
  end: number
  /** What the heading says of time: figures below inherit it where their sentence says nothing. */
  period: string | null
  /** `actual` under a review, `target` under aims and tasks, null where the heading tells neither. */
  status: FigureStatus | null
}

/**
 * - `sentence`: up to 。!?; or a line's end
 * - `heading`
 * - `row`: one row of a table; its reading text is the cells, a tab between two of them
 * - `note`: a footnote, an entry of the glossary, a picture's caption: can be quoted, its numbers are no figures
 */
export type StatementKind = 'sentence' | 'heading' | 'row' | 'note'

/** One sentence, table row, heading or note. */
export interface Statement {
  /** Position in `Report.statements`. */
  index: number
  kind: StatementKind
  start: number
  end: number
  /** Reading text. */
  text: string
  /** Index into `Report.sections`; null before the first heading. */
  section: number | null
  /** Statements of one paragraph share its number; so do the rows of one table. */
  paragraph: number
  /** Rows only: what the table says of itself. */
  table?: TableContext
}

/** What a table says of its rows. Its caption is the innermost heading of their section. */
export interface TableContext {
  /** The header above each cell of the row (`text.split('\t')`), '' where there is none. A header row has none at all. */
  columns: string[]
  /** From 单位:亿元 above the table; null where it says none. */
  unit: string | null
  /** Whether the row is set in further than others, as the parts of a whole are. */
  isIndented: boolean
}

/** actual: 完成、达. estimate: 预计. target: 目标、预期、力争. */
export type FigureStatus = 'actual' | 'estimate' | 'target'

/**
 * What a figure measures.
 * - `level`: an amount or count (151亿元, 79532户)
 * - `growth`: a rate of change (增长8%), a change in points (提高1.5个百分点) or an amount of change (增加52件)
 * - `share`: a proportion (占比27.24%, 签约率100%), including ratios 8.0:42.7:49.3
 * - `rank`: a place in an order (全省第一)
 * - `rating`: a grade (AA)
 */
export type Measure = 'level' | 'growth' | 'share' | 'rank' | 'rating'

/** One entry of the figure ledger: number + unit + indicator + period + status + qualifiers, and where it stands. */
export interface Figure {
  /** Position in `Report.figures`; shown as F12. */
  index: number
  /** What is measured, complete in itself: 省大中型项目总投资, not 总投资. */
  indicator: string
  /** In `unit`; null for a rating, or a ratio of several numbers. Negative for 下降. */
  value: number | null
  /** 亿元, %, 个百分点, 户 …; '' where there is none. */
  unit: string
  /** Number and unit as they stand, without qualifiers: 10.1亿余元, 8%, 第一. */
  text: string
  /** 左右, 预计, 约, 余, 以上, 力争 …, in the order they stand. */
  qualifiers: string[]
  /** A year 2022, a span 2021-2025, a month 2022-06, or null where nothing tells. */
  period: string | null
  status: FigureStatus
  measure: Measure
  /** −1 where the text says 下降, 减少, 回落; +1 otherwise. */
  direction: 1 | -1
  /** Index into `Report.statements`. */
  statement: number
  /** Offsets of `text` in the statement's reading text. */
  at: { start: number; end: number }
  /**
   * Offsets, in the statement's reading text, of the shortest stretch that says this figure on its own, qualifiers
   * included: 省大中型项目23个 / 总投资295.4亿元.
   */
  phrase: { start: number; end: number }
}
