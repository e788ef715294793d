import { leadingUnit, unitKindOf } from './find-claims.js'
import type { Tag } from './tag-question.js'
import type { AskedKind } from './understanding.js'

const AMOUNT = /多少|几多|好多(?=[钱亿万人家个套户])|(?<![哪第])几(?!乎|天前|年前|时|度|何|经)|若干/g
/** Kinds told by cue words where no amount is asked outright, strongest first. */
const BY_CUE: AskedKind[] = ['rank', 'when', 'where', 'who', 'which', 'how', 'whether']

/** 百分之几: of a change, of a whole, or of either. */
const PERCENT = /百分之(?:几|多少)/
const CHANGES_BY = /[增涨升降跌减](?!值)/
/** 多大规模的厂, 营收达到多少的企业: what bound a class has, which reports say in words. */
const THRESHOLD =
  /多大(?:个|的|规模)|(?:达到|超过|不低于|不足|低于|高于|满)多少[^,。;?]{0,3}的|多少[^,。;?]{0,3}以[上下](?:的|才|就)/
/** 占到GDP的多少: a share. */
const SHARE = /(?:占(?:到|了)?|相当于)[^,。;?]{2,14}?的?(?:多少|几成|百分之)/
/** 哪个涨哪个跌: which way each went. */
const RISE_OR_FALL = /[涨增升][^,。;?]{0,6}[跌降减]|[跌降减][^,。;?]{0,6}[涨增升]/
/** 几比几: a ratio. */
const RATIO = /几比几/

export interface Asked {
  kind: AskedKind
  /** The measure word asked for (家 in 多少家), null where there is none. */
  unit: string | null
  /** Whether 多少 or 几 asks for it outright. */
  asksAmount: boolean
}

/** Which kind of answer a question wants, from 多少/几 with the unit behind, else from its cue words. */
export function askedKind(text: string, tags: readonly Tag[], cues: ReadonlySet<string>): Asked {
  if (PERCENT.test(text)) return { ...percentAsked(text, cues), asksAmount: true }
  if (THRESHOLD.test(text)) return { kind: 'which', unit: null, asksAmount: false }
  if (SHARE.test(text)) return { kind: 'share', unit: null, asksAmount: true }
  if (RATIO.test(text)) return { kind: 'share', unit: null, asksAmount: true }
  const amount = amountAsked(text)
  if (amount) return { ...withCues(amount, cues), asksAmount: true }
  return { ...kindByCues(text, tags, cues), asksAmount: false }
}

type Kind = Pick<Asked, 'kind' | 'unit'>

function percentAsked(text: string, cues: ReadonlySet<string>): Kind {
  if (cues.has('growth') || CHANGES_BY.test(text)) return { kind: 'growth', unit: null }
  return cues.has('share') || /率|占/.test(text) ? { kind: 'share', unit: null } : { kind: 'count', unit: '%' }
}

function kindByCues(text: string, tags: readonly Tag[], cues: ReadonlySet<string>): Kind {
  if (/不[?。!]*$/.test(text)) return { kind: 'whether', unit: null }
  if (cues.has('share') && !cues.has('whether')) return { kind: 'share', unit: null }
  if (cues.has('which') && RISE_OR_FALL.test(text)) return { kind: 'growth', unit: null }
  for (const kind of BY_CUE) if (cues.has(kind)) return { kind, unit: null }
  if (cues.has('list')) return { kind: 'which', unit: null }
  if (cues.has('money')) return { kind: 'money', unit: null }
  if (cues.has('growth')) return { kind: 'growth', unit: null }
  if (cues.has('amount') || cues.has('count')) return { kind: 'figure', unit: null }
  return {
    kind: tags.some((tag) => tag.meanings.some(({ concept }) => concept.kind === 'measure')) ? 'figure' : 'open',
    unit: null,
  }
}

function amountAsked(text: string): Kind | null {
  let asked: Kind | null = null
  for (const match of text.matchAll(AMOUNT)) {
    const behind = text.slice(match.index + match[0].length).replace(/^个(?=[亿万点])/, '')
    const unit = leadingUnit(behind)
    if (match[0] === '几' && unit === '' && !/^(成|个点|点|多|亿|万)/.test(behind)) continue
    if (match[0] === '几' && /^(个|项|条|大|方面|块)?(方面|大块|块|部分|大方面)/.test(behind)) continue
    const found = kindOfUnit(behind, unit)
    if (!asked || asked.kind === 'figure') asked = found
  }
  return asked
}

function kindOfUnit(behind: string, unit: string): Kind {
  if (/^(钱|资金|经费|块)/.test(behind)) return { kind: 'money', unit: null }
  if (/^(百分点|个百分点|点(?!名)|%)/.test(behind)) return { kind: 'growth', unit: null }
  if (/^成(?!立)/.test(behind)) return { kind: 'share', unit: null }
  if (/^亿(?![人户亩吨平公斤度千立])/.test(behind)) return { kind: 'money', unit: null }
  if (/^(万|千万|百万)(?![人个家户套亩吨平公斤辆台人名次])/.test(behind)) return { kind: 'count', unit: null }
  const kind = unitKindOf(unit)
  if (unit === '' || kind === null) return { kind: 'figure', unit: null }
  return { kind: kind === 'money' ? 'money' : 'count', unit }
}

function withCues(amount: Kind, cues: ReadonlySet<string>): Kind {
  if (amount.kind !== 'figure') return amount
  if (cues.has('rank')) return { kind: 'rank', unit: null }
  if (cues.has('growth')) return { kind: 'growth', unit: null }
  if (cues.has('share')) return { kind: 'share', unit: null }
  if (cues.has('money')) return { kind: 'money', unit: null }
  return amount
}
