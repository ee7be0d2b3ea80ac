import { statementOf } from '@countersign/story/statement'
import { describe, expect, test } from 'vitest'
import { decisionStatement } from './statement'

const signed = {
  signatoryName: 'Grace Okafor',
  customerName: 'Harbour Telecom plc',
  deliverableCode: 'D2',
  deliverableName: 'Low-level design',
  version: 2,
  valueMinor: 9_600_000n,
  currency: 'EUR',
  digest: 'ab'.repeat(32),
}

describe('the statement that a signatory agrees to', () => {
  test.each(['en', 'de'] as const)(
    'names who, what, which version, what it releases and the digest in %s',
    (locale) => {
      for (const outcome of ['accepted', 'rejected'] as const) {
        const words = decisionStatement(outcome, locale, signed)
        for (const said of [
          'Grace Okafor',
          'Harbour Telecom plc',
          'D2',
          'Low-level design',
          '2',
          '96',
          signed.digest,
        ])
          expect(words).toContain(said)
      }
    },
  )

  test('says that nothing is released instead of an amount of zero', () => {
    const words = decisionStatement('accepted', 'en', { ...signed, valueMinor: 0n })
    expect(words).toContain('releases no payment')
    expect(words).not.toContain('0.00')
  })

  test('never reads the same for acceptance and rejection', () => {
    expect(decisionStatement('accepted', 'en', signed)).not.toBe(decisionStatement('rejected', 'en', signed))
  })

  test.each(['en', 'de'] as const)('is what the demo’s people signed, word for word, in %s', (locale) => {
    for (const outcome of ['accepted', 'rejected'] as const)
      for (const valueMinor of [0n, 9_600_000n]) {
        const { signatoryName, customerName, deliverableCode, deliverableName, ...version } = signed
        const told = {
          ...version,
          valueMinor,
          name: signatoryName,
          customer: customerName,
          code: deliverableCode,
          deliverable: deliverableName,
        }
        expect(statementOf(outcome, locale, told)).toBe(
          decisionStatement(outcome, locale, { ...signed, valueMinor }),
        )
      }
  })
})
