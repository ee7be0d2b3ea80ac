import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whyNotReviewed } from './budget-review'
import { whyNotATransfer } from './budget-transfer'
import { costVariance } from './cost-variance'
import { whyNotASheet, type SheetLine } from './estimate-sheet'
import { sheetLineOf, sheetTextsOf, type SheetText } from './sheet-text'

const typed = (changed: Partial<SheetText>): SheetText => ({
  workPackage: 'Design',
  costType: 'labour',
  jobRole: 'developer',
  hours: '12',
  amount: '',
  billHour: '',
  note: '',
  ...changed,
})
const read = (changed: Partial<SheetText>, locale = 'en', currency = 'EUR') =>
  sheetLineOf(typed(changed), { currency, locale })
const vendors = { costType: 'vendors', jobRole: '', hours: '' }

describe('a line of an estimate sheet as it was typed', () => {
  test('is hours of a role, in tenths, by the clock, and in German', () => {
    const minutes = (hours: string, locale?: string) => {
      const result = read({ hours }, locale)
      return result.ok ? result.line.minutes : result
    }
    expect([minutes('12'), minutes('7.5'), minutes('7:30'), minutes('7,5', 'de')]).toEqual([
      720, 450, 450, 450,
    ])
  })

  test('is an amount with the digits of its currency', () => {
    const cost = (amount: string, currency?: string) => {
      const result = read({ ...vendors, amount }, 'en', currency)
      return result.ok ? result.line.costMinor : result
    }
    expect([cost('1,250.50'), cost('1250', 'JPY'), cost('1.250', 'KWD')]).toEqual([125_050n, 1250n, 1250n])
    expect(cost('12.5', 'JPY')).toMatchObject({ field: 'amount', why: 'not-an-amount' })
  })

  test('is a share of the rest where contingency says per cent', () => {
    expect(read({ costType: 'Reserve', jobRole: '', hours: '', amount: '7,5 %' }, 'de')).toMatchObject({
      line: { costType: 'contingency', shareBasisPoints: 750, costMinor: null },
    })
  })

  test('names the field that is wrong', () => {
    const wrong = (changed: Partial<SheetText>) => {
      const result = read(changed)
      return result.ok ? null : [result.field, result.why]
    }
    expect(wrong({ workPackage: ' ' })).toEqual(['workPackage', 'required'])
    for (const costType of ['magic', '__proto__', 'constructor'])
      expect(wrong({ costType })).toEqual(['costType', 'not-a-choice'])
    expect(wrong({ jobRole: '' })).toEqual(['jobRole', 'required'])
    expect(wrong({ hours: '-8' })).toEqual(['hours', 'not-hours'])
    expect(wrong({ hours: '9999999' })).toEqual(['hours', 'too-large'])
    expect(wrong({ billHour: 'dear' })).toEqual(['billHour', 'not-an-amount'])
    expect(wrong({ ...vendors, amount: '-5' })).toEqual(['amount', 'not-an-amount'])
    expect(wrong({ ...vendors, costType: 'contingency', amount: '150 %' })).toEqual(['amount', 'too-large'])
    expect(wrong({ note: 'x'.repeat(201) })).toEqual(['note', 'too-long'])
  })

  test('comes in blocks from a spreadsheet', () => {
    expect(
      sheetTextsOf('Design\tlabour\tdeveloper\t12\t\t95\tsprint one\r\n\r\nTravel\texpenses\t\t\t500\n'),
    ).toEqual([
      typed({ billHour: '95', note: 'sprint one' }),
      typed({ workPackage: 'Travel', costType: 'expenses', jobRole: '', hours: '', amount: '500' }),
    ])
  })
})

const line = (changed: Partial<SheetLine> = {}): SheetLine => ({
  workPackage: 'Design',
  costType: 'labour',
  jobRole: 'developer',
  minutes: 60,
  billHourMinor: null,
  shareBasisPoints: null,
  costMinor: null,
  note: '',
  ...changed,
})

describe('an estimate sheet', () => {
  const why = (...lines: SheetLine[]) => whyNotASheet(lines, new Set(['developer']))
  const contingency = line({ costType: 'contingency', jobRole: null, minutes: 0, shareBasisPoints: 1000 })

  test('is complete, and of roles that have a rate; else the line is named', () => {
    expect(why(line(), contingency)).toBeNull()
    expect(why()).toEqual({ why: 'no-lines' })
    expect(why(line(), line({ jobRole: 'diver' }))).toEqual({ why: 'no-such-role', line: 2 })
    expect(why(line({ minutes: 0 }))).toEqual({ why: 'no-hours', line: 1 })
    expect(why(line({ workPackage: ' ' }))).toEqual({ why: 'no-work-package', line: 1 })
    expect(why(line({ costType: 'vendors', jobRole: null }))).toEqual({ why: 'no-amount', line: 1 })
    expect(why(contingency)).toEqual({ why: 'only-contingency' })
  })
})

describe('reviewing a budget', () => {
  test('is somebody else’s, of what was handed in, once', () => {
    const why = (
      ...[act, state, isOwn, reason]: [
        'submitted' | 'approved' | 'sent-back',
        'draft' | 'submitted' | 'approved' | 'sent-back',
        boolean,
        string,
      ]
    ) => whyNotReviewed(act, { state, isOwn }, reason)
    expect(why('submitted', 'draft', true, '')).toBeNull()
    expect(why('submitted', 'sent-back', true, '')).toBeNull()
    expect(why('submitted', 'submitted', true, '')).toBe('already-submitted')
    expect(why('approved', 'draft', false, '')).toBe('not-submitted')
    expect(why('approved', 'submitted', true, '')).toBe('own-budget')
    expect(why('approved', 'submitted', false, '')).toBeNull()
    expect(why('approved', 'approved', false, '')).toBe('already-approved')
    expect(why('sent-back', 'submitted', false, ' ')).toBe('no-reason')
  })
})

describe('a transfer', () => {
  const transfer = {
    fromLineId: 'a',
    toLineId: 'b',
    amountMinor: 100n,
    reason: 'The lift is dearer.',
    from: { costType: 'vendors' as const, valueMinor: 100n },
    risk: null,
  }
  const contingency = { ...transfer, from: { costType: 'contingency' as const, valueMinor: 100n } }

  test('moves at most what is there, with a reason', () => {
    expect(whyNotATransfer(transfer)).toBeNull()
    expect(whyNotATransfer({ ...transfer, amountMinor: 101n })).toBe('above-line')
    expect(whyNotATransfer({ ...transfer, amountMinor: 0n })).toBe('not-positive')
    expect(whyNotATransfer({ ...transfer, toLineId: 'a' })).toBe('same-line')
    expect(whyNotATransfer({ ...transfer, reason: '' })).toBe('no-reason')
  })

  test('of contingency is for a risk that came true', () => {
    expect(whyNotATransfer(contingency)).toBe('risk-needed')
    expect(whyNotATransfer({ ...contingency, risk: { state: 'open' } })).toBe('risk-not-occurred')
    expect(whyNotATransfer({ ...contingency, risk: { state: 'occurred' } })).toBeNull()
  })
})

describe('a cost variance', () => {
  test('is below zero over budget and has no share of nothing', () => {
    expect(costVariance(10_000n, 12_500n)).toEqual({ minor: -2_500n, basisPoints: -2_500n })
    expect(costVariance(0n, 5n)).toEqual({ minor: -5n, basisPoints: null })
  })

  test('mirrors itself: as much over as under is the same share with the other sign', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 13n), fc.bigInt(0n, 10n ** 13n), (budget, by) => {
        const over = costVariance(budget, budget + by).basisPoints!
        expect(costVariance(budget, budget - by).basisPoints).toBe(-over)
      }),
    )
  })
})
