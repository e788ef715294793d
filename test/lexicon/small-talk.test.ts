import { describe, expect, it } from 'vitest'
import { loadSmallTalk } from '../../src/lexicon/small-talk.js'

const smallTalkIn = loadSmallTalk()

describe('small talk', () => {
  it.each([
    ['你好', 'greeting'],
    ['您好,在吗?', 'greeting'],
    ['谢谢啦', 'thanks'],
    ['好的谢谢', 'thanks'],
    ['你好,你是谁', 'identity'],
    ['你会啥', 'ability'],
    ['怎么提问', 'ability'],
    ['你好,你能干什么呀?', 'ability'],
    ['你的回答靠谱吗,从哪来的', 'identity'],
    ['再见', 'goodbye'],
    ['hello', 'greeting'],
    ['成,感谢您嘞', 'thanks'],
    ['哦这样啊,难为你了', 'thanks'],
    ['晓得啦,回头再问你', 'goodbye'],
    ['哇,算得可真快', 'praise'],
    ['嘿嘿,你懂得还挺多', 'praise'],
    ['讲得明明白白,多谢', 'thanks'],
    ['这下心里有数了,谢谢哟', 'thanks'],
  ])('"%s" is %s', (message, intent) => {
    expect(smallTalkIn(message)).toBe(intent)
  })

  it.each([
    '你好,gdp多少',
    '谢谢,那学位呢',
    '帮助了多少困难群众',
    '投诉办结率',
    '说明了什么问题',
    '你好路修好了吗',
    '记得是多少',
    '谢家镇',
    '好多钱',
  ])('hears the question in "%s"', (message) => {
    expect(smallTalkIn(message)).toBeNull()
  })
})
