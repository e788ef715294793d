import { describe, expect, it } from 'vitest'
import { chooseReports, ownPeriods } from '../../src/answer/choose-reports.js'
import { lanxi, qinglan } from '../fixtures/lanxi.js'
import { assistantOver, printed } from '../fixtures/small-assistant.js'
import { readerOver } from '../fixtures/small-reader.js'

const reports = [lanxi(), qinglan()] as const
const { reader, read } = readerOver([...reports])
const assistant = assistantOver(reports)
const ask = async (question: string, reportId?: string) =>
  (await assistant.ask(question, reportId ? { reportId } : {})).reply

function choose(question: string, options: Partial<Parameters<typeof chooseReports>[2]> = {}) {
  const { reports: chosen, outOfPlace } = chooseReports(reader.place(question), reports, { memory: null, ...options })
  return { ids: chosen.map(({ id }) => id).sort(), outOfPlace }
}

describe('chooseReports', () => {
  it('takes the report whose place the question names', () => {
    expect(choose('青岚县GDP多少')).toEqual({ ids: ['qinglan-2030'], outOfPlace: false })
  })

  it('takes the default for a question without a place, and the first where there is none', () => {
    expect(choose('GDP多少').ids).toEqual(['lanxi-2031'])
    const chosen = chooseReports(reader.place('GDP多少'), [qinglan()], { memory: null })
    expect(chosen.reports.map(({ id }) => id)).toEqual(['qinglan-2030'])
  })

  it('takes all whose places are named', () => {
    expect(choose('青岚和兰溪的GDP').ids).toEqual(['lanxi-2031', 'qinglan-2030'])
  })

  it('takes all where the place itself is asked', () => {
    expect(choose('哪个县GDP增长快').ids).toEqual(['lanxi-2031', 'qinglan-2030'])
  })

  it('knows a place that no report is about', () => {
    expect(choose('上海GDP多少').outOfPlace).toBe(true)
  })

  it('keeps to the one report it is told to', () => {
    expect(choose('GDP多少', { only: 'qinglan-2030' }).ids).toEqual(['qinglan-2030'])
  })
})

describe('ownPeriods', () => {
  it('gives each of several places the time behind its name', () => {
    const question = '兰溪2031年和青岚2030年GDP增速多少'
    const yearsOf = (report: (typeof reports)[number]) =>
      ownPeriods(read(question), reader.place(question), report).periods.map(
        (period) => period.kind === 'year' && period.year,
      )
    expect(reports.map(yearsOf)).toEqual([[2031], [2030]])
  })

  it('gives all times to all where they stand in front', () => {
    const question = '2030年青岚和兰溪的GDP'
    for (const report of reports)
      expect(ownPeriods(read(question), reader.place(question), report).periods).toHaveLength(1)
  })

  it('changes nothing for one place', () => {
    const understanding = read('青岚2030年GDP多少')
    expect(ownPeriods(understanding, reader.place('青岚2030年GDP多少'), reports[1])).toBe(understanding)
  })
})

describe('a question for several places', () => {
  it('is answered for each, with its own time and its own source', async () => {
    const reply = await ask('兰溪2031年和青岚2030年GDP增速多少')
    expect(printed(reply)).toEqual(['7.5%', '6.4%'])
    const idOf = (text: string) => {
      const { citation } = reply.figures.find((figure) => figure.text === text)!
      return reply.citations.find(({ n }) => n === citation)?.reportId
    }
    expect([idOf('7.5%'), idOf('6.4%')]).toEqual(['lanxi-2031', 'qinglan-2030'])
  })

  it('says which has more of what both report', async () => {
    const reply = await ask('2030年青岚和兰溪的进出口总额哪个高')
    expect(printed(reply)).toEqual(expect.arrayContaining(['12.6亿元', '9.9亿元']))
    expect(reply.answer.split('\n').at(-1)).toContain('兰溪')
  })

  it('is answered from the one report asked for, whatever place is the default', async () => {
    expect(printed(await ask('GDP是多少亿', 'qinglan-2030'))).toEqual(['96.3亿元'])
  })

  it('is out of place for one of none, with the nearest of our own', async () => {
    const { outcome, citations } = await ask('上海的GDP是多少')
    expect(outcome).toBe('out_of_place')
    expect(citations.every(({ reportId }) => reportId === 'lanxi-2031')).toBe(true)
  })
})
