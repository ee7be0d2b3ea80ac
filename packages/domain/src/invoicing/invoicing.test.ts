import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minorDigits } from '../money'
import { allocate } from './allocate'
import { creditTaxes, whyNotACredit, type CreditableLine } from './credit'
import { ageingBucket, dunningDue, nextDunning } from './dunning'
import { draftFromJson, draftToJson, whyNotADraft, whyNotIssuable, whyNotReviewable } from './invoice-draft'
import type { DraftLine, InvoiceDraft } from './invoice-draft'
import { missingFacts, type Seller } from './invoice-parties'
import { sumsOf, taxesOf, type TaxCategory } from './invoice-taxes'

const amount = fc.bigInt(-(10n ** 12n), 10n ** 12n)
const taxed = fc.record({
  amountMinor: amount,
  taxCategory: fc.constant<TaxCategory>('S'),
  taxBasisPoints: fc.constantFrom(700, 810, 1900, 2500),
})

describe('allocation', () => {
  test('preserves the total to the last minor unit, also of what is given back', () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0n))
        const shares = allocate(total, parts)
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total)
        parts.forEach((part, index) => part === 0n && expect(shares[index]).toBe(0n))
      }),
    )
  })

  test('of equal weights differs by one unit at most', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([33n, 33n, 34n])
    expect(() => allocate(1n, [])).toThrow(RangeError)
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError)
  })
})

describe('tax', () => {
  test('and net are gross, by rate and in sum, whatever the lines', () => {
    fc.assert(
      fc.property(fc.array(taxed, { maxLength: 12 }), (lines) => {
        const taxes = taxesOf(lines)
        const { netMinor, taxMinor, grossMinor } = sumsOf(taxes)
        expect(netMinor).toBe(lines.reduce((sum, line) => sum + line.amountMinor, 0n))
        expect(netMinor + taxMinor).toBe(grossMinor)
      }),
    )
  })

  test('is computed on the sum of a rate and not line by line', () => {
    const line = { amountMinor: 333n, taxCategory: 'S' as const, taxBasisPoints: 1900 }
    expect(taxesOf([line, line, line])).toEqual([
      { taxCategory: 'S', taxBasisPoints: 1900, netMinor: 999n, taxMinor: 190n },
    ])
  })

  test('of a credit note mirrors that of its invoice', () => {
    fc.assert(
      fc.property(fc.array(taxed, { maxLength: 8 }), (lines) => {
        const turned = lines.map((line) => ({ ...line, amountMinor: -line.amountMinor }))
        expect(sumsOf(taxesOf(turned)).grossMinor).toBe(-sumsOf(taxesOf(lines)).grossMinor)
      }),
    )
  })

  test('knows the digits of a currency', () => {
    expect(['JPY', 'EUR', 'KWD'].map(minorDigits)).toEqual([0, 2, 3])
  })
})

const line: DraftLine = {
  source: 'milestone',
  billingMilestoneId: 'm',
  contractLineId: null,
  periodOn: null,
  description: 'Delivered',
  quantityThousandths: 1000n,
  unit: 'C62',
  amountMinor: 10_000n,
  taxCategory: 'S',
  taxBasisPoints: 1900,
  entries: [{ id: 'e', amountMinor: 5n }],
}
const draft: InvoiceDraft = {
  lines: [line],
  customerOrderId: null,
  exemptionReason: '',
  periodFromOn: null,
  periodToOn: null,
  prepaidMinor: 0n,
}
const reverse = { ...line, taxCategory: 'AE' as const, taxBasisPoints: 0 }

describe('a draft', () => {
  test('asks for something, says why there is no tax, and stands in its period', () => {
    expect(whyNotADraft(draft)).toBeNull()
    expect(whyNotADraft({ ...draft, lines: [] })).toBe('nothing-chosen')
    expect(whyNotADraft({ ...draft, lines: [line, { ...line, amountMinor: -10_000n }] })).toBe(
      'nothing-to-ask',
    )
    expect(whyNotADraft({ ...draft, lines: [reverse] })).toBe('reason-missing')
    expect(whyNotADraft({ ...draft, lines: [reverse], exemptionReason: 'Reverse charge' })).toBeNull()
    const outside = { ...reverse, taxCategory: 'O' as const }
    expect(whyNotADraft({ ...draft, lines: [line, outside], exemptionReason: 'x' })).toBe(
      'outside-scope-stands-alone',
    )
    expect(whyNotADraft({ ...draft, prepaidMinor: 11_901n })).toBe('prepaid-above-gross')
    expect(whyNotADraft({ ...draft, periodFromOn: '2026-02-02', periodToOn: '2026-02-01' })).toBe(
      'period-turned-round',
    )
  })

  test('is reviewed from the limit on, by somebody else', () => {
    expect(whyNotIssuable('draft', draft, null)).toBeNull()
    expect(whyNotIssuable('draft', draft, 11_900n)).toBe('not-approved')
    expect(whyNotIssuable('draft', draft, 11_901n)).toBeNull()
    expect(whyNotIssuable('approved', draft, 11_900n)).toBeNull()
    expect(whyNotIssuable('in-review', draft, null)).toBe('in-review')
    expect(whyNotReviewable({ state: 'in-review', writtenBy: 'a' }, 'a')).toBe('own-draft')
    expect(whyNotReviewable({ state: 'draft', writtenBy: 'a' }, 'b')).toBe('not-in-review')
    expect(whyNotReviewable({ state: 'in-review', writtenBy: 'a' }, 'b')).toBeNull()
  })

  test('is the same when it was kept as JSON', () => {
    expect(draftFromJson(draftToJson(draft))).toEqual(draft)
  })
})

const billed: CreditableLine = {
  id: 'a',
  amountMinor: 1_000n,
  creditedMinor: 400n,
  taxCategory: 'S',
  taxBasisPoints: 1900,
}

describe('a credit note', () => {
  test('takes back at most what is left of each line', () => {
    const why = (minor: bigint) => whyNotACredit([billed], new Map([['a', minor]]))
    expect(why(600n)).toBeNull()
    expect(why(601n)).toBe('above-line')
    expect(why(-1n)).toBe('above-line')
    expect(why(0n)).toBe('nothing-chosen')
    const off = { ...billed, id: 'b', amountMinor: -100n, creditedMinor: 0n }
    expect(whyNotACredit([billed, off], new Map([['b', -100n]]))).toBe('gives-nothing-back')
  })

  test('in parts never gives back more tax than was charged', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10_000n), fc.integer({ min: 1, max: 5 }), (net, parts) => {
        const whole = { ...billed, amountMinor: net, creditedMinor: 0n }
        let [left] = taxesOf([whole])
        for (const share of allocate(
          net,
          Array.from({ length: parts }, () => 1n),
        )) {
          if (share === 0n) continue
          const [back] = creditTaxes([whole], new Map([['a', share]]), [left!])
          left = {
            ...left!,
            netMinor: left!.netMinor + back!.netMinor,
            taxMinor: left!.taxMinor + back!.taxMinor,
          }
        }
        expect(left).toMatchObject({ netMinor: 0n, taxMinor: 0n })
      }),
    )
  })
})

describe('dunning', () => {
  const terms = { days: [7, 14, 28], feesMinor: [0, 500, 1000] }
  const open = { dueOn: '2026-03-01' as const, openMinor: 1n, isPaused: false, last: null }

  test('goes up level by level, when its days have passed', () => {
    expect(dunningDue(open, terms, '2026-03-07')).toBeNull()
    expect(dunningDue(open, terms, '2026-03-08')).toEqual({ level: 1, feeMinor: 0n, dueOn: '2026-03-15' })
    const once = { ...open, last: { level: 1, dueOn: '2026-03-15' as const } }
    expect(dunningDue(once, terms, '2026-03-15')).toBeNull()
    expect(dunningDue(once, terms, '2026-03-16')).toMatchObject({ level: 2, feeMinor: 500n })
    expect(dunningDue({ ...open, last: { level: 3, dueOn: '2026-04-15' } }, terms, '2027-01-01')).toBeNull()
  })

  test('leaves alone what is paid or paused, and catches up one level at a time', () => {
    expect(dunningDue({ ...open, openMinor: 0n }, terms, '2026-05-01')).toBeNull()
    expect(dunningDue({ ...open, isPaused: true }, terms, '2026-05-01')).toBeNull()
    expect(dunningDue(open, terms, '2026-05-01')).toMatchObject({ level: 1 })
  })

  test('is announced with its day: after the terms, and after the day that the last one set', () => {
    expect(nextDunning(open, terms)).toMatchObject({ level: 1, on: '2026-03-08' })
    const late = { ...open, last: { level: 1, dueOn: '2026-04-20' } }
    expect(nextDunning(late, terms)).toMatchObject({ level: 2, feeMinor: 500n, on: '2026-04-21' })
    expect(nextDunning({ ...open, last: { level: 3, dueOn: '2026-04-15' } }, terms)).toBeNull()
    expect(nextDunning({ ...open, isPaused: true }, terms)).toBeNull()
  })

  test('sorts what is open by age', () => {
    const bucket = (today: string) => ageingBucket('2026-03-01', today)
    expect(
      [
        '2026-03-01',
        '2026-03-02',
        '2026-03-31',
        '2026-04-01',
        '2026-04-30',
        '2026-05-01',
        '2026-05-30',
        '2026-05-31',
      ].map(bucket),
    ).toEqual(['not-due', '0-30', '0-30', '31-60', '31-60', '61-90', '61-90', 'over-90'])
  })
})

describe('what an electronic invoice lacks', () => {
  const seller: Seller = {
    ...{ name: 'Us', street: 'A 1', postalCode: '1', town: 'B', country: 'DE', vatId: 'DE1', taxNumber: '' },
    ...{ registration: '', iban: 'DE02', bic: '', contactName: '', contactEmail: '', contactPhone: '' },
  }
  const buyer = {
    ...{ name: 'They', address: '', street: '', postalCode: '', town: 'C', country: 'AT', vatId: '' },
    ...{ email: '', reference: '' },
  }

  test('is said fact by fact', () => {
    expect(missingFacts({ seller, buyer }, ['S'])).toEqual([])
    expect(missingFacts({ seller, buyer }, ['AE'])).toEqual(['buyer-vat-id'])
    expect(
      missingFacts({ seller: { ...seller, vatId: '', iban: '' }, buyer: { ...buyer, town: '' } }, ['S']),
    ).toEqual(['seller-tax-id', 'seller-registration', 'seller-account', 'buyer-address'])
    expect(missingFacts({ seller, buyer }, ['O'])).toEqual(['seller-registration'])
  })
})
