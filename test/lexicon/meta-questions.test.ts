import { describe, expect, it } from 'vitest'
import { metaIntentsOf } from '../../src/lexicon/meta-questions.js'

describe('questions about the report itself', () => {
  it.each([
    ['这份报告是谁作的', 'speaker'],
    ['报告人是谁', 'speaker'],
    ['政府工作报告由哪位县长作', 'speaker'],
    ['念这份报告的是县长念的吧,姓什么', 'speaker'],
    ['哪位领导做的报告', 'speaker'],
    ['这个报告是什么时候作的', 'date'],
    ['人代会是哪天开的', 'date'],
    ['报告是哪天发布的', 'published'],
    ['生成日期是哪天', 'published'],
    ['这份报告是哪个部门发布的', 'publisher'],
    ['发布机构是哪', 'publisher'],
    ['报告是在哪次会议上作的', 'meeting'],
    ['报告是第几届人代会审议的', 'meeting'],
    ['这份报告叫什么名字', 'title'],
    ['报告的全称', 'title'],
    ['索引号是多少', 'index'],
    ['这份文件还有效吗', 'validity'],
    ['报告分几部分', 'outline'],
    ['报告主要讲了什么', 'outline'],
    ['出处在哪', 'source'],
    ['这是哪个区的报告', 'place'],
  ])('"%s" asks for its %s', (question, intent) => {
    expect(metaIntentsOf(question)[0]).toBe(intent)
  })

  it.each([
    '和谁合作的项目最多,报告怎么说',
    '谁负责养老工作的,报告说了吗',
    '报告里说地铁什么时候开工',
    '报告里那个智慧工厂叫什么名字',
    '报告里产业结构怎么样',
    '报告关于教育讲了什么',
    '报告说收入为什么会下降',
    '报告对社会上的养老机构有什么打算',
    '报告里提到的新学校在哪里',
    '计划编制的主要依据是什么',
    '新的报告什么时候出',
    '哪个部门发的补贴,报告里提到的有多少',
  ])('"%s" asks about the matter', (question) => {
    expect(metaIntentsOf(question)).toEqual([])
  })

  it('are several where several things are asked', () => {
    expect(metaIntentsOf('报告是谁作的,哪天作的')).toEqual(['speaker', 'date'])
  })
})
