import { anyOf, layoutWords, wordPattern } from './layout-words.js'

/** Where a report may name its place, best first. */
export interface PlaceEvidence {
  title: string | null
  meeting: string | null
  speakerOffice: string | null
  publisher: string | null
  /** The lines in front of the report's text, then the text itself. */
  text: string
}

/** Of the text, so much is read for the place: reports name it where they begin. */
const READ_LENGTH = 20_000

/** Full name of the place that a report is about, e.g. 南昌市青山湖区; null where none is named. */
export function findPlace(evidence: PlaceEvidence): string | null {
  const text = evidence.text.slice(0, READ_LENGTH)
  const named =
    [evidence.title, evidence.meeting, evidence.speakerOffice].map(placeIn).find((place) => place !== null) ??
    governedBy(text) ??
    placeIn(evidence.publisher) ??
    mostNamed(text)
  return named === null ? null : withParent(named, [evidence.meeting, evidence.speakerOffice, text].join('\n'))
}

/** Other ways to name a place: 南昌市青山湖区 is 青山湖区 and 青山湖, 广西壮族自治区 is 广西. */
export function placeAliases(place: string): string[] {
  const { nation } = layoutWords()
  if (place === nation.name) return nation.aliases
  const parts = partsOf(place)
  const own = parts.at(-1) ?? place
  return [...new Set([own, shortName(own), parts.map(shortName).join('')])].filter(
    (alias) => alias.length > 1 && alias !== place,
  )
}

/** The first place named in a title, a meeting or an office. */
function placeIn(text: string | null): string | null {
  const spoken = (text ?? '').replace(/\s/g, '').replace(/(?:19|20)\d\d年(?:度|\d{1,2}月\d{1,2}日)?在?|^关于|^《/g, ' ')
  for (const match of spoken.matchAll(placePattern())) {
    const name = withoutLead(match[0])
    if (name) return name
  }
  return null
}

/** 我代表上海市人民政府, 受市人民政府委托 (which names none), 我代表国务院. */
function governedBy(text: string): string | null {
  const { nation } = layoutWords()
  const match = /(?:代表|受)([^\s,，。、]{2,20}?)(?:人民)?政府/.exec(text)
  const place = match ? placeIn(match[1]!) : null
  if (place) return place
  return wordPattern('代表', nation.governments).test(text) ? nation.name : null
}

/** The place whose government, congress or party committee is named most often. */
function mostNamed(text: string): string | null {
  const counts = new Map<string, number>()
  const pattern =
    /(?<=^|[^\p{Script=Han}]|中共|在|受|代表)([\p{Script=Han}]{2,7}?[省市县区州盟旗])(?=委|人民政府|政府(?!性)|人大|政协|统计局|财政局)/gmu
  for (const match of text.matchAll(pattern)) {
    const name = placeIn(match[1]!.replace(/^.*(?:中共|[在对为向和与])/, ''))
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** 青山湖区 becomes 南昌市青山湖区 where the report says so. */
function withParent(place: string, text: string): string {
  if (partsOf(place).length > 1 || place.endsWith('省') || place === layoutWords().nation.name) return place
  const at = new RegExp(`(?:^|[在\\s—－:：(（、，。])([\\p{Script=Han}]{2,8}[省市州盟区])${place}`, 'mu').exec(text)
  const parent = at ? placeIn(at[1]!) : null
  return parent && parent === at?.[1] && parent !== place ? `${parent}${place}` : place
}

function partsOf(place: string): string[] {
  return [...place.matchAll(partPattern())].map((match) => match[0])
}

function shortName(part: string): string {
  const { peoples, place_suffixes } = layoutWords()
  const autonomous = wordPattern('^(.{2,}?)', peoples, '+(?:自治|$)').exec(part)
  if (autonomous) return autonomous[1]!
  const short = part.replace(wordPattern('', place_suffixes, '$'), '')
  return short.length > 1 ? short : part
}

function withoutLead(name: string): string | null {
  const { no_places } = layoutWords()
  return wordPattern('', no_places, '[省市区县州旗盟]').test(name.slice(-3)) ? null : name
}

function placePattern(): RegExp {
  return new RegExp(`(?:${partPattern().source})+`, 'gu')
}

function partPattern(): RegExp {
  return new RegExp(
    `[\\p{Script=Han}]{1,9}?${anyOf(layoutWords().place_suffixes)}(?![省市县旗]|区(?![委长政人]))`,
    'gu',
  )
}
