import { unitKindOf } from '../understand/find-claims.js'
import type { Term } from '../understand/understanding.js'
import type { Evidence, FigureEvidence } from './evidence.js'
import { matchingWords } from './matching-words.js'
import type { SearchableFigure, SearchableStatement } from './searchable-report.js'
import { strengthIn, type WeighedQuestion } from './weigh-terms.js'

/** What meeting a term counts, by where it stands as seen from the figure and by whether it belongs to another figure. */
const PLACE = {
  free: { clause: 0.9, statement: 0.65, behind: 0.35 },
  foreign: { clause: 0.45, statement: 0.35, behind: 0.25 },
}

/** From here on (0–1) a term belongs to the figure whose words meet it. */
const OWNED = 0.6

/** 高速公路通车, 总里程达…: the sentence holds all parts of the word, the figure those that name the measure. */
const SPLIT = { own: 0.4, least: 0.69, most: 0.75 }

/** What a figure's own words, and its clause, meet of a term. */
interface Words {
  own: number
  clause: number
  /** What the sentence says before the figure. */
  lead: number
}

/** How far each figure of a statement meets each term of the question, in the order of both. */
export function meetTerms({ terms }: WeighedQuestion, entry: Evidence): FigureEvidence['met'][] {
  const { figures } = entry.statement
  const words = figures.map((found) => terms.map(({ term }) => wordsOf(term, found, purposeOf(found, entry.statement))))
  const kinds = figures.map(({ figure }) => unitKindOf(figure.unit))
  const funds = figures.map((_, i) => fundOf(i, entry.statement))
  const owns = (i: number, t: number) => words[i]![t]!.own >= OWNED
  const isItem = funds.map((fund, i) => fund >= 0 && terms.some((_, t) => owns(i, t) && !owns(fund, t)))
  return figures.map((_, i) =>
    terms.map(({ term }, t) => {
      if (isItem[i] && owns(funds[i]!, t)) return { own: Math.max(words[i]![t]!.own, SAID), any: 1 }
      const owner = words.findIndex((other, j) => j !== i && kinds[j] === kinds[i] && other[t]!.own >= OWNED)
      const foreign = owner >= 0 && !(owner < i && isAction(term))
      const met = meet(words[i]![t]!, entry.words[t]!, entry.around[t]!, foreign)
      return entry.around[t]! > 0 && isOwnerless(figures[i]!) ? withOwner(met) : met
    }),
  )
}

/** 发放 of 发放甲补贴3万元,乙补贴5万元 is done with the second, too. */
function isAction({ concept }: Term): boolean {
  return concept?.kind === 'action'
}

/** 改造任务 under a heading 棚户区改造: what is done to what stands around the figure. */
function isOwnerless({ indicator }: SearchableFigure): boolean {
  return matchingWords('ownerless', 'whole').test(indicator)
}

function withOwner({ own, any }: { own: number; any: number }): { own: number; any: number } {
  return { own: Math.max(own, OWNER_AROUND), any: Math.max(any, OWNER_AROUND) }
}

/** What a term counts that names the owner in the heading of a figure that lacks one. */
const OWNER_AROUND = 0.6

/** 专项债券8亿元,用于医院3亿元、学校2亿元: the position of the fund that a sum is part of; −1 for none. */
function fundOf(i: number, { figures }: SearchableStatement): number {
  const { figure, lead } = figures[i]!
  if (unitKindOf(figure.unit) !== 'money') return -1
  return figures.findLastIndex(
    (fund, j) =>
      j < i &&
      unitKindOf(fund.figure.unit) === 'money' &&
      matchingWords('fund').test(fund.indicator) &&
      matchingWords('spent_on').test(lead.slice(fund.lead.length)),
  )
}

/** 安排30亿元资金,支持…: what a sum is for is said behind it, unless each of its parts has a sum of its own. */
function purposeOf({ indicator, figure, clause }: SearchableFigure, { clauses }: SearchableStatement): string {
  if (unitKindOf(figure.unit) !== 'money' || !matchingWords('fund').test(indicator)) return ''
  const next = clauses[clauses.findIndex(({ text }) => text === clause) + 1]?.text ?? ''
  const isItemised = ITEMISED.test(next)
  return matchingWords('purpose', 'start').test(next) && !isItemised ? next : ''
}

const ITEMISED = /\d[\d.,]*[万亿]?元/

function wordsOf(term: Term, found: SearchableFigure, purpose: string): Words {
  const { indicator, whole, phrase, clause, lead } = found
  // 增速全国第3 says in other words that it ranks.
  if (found.figure.measure === 'rank' && matchingWords('ranks', 'whole').test(term.text))
    return { own: 1, clause: 1, lead: 1 }
  // Of several owners in one breath (A、B分别增长…) the phrase names all: only the indicator tells whose figure it is.
  const said = phrase.includes('分别') ? '' : phrase
  const named = term.text.includes('占') ? whole : indicator
  const listed = isListed(term, indicator, said)
  const own =
    term.concept?.kind === 'measure'
      ? measured(term, named, said)
      : Math.max(
          strengthIn(named, term),
          strengthIn(said, term) * (listed ? LISTED : SAID),
          strengthIn(sharedIn(term, clause), term) * SAID,
          strengthIn(purpose, term) * SAID,
          isStandardForEach(term, found) ? SAID : 0,
        )
  if (own === 1) return { own, clause: 1, lead: 1 }
  return {
    own,
    clause: (listed ? LISTED : 1) * strengthIn(bracketed(lead) || clause, term),
    lead: strengthIn(lead, term),
  }
}

/** 某基地 of 某基地(总投资75亿元)、某港等项目: a number in brackets is of what stands in front of them; '' for another. */
function bracketed(lead: string): string {
  const open = lead.lastIndexOf('(')
  if (open < 0 || lead.includes(')', open)) return ''
  return lead.slice(0, open).match(ITEM)![0] + lead.slice(open)
}

const ITEM = /[^、,;。:]*$/

/** 补助标准提高到40元: what a standard comes to is for each person. */
function isStandardForEach({ role, text }: Term, { indicator, figure }: SearchableFigure): boolean {
  return (
    role === 'per' &&
    text.includes('人') &&
    unitKindOf(figure.unit) === 'money' &&
    matchingWords('standard_each', 'end').test(indicator)
  )
}

/** 从每人每月209元、280元提高到217元、290元: of what each number is a share is said once for all. */
function sharedIn({ role }: Term, clause: string): string {
  return role === 'per' && matchingWords('said_once').test(clause) ? clause : ''
}

/** 教育、社会保障、农林水等民生支出 is no 教育支出: what is named in the row in front of the thing counted. */
function isListed({ forms }: Term, indicator: string, phrase: string): boolean {
  const end = Math.max(phrase.lastIndexOf('、'), phrase.lastIndexOf('等'))
  if (end < 0) return false
  return forms.some(({ form }) => {
    const at = phrase.indexOf(form)
    return at >= 0 && at + form.length <= end && !indicator.includes(form)
  })
}

const LISTED = 0.5
/** What only the words around the number say, counts less than what it is named. */
const SAID = 0.82

/** How much of a measure counts that stands elsewhere than at the head of the indicator, or inside a wider measure. */
const NOT_HEAD = 0.6
const WIDER = 0.6
/** 物流费用与生产总值的比率 measures neither of the two. */
const IN_RATIO = 0.3

/**
 * How far a figure measures the term itself. The head of a Chinese noun phrase is its end: 万元地区生产总值用水量 measures
 * 用水量, and a wider measure (工业固定资产投资) is another one.
 */
function measured(term: Term, indicator: string, phrase: string): number {
  const literal = strengthIn(indicator, term)
  if (literal === 0) return NOT_HEAD * strengthIn(phrase, term)
  const heads = [...term.forms.map(({ form }) => form), ...term.parts.map((parts) => parts.at(-1)!)]
  const isHead = heads.some((head) => {
    const at = indicator.lastIndexOf(head)
    return at >= 0 && matchingWords('neutral_end', 'whole').test(indicator.slice(at + head.length))
  })
  if (!isHead && matchingWords('ratio_of_two', 'end').test(indicator)) return IN_RATIO * literal
  const isWider = term.wider.some((wider) => indicator.includes(wider) && !isWhole(wider, term))
  return literal * (isHead && !isScattered(term, indicator) ? 1 : NOT_HEAD) * (isWider ? WIDER : 1)
}

/** 固定资产施工项目计划总投资 holds the words of 固定资产投资, but far apart: another measure. */
function isScattered({ forms, parts }: Term, indicator: string): boolean {
  if (forms.some(({ form }) => indicator.includes(form))) return false
  return parts.every((words) => {
    const starts = words.map((word) => indicator.indexOf(word)).filter((at) => at >= 0)
    const ends = words.map((word) => indicator.lastIndexOf(word) + word.length)
    const held = words.filter((word) => indicator.includes(word)).join('').length
    return Math.max(...ends) - Math.min(...starts) - held > MOST_BETWEEN
  })
}

const MOST_BETWEEN = 4

/** 全社会固定资产投资 and 市级财政支出 tell whose it is, which is told apart elsewhere, and are no other measure. */
function isWhole(wider: string, { forms }: Term): boolean {
  return forms.some(({ form }) => {
    const owner = wider.endsWith(form) ? wider.slice(0, -form.length) : ''
    return owner !== '' && matchingWords('whole_or_account', 'whole').test(owner)
  })
}

/**
 * How far a figure meets a term: by its own words, and by anything around it.
 * @param words what the whole statement meets
 * @param around what its headings and the sentence before meet
 * @param foreign whether the term belongs to another figure of the statement, of the same kind: 74家企业 and their 58万元 are one matter
 */
function meet(
  { own, clause, lead }: Words,
  words: number,
  around: number,
  foreign: boolean,
): { own: number; any: number } {
  const place = foreign ? PLACE.foreign : PLACE.free
  const isSplit = !foreign && own >= SPLIT.own && words >= SPLIT.least && words <= SPLIT.most
  const inStatement = words * (isSplit ? 1 : lead > 0 ? place.statement : place.behind)
  return { own, any: Math.max(own, clause * place.clause, inStatement, around) }
}
