import { describe, expect, test } from 'vitest'
import { cameBack } from './this-form'

const values = { intent: 'answer', defectId: 'a', text: 'Mended.' }

describe('a form of a page that has several', () => {
  test('came back where what it sends by itself came back', () => {
    expect(cameBack({ intent: 'answer', defectId: 'a' }, values)).toBe(true)
  })

  test('did not where another one did: of another act, or of another row', () => {
    expect(cameBack({ intent: 'open' }, values)).toBe(false)
    expect(cameBack({ intent: 'answer', defectId: 'b' }, values)).toBe(false)
  })

  test('did not where nothing of what was typed came back', () => {
    expect(cameBack({ intent: 'answer' })).toBe(false)
    expect(cameBack({ intent: 'answer' }, { text: 'Mended.' })).toBe(false)
  })

  test('says so itself where it knows', () => {
    expect([cameBack(true), cameBack(false, values)]).toEqual([true, false])
  })
})
