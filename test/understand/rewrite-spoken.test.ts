import { describe, expect, it } from 'vitest'
import { rewriteSpoken } from '../../src/understand/rewrite-spoken.js'

describe('rewriteSpoken', () => {
  it('puts a level of government into its written form', () => {
    expect(rewriteSpoken('市一级投入多少')).toBe('市级投入多少')
  })

  it('takes the measure word out of a large number', () => {
    expect(rewriteSpoken('投了三十个亿')).toBe('投了三十亿')
  })

  it.each([
    ['公交卡一个号头几钿', '公交卡每月多少钱'],
    ['大桥啥辰光通车', '大桥什么时候通车'],
    ['这批工程花了多少', '这些工程花了多少'],
    ['两所小学添了几百个位子,初中添了多少个座位', '两所小学添了几百个位子,初中添了多少个学位'],
    ['剧院有多少个座位', '剧院有多少个座位'],
    ['好,回过头来说小区改造的事,到底几个?', '小区改造,到底几个?'],
    ['回到县城要多久', '回到县城要多久'],
    ['村民口袋里的钱多了几成', '村民收入多了几成'],
    ['百姓兜里的钱多了几成', '居民收入多了几成'],
    ['今年至少得修多少公里', '今年得修多少公里'],
    ['病床最少的是哪家', '病床最少的是哪家'],
  ])('hears “%s” as “%s”', (said, meant) => {
    expect(rewriteSpoken(said)).toBe(meant)
  })

  it('asks for the output of what is made', () => {
    expect(rewriteSpoken('拖拉机今年争取产多少台')).toBe('拖拉机今年争取产量多少台')
    expect(rewriteSpoken('固定资产多少亿元')).toBe('固定资产多少亿元')
  })

  it.each([
    ['井下一年采了多少万吨煤', '井下一年煤产量多少万吨'],
    ['到海边玩的人花了多少钱', '旅游总花费多少钱'],
    ['地铁一共修了多长', '地铁一共修了多少公里'],
    ['给小店减了多少税', '给小店减税多少钱'],
    ['外贸一年做了多少生意', '外贸总额多少钱'],
    ['排队排了两个钟头', '排队排了两小时'],
    ['轻工业增长了多少', '轻工业增长了多少'],
    ['去年收了多少万吨粮食', '去年粮食产量多少万吨'],
    ['咱们县打了多少斤谷子', '咱们县粮食产量多少斤'],
    ['油菜打算种多少万亩', '油菜播种面积多少万亩'],
    ['种了多少棵树', '种了多少棵树'],
    ['用了几化', '用了多少'],
    ['好几化工园区', '好几化工园区'],
    ['去年来咱们县耍的人一共多少', '去年咱们县来旅游的人一共多少'],
    ['来这里玩的小吃街', '来这里玩的小吃街'],
    ['收了多少粮库的租金', '收了多少粮库的租金'],
    ['云门机场今年发了多少吨货', '云门机场今年货邮吞吐量多少吨货'],
    ['机场一年走多少旅客', '机场一年旅客吞吐量多少旅客'],
    ['望江港去年过了多少货', '望江港去年货物吞吐量多少货'],
  ])('hears the measure in “%s”', (said, meant) => {
    expect(rewriteSpoken(said)).toBe(meant)
  })

  it.each(['新增学位多少', 'gdp增长多少?', '', '望江大桥什么时候通车'])('leaves “%s” as it is', (text) => {
    expect(rewriteSpoken(text)).toBe(text)
  })

  it('changes nothing when it is applied again', () => {
    const once = rewriteSpoken('乡一级修了5个亿的路')
    expect(rewriteSpoken(once)).toBe(once)
  })
})
