import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REDACTED, redactPersonal } from '../../src/text/redact.js'

const { idCard, phone } = REDACTED

describe('personal numbers in a text', () => {
  it.each([
    ['我的电话是13812345678,请回电', `我的电话是${phone},请回电`],
    ['138 1234 5678', phone],
    ['138-1234-5678找我', `${phone}找我`],
    ['+86 13812345678', phone],
    ['１３８１２３４５６７８', phone],
    ['幺三八一二三四五六七八', phone],
    ['座机0791-88101234', `座机${phone}`],
    ['(010)62345678', phone],
    ['身份证11010119900307123X', `身份证${idCard}`],
    ['360111 19850612 0013', idCard],
    ['老身份证110101900307123', `老身份证${idCard}`],
    ['张三13812345678,李四13912345678', `张三${phone},李四${phone}`],
  ])('are masked: %s', (text, masked) => {
    expect(redactPersonal(text)).toBe(masked)
  })

  it.each([
    '打12345能问吗?',
    '2022年地区生产总值10340.5亿元',
    '总投资13800000000元的项目',
    '一般公共预算收入1034567.89万元',
    '二〇二二年一至十一月新增就业五千二百三十人',
    '2023年1月6日到2023年12月31日',
    '索引号D0001-0101-2023-0001',
  ])('are not seen in amounts, years and service numbers: %s', (text) => {
    expect(redactPersonal(text)).toBe(text)
  })

  it('never survive, whatever stands around them', () => {
    const word = fc
      .stringMatching(/^[\p{Script=Han}a-z,。 ]{0,6}$/u)
      .filter((text) => !/[零〇一幺二两三四五六七八九]/.test(text))
    const number = fc.stringMatching(/^1[3-9]\d{9}$/)
    fc.assert(
      fc.property(word, number, word, (before, mobile, after) => {
        fc.pre(!/^[ ]?[万亿千百]?(?:元|人|户|亩|吨|个|件|平方|公里)/.test(after))
        expect(redactPersonal(before + mobile + after)).toBe(before + phone + after)
      }),
    )
  })
})
