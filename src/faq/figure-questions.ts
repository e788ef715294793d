import { periodLabel } from '../answer/period-label.js'
import type { Figure } from '../report/report.js'
import { chosenFirst } from './seeded.js'
import { fill, leadOf, tailOf, type Wording } from './wording.js'

export interface NamedFigure {
  figure: Figure
  /** What the question calls the indicator. */
  name: string
  /** The place in front of everything, '' where the corpus has but one. */
  place: string
  /** The year that a multiple is of: 是2010年的2.6倍. */
  base?: string | undefined
}

/** Questions for one figure, in the order to try. @param seed of the run: which of the best wordings comes first */
export function figureQuestions({ figure, name, place, base }: NamedFigure, wording: Wording, seed: number): string[] {
  const time = `${figure.period === null ? '' : periodLabel(figure.period)}${place}`
  const said = joined(name)
  const values = {
    time,
    name: said,
    ...partsOf(said, wording),
    ...rankOf(name, figure),
    ...unitOf(figure, wording),
    base,
  }
  const groups = templateNames(figure, values, wording)
  const questions = groups.flatMap((group) => {
    const filled = wording.templates[group]!.flatMap((template) => fill(template, values) ?? [])
    return chosenFirst(filled, wording.choice, seed, `${group} ${name} ${figure.period}`)
  })
  return [...new Set(questions)]
}

/** 每个服务站标准 is asked for as 每个服务站的标准, 高新技术企业中规上企业 as 高新技术企业中的规上企业. */
function joined(name: string): string {
  return name
    .replace(/^(每.{3,})(?=标准$)/, '$1的')
    .replace(/(?<=企业|项目|人员|学校|居民|单位|家庭)中(?=\p{Script=Han}{2})/u, '中的')
}

/** What fills a template's blanks; `trailing` where the verb stands behind its noun. */
type Values = Partial<
  Record<'name' | 'verb' | 'noun' | 'trailing' | 'scope' | 'unit' | 'sum' | 'base', string | undefined>
>

/** The kinds of wording that fit, most natural first. */
function templateNames(figure: Figure, values: Values, wording: Wording): string[] {
  const { measure, status, direction, indicator } = figure
  if (measure === 'rank') return values.scope ? ['rank'] : ['rankBare']
  if (measure === 'rating') return ['rating']
  if (values.base) return ['multiple']
  // 利润率下降0.3个百分点 is a change, 增长率0.3% is none.
  const isChange = measure === 'growth' && (figure.unit === '个百分点' || tailOf(indicator, wording.settled) === null)
  if (isChange && values.sum)
    return [`${direction === 1 ? 'more' : 'less'}${status === 'target' ? 'Planned' : ''}Money`]
  if (status === 'target') return [...targetNames(figure, isChange, values), 'target']
  if (isChange) return [changeName(figure), 'plain']
  if (measure !== 'level') return ['share']
  const counted = values.unit === undefined ? amountNames(values, wording) : countNames(values, wording)
  return direction === 1 ? [...counted, 'plain'] : ['plain']
}

function targetNames({ direction, measure }: Figure, isChange: boolean, values: Values): string[] {
  if (isChange) return [direction === 1 ? 'targetGrowth' : 'targetFall']
  if (measure !== 'level' || values.unit === undefined) return []
  return values.verb && !values.trailing ? ['targetVerb', 'targetCount'] : ['targetCount']
}

function changeName({ unit, direction }: Figure): string {
  if (unit === '个百分点') return direction === 1 ? 'risePoints' : 'fallPoints'
  if (unit === '%' || unit === '‰') return direction === 1 ? 'rise' : 'fall'
  return direction === 1 ? 'more' : 'less'
}

function countNames({ name, verb, trailing }: Values, { amounts }: Wording): string[] {
  if (!verb) return amounts.some((word) => name?.endsWith(word)) ? ['quantity'] : ['count']
  return trailing ? ['nounVerbCount', 'count'] : ['verbCount', 'count']
}

function amountNames({ verb, noun, trailing }: Values, wording: Wording): string[] {
  const isMoney = noun !== undefined && wording.money.some((word) => noun.endsWith(word))
  return verb && !trailing && isMoney ? ['verbMoney', 'amount'] : ['amount']
}

/** 打通“断头路” → 打通 + “断头路”; 公租房建设 → 建设 + 公租房. */
function partsOf(name: string, { verbs }: Wording): Values {
  const lead = leadOf(name, verbs.lead)
  if (lead) return { verb: lead, noun: name.slice(lead.length).replace(/^各[类项种]/, '') }
  const tail = tailOf(name, verbs.trail)
  return tail ? { verb: tail, noun: name.slice(0, -tail.length), trailing: tail } : {}
}

const RANK =
  /^(.{2,}?)(?:综合)?(?:排名|排位|位次|位居|位列|名列|居|列)?((?:在)?(?:全[国省市区县球]|同类)\p{Script=Han}{0,6})$/u

function rankOf(name: string, { measure }: Figure): Values {
  const found = measure === 'rank' ? RANK.exec(name) : null
  return found ? { name: found[1]!, scope: found[2]!.replace(/^在/, '') } : {}
}

/** The measure word to ask with: 920万户 is asked for in 户, a sum of money in its own unit; none for 吨公里 and the like. */
function unitOf({ unit }: Figure, { counters }: Wording): Values {
  if (/^[百千万亿]*元$/.test(unit)) return { sum: unit }
  const bare = unit.replace(/^[百千万亿]+/, '')
  return counters.includes(bare) ? { unit: bare } : {}
}
