import { expect, it } from 'vitest'
import { modelFacts } from '../../src/embedding/model-facts.js'

it('knows a model whoever publishes it, and by its folder', () => {
  for (const name of ['Xenova/bge-small-zh-v1.5', 'BAAI/bge-small-zh-v1.5', 'C:\\models\\bge-small-zh-v1.5'])
    expect(modelFacts(name)).toMatchObject({ pooling: 'cls', prefixes: { passage: '' } })
})

it('puts the role in front of both texts for E5', () => {
  expect(modelFacts('Xenova/multilingual-e5-small').prefixes).toEqual({ question: 'query: ', passage: 'passage: ' })
})

it('leaves texts alone for models it does not know', () => {
  expect(modelFacts('someone/some-model')).toEqual({ pooling: 'mean', prefixes: { question: '', passage: '' } })
})
