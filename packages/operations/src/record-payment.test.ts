import type { StaffActor } from '@countersign/db/connect'
import { billingMilestoneStates } from '@countersign/db/views/states'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { recordPayment } from './record-payment'

let db: StoryDatabase
let priya: StaffActor
let open: string
beforeAll(async () => {
  db = await storyDatabase('record payment')
  priya = await db.staff('priya')
  open = await db.idOf.invoice('HT-2601', 'Survey accepted')
})
afterAll(() => db.close())

const gross = 8_568_000n
const payment = (changed: Partial<Parameters<typeof recordPayment>[1]> = {}) => ({
  invoiceId: open,
  amountMinor: gross,
  receivedOn: '2099-01-01' as const,
  reference: 'transfer',
  by: priya,
  ...changed,
})
const records = (changed?: Parameters<typeof payment>[0]) =>
  db.tried(priya, (tx) => recordPayment(tx, payment(changed)))

describe('recording a payment', () => {
  test('in parts makes the milestone paid with the last of them', async () => {
    await db.tried(priya, async (tx) => {
      const states = async () =>
        (
          await tx.select().from(billingMilestoneStates).where(eq(billingMilestoneStates.invoiceId, open))
        ).map(({ state }) => state)
      expect(await recordPayment(tx, payment({ amountMinor: gross - 1n }))).toEqual({ ok: true })
      expect(await states()).toEqual(['invoiced'])
      expect(await recordPayment(tx, payment({ amountMinor: 1n }))).toEqual({ ok: true })
      expect(await states()).toEqual(['paid'])
    })
  })

  test('is refused above what is open, and for nothing', async () => {
    expect(await records({ amountMinor: gross + 1n })).toEqual({
      ok: false,
      why: 'above-open',
      openMinor: gross,
    })
    const paid = await db.idOf.invoice('HT-2601', 'Mobilisation')
    expect(await records({ invoiceId: paid, amountMinor: 1n })).toEqual({
      ok: false,
      why: 'above-open',
      openMinor: 0n,
    })
    for (const amountMinor of [0n, -5n])
      expect(await records({ amountMinor })).toEqual({ ok: false, why: 'not-positive' })
  })

  test('is refused before the invoice, and for one that is not there', async () => {
    expect(await records({ receivedOn: '2001-01-01' })).toEqual({ ok: false, why: 'before-invoice' })
    expect(await records({ invoiceId: '00000000-0000-4000-8000-000000000000' })).toEqual({
      ok: false,
      why: 'no-such-invoice',
    })
  })

  test('twice at once of the whole sum records it once', async () => {
    const part = {
      db: db.console,
      as: priya,
      does: (tx: Parameters<typeof recordPayment>[0]) => recordPayment(tx, payment()),
    }
    expect(await atOnce(db.admin, part, part)).toEqual([{ ok: true }, { ok: false, why: 'paid-meanwhile' }])
    const rows = await db.admin`select amount_minor::text from invoice_payments where invoice_id = ${open}`
    expect(rows).toEqual([{ amount_minor: String(gross) }])
  })
})
