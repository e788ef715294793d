import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadConcepts } from '../../src/lexicon/concepts.js'
import { loadTopicWords } from '../../src/lexicon/topic-words.js'
import { toSearchForm } from '../../src/text/search-form.js'

const offtopic = loadTopicWords('offtopic')

describe('off-topic words', () => {
  it.each([
    ['明天天气怎么样', 'weather'],
    ['推荐一只股票', 'stocks'],
    ['云帆重工的股票这时候值得买么', 'stocks'],
    ['这家的股票以后还会涨吗', 'stocks'],
    ['这会儿买水泥厂的股票划算不', 'stocks'],
    ['手里那点造纸厂股票', 'stocks'],
    ['世界杯冠军是谁', 'sports'],
    ['红烧肉怎么做', 'recipes'],
    ['帮我写首诗', 'writing'],
    ['我感冒吃什么药', 'diagnosis'],
    ['y-8=12,y等于几', 'homework'],
    ['讲个笑话吧', 'jokes'],
    ['我是什么星座', 'horoscopes'],
    ['画一幅画', 'pictures-and-slides'],
  ])('"%s" is about %s', (question, topic) => {
    expect(offtopic.within(question)).toBe(topic)
  })

  it.each([
    '青山湖人口多少',
    '太湖人均收入',
    '水库里的水干净吗',
    '江西甲醇产量',
    '和各方面相比差多少',
    '台风水灾损失多少',
    '黑臭水体怎么治',
    '空气污染怎么治理',
    '欠薪怎么追回',
    'gdp涨了几点了',
    '下一步经济怎么走',
    '社区周末上班吗',
    '本区属什么市',
    '上市公司有几家',
    '发行股票融资多少',
    '股票成交额多少,能买多少房',
    '空气质量怎么样',
    '电影票房多少',
    '福利彩票公益金用在哪',
    '化肥减肥增效面积',
    '京东方项目投了多少',
    '皮肤病医院建好了吗',
    '打通下水道了吗',
    '淘宝村有几个',
    '想看相关政策',
  ])('"%s" may be answered by a report', (question) => {
    expect(offtopic.within(toSearchForm(question))).toBeNull()
  })

  it('finds nothing off-topic in what reports say', () => {
    const report = readFileSync(new URL('../../corpus/qingshanhu-2023-plan.txt', import.meta.url), 'utf8')
    expect(offtopic.within(toSearchForm(report))).toBeNull()
    const wordings = loadConcepts().concepts.flatMap(({ official }) => official)
    expect(wordings.filter((wording) => offtopic.within(wording) !== null)).toEqual([])
  })
})
