import { fieldWords } from '@countersign/http/field-words'
import { parseForm } from '@countersign/http/forms'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { contractForm } from './routes/contract/form'
import { paymentForm } from './routes/payments/form'
import { rateForm } from './routes/rates/form'
import { timeForm } from './routes/time/form'

const today = '2026-11-22' as const
const id = '00000000-0000-4000-8000-000000000001'

/** What a form says of each field that it does not take, in English; `taken` where it takes all. */
async function said<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const parsed = await parseForm(form, schema)
  if (parsed.ok) return 'taken'
  expect(parsed.values, 'what was typed comes back').toEqual(fields)
  return fieldWords('en', parsed.errors)
}

const time = (hours: string) =>
  said(timeForm(today), { taskId: id, workedOn: today, hours, kind: 'billable', note: 'Cabling' })
const contract = (changed: Record<string, string>) =>
  said(contractForm('en', 'EUR'), {
    ...{ reference: 'C-1', currency: 'EUR', tax: '19', terms: '30', signedOn: '' },
    ...changed,
  })
const rate = (changed: Record<string, string>) =>
  said(rateForm(['developer'], 'EUR', 'en'), {
    ...{ jobRole: 'developer', staffId: '', currency: 'EUR', hour: '80', overtimeHour: '' },
    ...{ fromOn: '2026-01-01', toOn: '' },
    ...changed,
  })
const payment = (currency: string, amount: string) =>
  said(paymentForm({ currency, locale: 'en', today }), { amount, receivedOn: today, reference: '' })

describe('a form about money or hours', () => {
  test('names hours below nothing and above a day', async () => {
    const words = { hours: 'Write hours like 1:30 or 1.5, at most 24 a day.' }
    for (const hours of ['-1', '-0:30', '25', '24:01', '1e3']) expect(await time(hours)).toEqual(words)
    expect(await time('24')).toBe('taken')
  })

  test('names a tax rate above 100 %, below nothing, and one that is no number', async () => {
    expect(await contract({ tax: '150' })).toEqual({ tax: 'This is more than 100 %. Enter at most 100.' })
    for (const tax of ['-19', 'nineteen', '19 %'])
      expect(await contract({ tax })).toEqual({
        tax: 'This is not a percentage. Write it without a sign, like 19 or 7.5.',
      })
    for (const tax of ['0', '7.5', '100']) expect(await contract({ tax })).toBe('taken')
  })

  test('names a currency that does not exist', async () => {
    const words = { currency: 'Choose one of the options.' }
    for (const currency of ['EUO', 'eur', '€']) {
      expect(await contract({ currency })).toEqual(words)
      expect(await rate({ currency })).toEqual(words)
    }
  })

  test('takes an amount with the digits that its currency has, and no more', async () => {
    const words = { amount: 'This is not an amount. Write it without a sign, like 1250.00.' }
    for (const [currency, taken, refused] of [
      ['JPY', '1,250', '1250.5'],
      ['EUR', '1250.55', '1250.555'],
      ['KWD', '1250.555', '1250.5555'],
    ] as const) {
      expect(await payment(currency, taken)).toBe('taken')
      expect(await payment(currency, refused)).toEqual(words)
    }
  })
})
