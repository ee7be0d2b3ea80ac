import { parseAmount } from '@countersign/domain/money'
import { describe, expect, test } from 'vitest'
import { amountInput } from './amount-input'

describe('an amount in a field', () => {
  test('is written as the reader’s language writes it, with the currency’s own decimals', () => {
    expect(amountInput(125_005n, 'EUR', 'en')).toBe('1250.05')
    expect(amountInput('5', 'EUR', 'de')).toBe('0,05')
    expect(amountInput(1_250n, 'JPY', 'en')).toBe('1250')
  })

  test('is read back as the same amount', () => {
    for (const minor of [0n, 1n, 99n, 100n, 123_456_789n])
      for (const locale of ['en', 'de'] as const)
        expect(parseAmount(amountInput(minor, 'EUR', locale), 'EUR', locale)).toBe(minor)
  })
})
