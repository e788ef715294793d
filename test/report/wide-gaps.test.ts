import { describe, expect, it } from 'vitest'
import { parse } from './fixtures.js'

const told = (lines: string[]) =>
  parse(
    `兰汀市2030年国民经济和社会发展统计公报\n\n一、综合\n\n全年经济运行总体平稳，稳中有进，民生保障持续改善。\n\n${lines.join('\n\n')}\n`,
  ).figures.map(({ indicator, text, unit, period, measure }) => `${indicator} ${text} ${unit} ${period} ${measure}`)

describe('a table with wide gaps between its cells', () => {
  it('takes units and measures from the line of words above it', () => {
    expect(
      told([
        '县（市、区）　　地区生产总值（亿元）　　比上年增长（%）',
        '东浦区　　212.4　　5.6',
        '西浦县　　96.3　　4.8',
      ]),
    ).toEqual([
      '东浦区地区生产总值 212.4 亿元 2030 level',
      '东浦区地区生产总值 5.6 % 2030 growth',
      '西浦县地区生产总值 96.3 亿元 2030 level',
      '西浦县地区生产总值 4.8 % 2030 growth',
    ])
  })

  it('has columns of years, and a row of changes under what changed', () => {
    expect(
      told(['单位：亿元、%', '年份　　2029　　2030', '地区生产总值　　800.5　　846.2', '比上年增长　　5.1　　5.7']),
    ).toEqual([
      '地区生产总值 800.5 亿元 2029 level',
      '地区生产总值 846.2 亿元 2030 level',
      '地区生产总值 5.1 % 2029 growth',
      '地区生产总值 5.7 % 2030 growth',
    ])
  })

  it('is not begun by a sentence', () => {
    expect(told(['各县发展有快有慢；　　具体如下　　说明', '东浦区　　212.4　　5.6'])).toEqual([])
  })
})

describe('a table of a plan’s indicators', () => {
  it('is named by the indicator, and not by whether it binds', () => {
    expect(
      told([
        '序号\t指标名称\t单位\t属性\t2029年计划\t2030年完成',
        '1\t研发经费投入强度\t%\t预期性\t1.9\t2.1',
        '2\t森林覆盖率\t%\t约束性\t41\t42',
      ]).map((figure) => figure.split(' ')[0]),
    ).toEqual(['研发经费投入强度', '研发经费投入强度', '森林覆盖率', '森林覆盖率'])
  })
})
