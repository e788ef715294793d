import type { AskOptions, Assistant, AssistantStatus, Trace, Turn } from '../../src/answer/assistant.js'
import type { Citation, Reply } from '../../src/answer/reply.js'
import { messages } from '../../src/messages.js'

/** An assistant of fixed replies that records what it was asked. */
export interface FakeAssistant extends Assistant {
  readonly calls: { question: string; options: AskOptions }[]
}

export interface FakeOptions {
  /** The reply to a question; default: `sampleReply`. */
  reply?: (question: string, options: AskOptions) => Reply | Promise<Reply>
  status?: Partial<AssistantStatus>
  trace?: Partial<Trace>
}

export function createFakeAssistant(fake: FakeOptions = {}): FakeAssistant {
  const calls: FakeAssistant['calls'] = []
  return {
    calls,
    async ask(question, options = {}): Promise<Turn> {
      calls.push({ question, options })
      const reply = await (fake.reply ?? ((asked) => sampleReply({ question: asked })))(question, options)
      const turns = Number(options.conversation?.turns ?? 0) + 1
      return { reply, conversation: { turns, last: question }, trace: { ...sampleTrace, ...fake.trace } }
    },
    status: () => ({ ...sampleStatus, ...fake.status }),
  }
}

export const sampleCitation: Citation = {
  n: 1,
  reportId: 'lanxi-2031-plan',
  title: '兰溪区2030年计划执行情况与2031年计划草案的报告',
  section: ['一、2030年计划执行情况', '(一)经济运行稳中有进', '一是总量扩大'],
  sentence: '全年地区生产总值达到128.8亿元左右,比上年增长8%;',
  start: 100,
  end: 126,
  url: null,
}

export const sampleContact = '更多情况可拨打区发展改革委电话0000-1234567。'

/** A whole reply made of the sample's citation; `text` is put together from the other parts. */
export function sampleReply(changes: Partial<Reply> = {}): Reply {
  const reply: Reply = {
    question: '2030年地区生产总值是多少?',
    outcome: 'answered',
    mode: 'extractive',
    answer: '2030年地区生产总值达到128.8亿元左右。[1]',
    text: '',
    citations: [sampleCitation],
    figures: [
      {
        text: '128.8亿元',
        value: 128.8,
        unit: '亿元',
        qualifiers: ['左右'],
        indicator: '地区生产总值',
        period: '2030',
        status: 'actual',
        citation: 1,
        computed: null,
      },
    ],
    contact: sampleContact,
    timings: { retrieveMs: 1.2, answerMs: 0.8 },
    ...changes,
  }
  return { ...reply, text: changes.text ?? replyText(reply) }
}

export function replyText(reply: Reply): string {
  const sources = reply.citations.map(({ n, section, sentence }) => `[${n}] ${section.join(' › ')}\n“${sentence}”`)
  const label = reply.mode === 'llm' ? messages.written.label : ''
  return [reply.answer, sources.length === 0 ? '' : `出处:\n${sources.join('\n')}`, reply.contact ?? '', label]
    .filter((part) => part !== '')
    .join('\n\n')
}

export const sampleStatus: AssistantStatus = {
  mode: 'extractive',
  vectorIndex: 'hnsw',
  embeddingModel: 'sample-zh-256',
  reports: [
    {
      id: 'lanxi-2031-plan',
      title: '兰溪区2030年计划执行情况与2031年计划草案的报告',
      place: '江州市兰溪区',
      statements: 321,
      figures: 123,
      isDefault: true,
    },
  ],
  examples: [
    '2030年地区生产总值是多少?',
    '2031年财政收入的目标是多少?',
    '2030年新增了多少户企业?',
    '2030年植树多少亩?',
  ],
  notices: [],
}

export const sampleTrace: Trace = {
  understood: () => [
    { label: '时间', value: '2030年(完成数)' },
    { label: '指标', value: '地区生产总值' },
  ],
  arms: () => [
    {
      arm: '词语',
      hits: [
        { text: sampleCitation.sentence, section: sampleCitation.section, score: 12.345 },
        { text: '规模以上工业增加值增长9%;', section: ['一、2030年计划执行情况'], score: 3.2 },
      ],
    },
    { arm: '语义', hits: [] },
  ],
  decision: ['报告写了这项指标。', '有2030年的数字,直接回答。'],
  verdicts: [
    {
      text: '128.8亿元左右',
      verdict: 'supported',
      nearest: {
        reportId: sampleCitation.reportId,
        section: sampleCitation.section,
        sentence: sampleCitation.sentence,
        start: sampleCitation.start,
        end: sampleCitation.end,
      },
    },
    { text: '9%', verdict: 'contradicted', reason: '报告:2030年地区生产总值增长8%', nearest: null },
  ],
  notices: ['模型没有及时回答,改用照录原文的方式。'],
}
