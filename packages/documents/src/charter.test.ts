import { describe, expect, test } from 'vitest'
import { renderCharter } from './charter'
import { charter } from './documents.fixture'
import { readPdf } from './pdf-text.fixture'

describe('a project charter', () => {
  test('states purpose, scope, deliverables with criteria, milestones, payments and the contract', async () => {
    const { text } = await readPdf(await renderCharter(charter))
    for (const words of [
      'MER-24 · Warehouse control, phase 2',
      'By September, 99.5 % of bookings',
      'In scope • Booking, stock and carrier interfaces',
      'Out of scope • Replacement of the scanners',
      'Assumptions • The customer names a contact',
      'D-01 · Process list',
      'Every process has an owner at the customer Walk-through with the site leads',
      'First site live 1 June 2026',
      'M1 Start – 1 February 2026 €30,000.00',
      'M2 Specification accepted D-01, D-03 on acceptance €45,000.00',
      'Total €75,000.00',
      'Contract value €75,000.00',
      'Prepared by Jonas Feld',
      'Page 1 of 2',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('This charter is version 1.')
  })

  test('speaks German', async () => {
    const { text } = await readPdf(await renderCharter({ ...charter, locale: 'de' }))
    expect(text).toContain('Nicht enthalten • Replacement')
    expect(text).toContain('Vertragswert 75.000,00 €')
  })

  test('says so where a part is empty', async () => {
    const empty = { ...charter, scope: [], deliverables: [], milestones: [], payment: [] }
    const { text } = await readPdf(await renderCharter(empty))
    expect(text.match(/Nothing recorded\./g)).toHaveLength(6)
  })

  test('is the same bytes for the same input', async () => {
    expect((await renderCharter(charter)).equals(await renderCharter(structuredClone(charter)))).toBe(true)
  })

  test('is not printed where the payments do not sum to the value', async () => {
    await expect(renderCharter({ ...charter, valueMinor: 1n })).rejects.toThrow('does not sum')
  })
})
