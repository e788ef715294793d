import { addedBy, doneAnew, verbOfList } from './carry-verb.js'
import type { NumeralReading } from './classify-numerals.js'
import { clauseStart } from './clause-start.js'
import { figureWords } from './figure-words.js'
import { subjectOf, topicBehind } from './find-topic.js'
import { isAddedTo, isTradeOfAll, joined, owned } from './owned-measure.js'
import { ownersOf } from './pair-owners.js'
import { type LeftWords, readLeft } from './read-left.js'
import { endOf, isCounting, type RightWords, readRight } from './read-right.js'
import { bareOf, isJoined, type Place, remember, runLength, runPosition, type Scene } from './scene.js'
import { sharedOut } from './share-of.js'
import { needsOwner, verbAt, wordAt } from './words.js'

/** What a number measures, complete in itself; what it says of the scene is kept for the numbers behind it. */
export function nameIndicator(scene: Scene, place: Place): string {
  const { left, right, i, start } = place
  if (scene.folded[start - 1] === ';') Object.assign(scene, { inPart: false, inSum: false })
  if (place.reading.unitKind === 'rating') return nameRating(scene, place)
  takeOwners(scene, place)
  const paired = scene.owners[runPosition(scene, i)]
  if (paired && !(left.noun && isJoined(scene, i))) return remember(scene, paired)
  const shareOf = sharedOut(scene, place)
  if (shareOf) return remember(scene, shareOf)
  if (right.owner) return nameOwned(scene, left, right.owner)
  if (usesRightNoun(place)) {
    const noun = countedNoun(left, right)
    return remember(scene, verbOfList(scene, place) + noun, noun)
  }
  if (left.noun === '') return nameUnsaid(scene, place)
  const related = nameRelated(scene, left.noun)
  if (related) {
    scene.last = related
    return related
  }
  const fund = fundOf(scene, left.noun)
  if (fund) return remember(scene, `${fund}${left.noun.replace(/^实际完成/, '')}${left.total ? '合计' : ''}`)
  if (left.total && /^(?:收入|支出)$/.test(left.noun)) return nameTotal(scene, place)
  if (left.total && scene.whole.endsWith(left.noun)) return `${scene.whole}合计`
  if (
    needsOwner(left.noun) ||
    isAddedTo(scene, place) ||
    LEFT_OPEN.some((list) => figureWords(list, 'whole').test(left.noun))
  )
    return nameGeneric(scene, place)
  return nameFull(scene, place)
}

/** Nouns that say nothing of whose they are. */
const LEFT_OPEN = ['spent', 'operated'] as const

/** 占全国, 居全省, 产量居全国: what was spoken of, set in relation to something; '' for other nouns. */
function nameRelated(scene: Scene, noun: string): string {
  if (wordAt('relations', 'start', noun)) {
    const budget = figureWords('of_budget', 'whole').exec(noun)?.[1]
    return scene.base + (budget ? `完成${budget}的比例` : noun)
  }
  const measure = wordAt('generic', 'start', noun)
  const relation = noun.slice(measure.length).replace(/^(?:均|都|双双)/, '')
  if (measure === '' || relation === noun || !/居|位|列|排|占/.test(wordAt('relations', 'start', relation))) return ''
  scene.base = owned(scene.base, measure)
  return scene.base + noun.slice(measure.length)
}

/** 收入合计: of all the income spoken of, addends (加上…收入) included, not of its kinds. */
function nameTotal(scene: Scene, place: Place): string {
  const { noun } = place.left
  if (scene.whole.endsWith(noun) && !KIND_OF_INCOME.test(scene.whole)) return `${scene.whole}合计`
  return scene.inSum || KIND_OF_INCOME.test(scene.whole) ? `${noun}合计` : `${nameGeneric(scene, place)}合计`
}

const KIND_OF_INCOME = /税收?收入$/

/** 某集团获得企业AA信用评级 → 某集团信用评级. */
function nameRating(scene: Scene, { left, reading }: Place): string {
  const kind = /^[^,;。]{0,8}?(?:评级|等级)/.exec(scene.folded.slice(reading.end))?.[0] ?? ''
  return subjectOf(left.noun || scene.owner) + kind
}

/** What is counted stands behind the unit: 8条水系, 发放1亿元贷款; 建筑面积5万平方米目标 has it in front. */
export function usesRightNoun({ reading, left, right }: Place): boolean {
  if (!right.noun || (!isCounting(reading) && verbAt(right.noun))) return false
  if (!left.noun) return true
  return (isCounting(reading) || wordAt('actions', 'end', left.noun) !== '') && !wordAt('abstract', 'whole', right.noun)
}

/** Keeps the owners that a 分别, or a list of several values, gives its values to. */
function takeOwners(scene: Scene, place: Place): void {
  const { left, i } = place
  if (isJoined(scene, i)) return
  const run = runLength(scene, i)
  if ((left.to || left.change !== 0) && !left.noun && run > 1 && run === scene.owners.length) return
  const isRow = run > 1 || (isJoined(scene, i + 1) && !usesRightNoun(place))
  if (left.noun && (left.respectively || isRow)) scene.owners = ownersOf(ownersBefore(scene, place, run), run)
  else if (!left.respectively) scene.owners = []
  else if (scene.owners.length !== run) scene.owners = ownersNamed(scene, place, run)
}

/** 分别 without owners of its own: those of the numbers before, else those that the clause before lists. */
function ownersNamed(scene: Scene, place: Place, run: number): string[] {
  const listed = scene.named.length === 0 ? ownersOf(scene.owner, run) : []
  if (new Set(listed).size > 1) return listed
  return scene.named.slice(-run).map((indicator) => (isStock(scene, place) ? stockOf(indicator) : indicator))
}

/** The words of the owners; a list of them may hold commas. */
function ownersBefore({ folded }: Scene, { left, from, start, reading }: Place, run: number): string {
  if (run < 2 || ownersOf(left.noun, run)[0] !== left.noun) return left.noun
  const clauses = folded
    .slice(from, start)
    .split(/[;。:!?]/)
    .at(-1)!
    .split(',')
    .filter((clause) => clause.trim() !== '')
  if (start === reading.start || clauses.length < run - 1) return left.noun
  return [...clauses.slice(-(run - 1)).map((clause) => readLeft(clause).noun), left.noun].join(',')
}

/** 投资30亿元的某工厂 → 某工厂投资; 每人10元的标准 → 每人标准. */
function nameOwned(scene: Scene, left: LeftWords, owner: string): string {
  if (wordAt('relations', 'start', left.noun)) {
    scene.last = scene.base + left.noun + owner
    return scene.last
  }
  if (wordAt('abstract', 'whole', owner))
    return remember(scene, (left.noun || scene.last) + owner, left.noun || scene.owner)
  const bare = left.noun.slice(wordAt('actions', 'start', left.noun).length)
  return remember(scene, owner + (wordAt('generic', 'whole', bare) || left.noun || left.action), owner)
}

/** 幸福渠流域8条水系; 建成公园5个 names its noun in front. A list in front (…等9个项目) only gives examples. */
function countedNoun(left: LeftWords, { noun, tail }: RightWords): string {
  if ((!left.noun || left.examples) && !left.action && noun.length <= 2 && tail.length > 2)
    return noun.length > 1 ? tail + (tail.endsWith(noun) ? '' : noun) : noun + tail
  const isBare = EMPTY_IN_FRONT.some((list) => wordAt(list, 'whole', left.noun) !== '')
  const front = left.examples || isBare ? '' : left.noun
  return (front || left.action) + noun
}

const EMPTY_IN_FRONT = ['circumstances', 'beneficiaries', 'adverbs'] as const

/** A number without a noun measures what the one before did; a rate behind a share (占全省3%,增长5%) leaves that out. */
function nameUnsaid(scene: Scene, place: Place): string {
  const { left, right, reading } = place
  const carried = carriedOut(scene, place) || doneBefore(scene, place)
  if (carried) return remember(scene, carried)
  if (left.change !== 0) return reading.unitKind === 'points' ? scene.last : scene.base
  if (isCounting(reading) && right.tail.length > 2 && !left.qualifiers.length)
    return remember(scene, left.action + right.tail)
  const behind = scene.folded.slice(endOf(reading))
  const isSpent = figureWords('spent', 'whole').test(left.action) || behind.startsWith('是用于')
  const aim = isSpent ? topicBehind(behind.replace(/^是(?=用于)/, '')) : ''
  if (aim) return remember(scene, aim + left.action, aim)
  if (isStock(scene, place) && reading.unit === scene.readings[place.i - 1]?.unit) return stockOf(scene.last)
  return doneAnew(scene, place) || right.tail
}

/** 新增学位5000个,累计达8万个: the second number is no increase. */
function isStock({ folded }: Scene, { start, reading }: Place): boolean {
  return figureWords('stock').test(folded.slice(start, reading.start))
}

/** 新增学位, 学位新增 → 学位; what names no increase stays as it is. */
function stockOf(indicator: string): string {
  const bare = indicator.replace(figureWords('increase'), '')
  return bare.length > 1 ? bare : indicator
}

/** 总投资 belongs to what was spoken of, or to what stood in front of the same word before, or to what stands behind. */
function nameGeneric(scene: Scene, place: Place): string {
  const { noun } = place.left
  const behind = aimBehind(scene, place) || ownerBehind(scene, place)
  if (behind) return remember(scene, behind + noun, behind)
  if (isTradeOfAll(scene, place)) return remember(scene, noun)
  const trade = /^[进出]口$/.test(noun) && TRADE.test(scene.owner)
  const spoken = mentionedOwner(scene, place) || scene.owner
  const owner = figureWords('stock_noun', 'whole').test(noun) ? stockOf(spoken) : spoken
  scene.last = trade ? scene.owner.replace(TRADE, `${noun}$1`) : owned(owner, noun)
  scene.base = scene.last
  return scene.last
}

const TRADE = /(?:进出口|进口|出口)(总?额|总值)?$/

/** 投资5亿元,实施供热工程 */
function aimBehind(scene: Scene, { left, start, reading, i }: Place): string {
  const behind = scene.folded.slice(endOf(reading))
  const isOpening = i === 0 || scene.folded[start - 1] === ';' || verbAt(behind.slice(0, 6)) !== ''
  return isOpening && figureWords('spent', 'whole').test(left.noun) ? topicBehind(behind) : ''
}

/** 占地面积200亩、总投资10亿元的产业园 */
function ownerBehind({ folded, readings }: Scene, { i, reading }: Place): string {
  const next = readings[i + 1]
  if (!next || !/^、[^,;。、]{1,8}$/.test(folded.slice(endOf(reading), next.start))) return ''
  const { owner } = readRight(folded, readings, i + 1)
  return wordAt('abstract', 'whole', owner) ? '' : owner
}

/** 统筹落实服务站建设资金,…落实了建设资金135万元 */
function mentionedOwner({ folded }: Scene, { left, start }: Place): string {
  const before = folded.slice(0, start)
  const at = before.lastIndexOf(left.noun)
  const clause = at < 0 ? '' : before.slice(clauseStart(before, at), at)
  const owner = clause.length > 2 && !/\d/.test(clause) ? readLeft(clause).noun : ''
  return owner.length > 2 ? owner : ''
}

/** 收入, 支出预算 … of a budget report belong to the fund spoken of: 市级政府性基金预算; '' for other nouns. */
function fundOf({ last, whole }: Scene, noun: string): string {
  if (!figureWords('fund_numbers', 'whole').test(noun)) return ''
  for (const spoken of [last, whole]) {
    for (let end = spoken.length; end > 3; end--) {
      if (wordAt('funds', 'end', spoken.slice(0, end))) return spoken.slice(0, end)
    }
  }
  return ''
}

/** 收入预算为175亿元,实际完成213亿元: what was planned was then carried out; '' elsewhere. */
function carriedOut(scene: Scene, { left, start, reading }: Place): string {
  if (left.change !== 0 || !figureWords('carried_out', 'end').test(scene.folded.slice(start, reading.start))) return ''
  const plan = /^(.+?)(?:年初|调整后?)?预算(?:合计|数)?$/.exec(scene.last)?.[1]?.replace(/调整后的?/, '') ?? ''
  const fund = plan === '' ? '' : fundOf(scene, plan)
  return fund ? fund.replace(/预算$/, '') + plan : plan
}

/** 连续几年发行特别国债,…,今年先发行1万亿元: the same verb again, its object left out; '' elsewhere. */
function doneBefore({ folded }: Scene, { left, start }: Place): string {
  if (left.action.length < 2 || left.change !== 0) return ''
  const before = folded.slice(0, start)
  const at = before.lastIndexOf(left.action)
  const clause = at < 0 ? '' : /^[^,;。:!?、()]*/.exec(before.slice(at))![0]
  const object = verbAt(clause) === left.action ? clause.slice(left.action.length) : ''
  return object.length >= SHORTEST_OBJECT && /^\p{Script=Han}+$/u.test(object) ? clause : ''
}

const SHORTEST_OBJECT = 3

/** 省对我市 in 省对我市税收返还和转移支付: goes for its parts as well. */
const PAYER = /^(?:中央|[省市区县])(?:级|财政)?对(?:[我全各下]?[省市区县](?:级|\([^)]*\))?|下级?)/

/** A class of people or of places: a rate of theirs keeps its whole name. */
const CLASS = /^(?:城镇|农村|城市|乡村|市区|县域|男性|女性)$/

/** A noun that says all; parts and addends leave the whole what it was. */
function nameFull(scene: Scene, place: Place): string {
  const { left, start, reading } = place
  const recipient = recipientOf(scene, place)
  if (recipient) return remember(scene, recipient + left.noun, recipient)
  scene.inPart ||= left.part || /其中[,:、]?\s*$/.test(scene.folded.slice(0, start))
  scene.inSum ||= left.addend
  if (scene.inPart) return nameShare(scene, left.noun, reading)
  const within = bracketedPart(scene, place)
  if (within) return within
  const noun = verbOfList(scene, place) + left.noun
  if (!scene.inSum) scene.whole = noun
  return remember(scene, noun, left.noun)
}

/** 为74家服务业企业兑付资金58万元: the firms counted right in front are those that the money went to; '' elsewhere. */
function recipientOf({ folded, readings, last }: Scene, { left, i, start }: Place): string {
  const before = readings[i - 1]
  if (!before || !isCounting(before) || !wordAt('actions', 'start', left.noun)) return ''
  const isListed = folded[start] === '、' && !left.noun.startsWith('惠及')
  return isListed || /[,;、。:!?]/.test(folded.slice(endOf(before), start)) ? '' : last
}

/** 培育高新技术企业80家(规上企业超过30家): a kind of what is counted in front of the bracket; '' elsewhere. */
function bracketedPart({ folded, readings, last }: Scene, { left, start, i, reading }: Place): string {
  const before = readings[i - 1]
  const opensBracket = before !== undefined && folded.slice(endOf(before), start) === '('
  const isKind = figureWords('kind', 'start').test(left.noun) && left.noun.length <= 6
  return opensBracket && isKind && before.unit === reading.unit && last.endsWith(left.noun.slice(-2))
    ? `${last}中${left.noun}`
    : ''
}

/** 其中工业 of an investment is 工业投资; 其中国家级 of 新增平台 is 国家级平台. */
function nameShare(scene: Scene, noun: string, reading: NumeralReading): string {
  const counted = isCounting(reading)
  if (figureWords('holder', 'end').test(noun) && figureWords('held_in', 'whole').test(reading.unit))
    return remember(scene, noun + heldIn(scene.whole, noun))
  const verb = wordAt('actions', 'start', scene.whole)
  if (/[类级性型属]$/.test(noun)) return remember(scene, noun + scene.whole.slice(verb.length))
  if (CLASS.test(noun) && /(?:率|系数|指数|比重)$/.test(scene.whole)) return remember(scene, noun + scene.whole)
  const measure = wordAt('attributes', 'end', scene.whole)
  const payer = PAYER.exec(scene.whole)?.[0] ?? ''
  if (payer && /转移支付|返还|补助/.test(noun)) return remember(scene, payer + noun)
  const isMeasure = wordAt('attributes', 'end', bareOf(noun)) !== ''
  const complete = counted || isMeasure || /[率比重]$/.test(measure)
  return remember(scene, complete ? addedBy(scene, noun, counted) + noun : joined(noun, measure))
}

/** 专任教师 of 专任教师23万人,其中高等学校6.8万人: who or what is counted there; '' where the noun says it. */
function heldIn(whole: string, noun: string): string {
  const held = whole.replace(figureWords('held_by', 'start'), '')
  return figureWords('holder', 'end').test(held) || noun.endsWith(held) ? '' : held
}
