import { describe, expect, test } from 'vitest'
import { criteriaConsent, decisionConsent } from './consent'

const signed = {
  signatoryName: 'Grace Okafor',
  customerName: 'Harbour Telecom plc',
  deliverableCode: 'D2',
  deliverableName: 'Low-level design',
  version: 2,
  valueMinor: 9_600_000n,
  currency: 'EUR',
  reservationBasisPoints: 8_000,
  digest: 'ab'.repeat(32),
}

describe('the statement that a signatory agrees to', () => {
  test.each(['en', 'de'] as const)(
    'names who, what, which version, what it releases and the digest in %s',
    (locale) => {
      for (const outcome of ['accepted', 'rejected'] as const) {
        const words = decisionConsent(outcome, locale, signed)
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
    const words = decisionConsent('accepted', 'en', { ...signed, valueMinor: 0n })
    expect(words).toContain('releases no payment')
    expect(words).not.toContain('0.00')
  })

  test.each(['en', 'de'] as const)(
    'says what reservations release at once and what later in %s',
    (locale) => {
      const words = decisionConsent('accepted-with-reservations', locale, signed)
      expect(words).toMatch(/76[.,]800/)
      expect(words).toMatch(/19[.,]200/)
      const whole = decisionConsent('accepted-with-reservations', locale, {
        ...signed,
        reservationBasisPoints: 10_000,
      })
      expect(whole).toMatch(/96[.,]000/)
      expect(whole).not.toMatch(/further|Weitere/)
    },
  )

  test('never reads the same for acceptance and rejection', () => {
    expect(decisionConsent('accepted', 'en', signed)).not.toBe(decisionConsent('rejected', 'en', signed))
  })

  test.each(['en', 'de'] as const)(
    'names the version of the criteria and how many they are in %s',
    (locale) => {
      const words = criteriaConsent(locale, { ...signed, number: 3, count: 4 })
      for (const said of ['Grace Okafor', 'Harbour Telecom plc', 'Low-level design', '3', '4', signed.digest])
        expect(words).toContain(said)
      expect(criteriaConsent(locale, { ...signed, number: 3, count: 1 })).not.toContain('1 ')
    },
  )
})
