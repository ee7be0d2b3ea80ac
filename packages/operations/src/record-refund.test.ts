import type { StaffActor, Tx } from '@countersign/db/connect'
import { invoiceStates } from '@countersign/db/views/invoices'
import { addMonths, localDateIn } from '@countersign/domain/calendar-day'
import { lastDayOf, monthOf } from '@countersign/domain/month'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { creditableLines, creditInvoice } from './credit-invoice'
import { factsOf } from './month-facts'
import { recordPayment } from './record-payment'
import { recordRefund } from './record-refund'

let db: StoryDatabase
let priya: StaffActor
/** Paid in full: 57,120.00 gross for 48,000.00 net. */
let paid: string
const today = localDateIn('Europe/Berlin', new Date())
beforeAll(async () => {
  db = await storyDatabase('record refund')
  priya = await db.staff('priya')
  paid = await db.idOf.invoice('HT-2601', 'Mobilisation')
})
afterAll(() => db.close())

const refund = (tx: Tx, changed: Partial<Parameters<typeof recordRefund>[1]> = {}) =>
  recordRefund(tx, {
    invoiceId: paid,
    amountMinor: 119_000n,
    paidBackOn: today,
    reference: 'SEPA',
    by: priya,
    ...changed,
  })
/** A credit note over 1,000.00 net, 1,190.00 gross. */
async function credit(tx: Tx) {
  const [line] = await creditableLines(tx, paid)
  const credits = [{ lineId: line!.id, amountMinor: 100_000n }]
  const result = await creditInvoice(tx, {
    invoiceId: paid,
    credits,
    reason: 'Agreed',
    issuedOn: today,
    by: priya,
  })
  if (!result.ok) throw new Error(result.why)
  return result.invoiceId
}
const stateOf = async (tx: Tx) =>
  (await tx.select().from(invoiceStates).where(eq(invoiceStates.invoiceId, paid)))[0]

describe('paying money back', () => {
  test('is refused while nothing came in too much', async () => {
    await db.tried(priya, async (tx) => {
      expect(await refund(tx)).toEqual({ ok: false, why: 'nothing-overpaid' })
    })
  })

  test('settles what a credit note left us owing, in parts, and no more', async () => {
    await db.tried(priya, async (tx) => {
      await credit(tx)
      expect(await stateOf(tx)).toMatchObject({ openMinor: -119_000n, paidMinor: 5_712_000n })
      expect(await refund(tx, { amountMinor: 119_001n })).toEqual({
        ok: false,
        why: 'above-overpaid',
        overpaidMinor: 119_000n,
      })
      for (const amountMinor of [0n, -1n])
        expect(await refund(tx, { amountMinor })).toEqual({ ok: false, why: 'not-positive' })
      expect(await refund(tx, { amountMinor: 100_000n })).toEqual({ ok: true })
      expect(await refund(tx, { amountMinor: 19_000n })).toEqual({ ok: true })
      expect(await stateOf(tx)).toMatchObject({
        openMinor: 0n,
        paidMinor: 5_593_000n,
        creditedMinor: 119_000n,
      })
      expect(await refund(tx, { amountMinor: 1n })).toEqual({ ok: false, why: 'nothing-overpaid' })
      const payment = { invoiceId: paid, amountMinor: 1n, receivedOn: today, reference: '', by: priya }
      expect(await recordPayment(tx, payment)).toMatchObject({ ok: false, why: 'above-open' })
    })
  })

  test('stands on the invoice, not on its credit note, and not before it', async () => {
    await db.tried(priya, async (tx) => {
      const creditNote = await credit(tx)
      expect(await refund(tx, { invoiceId: creditNote })).toEqual({ ok: false, why: 'credit-note-itself' })
      expect(await refund(tx, { invoiceId: priya.staffId })).toEqual({ ok: false, why: 'no-such-invoice' })
      expect(await refund(tx, { paidBackOn: '2001-01-01' })).toEqual({ ok: false, why: 'before-invoice' })
    })
  })

  test('is booked the other way round than a payment, and never in a closed month', async () => {
    await db.tried(priya, async (tx) => {
      await credit(tx)
      await refund(tx)
      const facts = await factsOf(tx, {
        afterOn: lastDayOf(addMonths(monthOf(today), -1)),
        toOn: lastDayOf(today),
      })
      expect(facts.filter(({ kind, amountMinor }) => kind === 'payment' && amountMinor < 0n)).toMatchObject([
        { amountMinor: -119_000n, bookedOn: today },
      ])
    })
    const [closed] = await db.admin<{ day: string; issued: string }[]>`
      select app.last_closed_day()::text as day, issued_on::text as issued from invoices where id = ${paid}`
    if (closed!.issued <= closed!.day)
      await db.tried(priya, async (tx) => {
        await credit(tx)
        expect(await refund(tx, { paidBackOn: closed!.day })).toEqual({ ok: false, why: 'month-closed' })
      })
  })

  test('keeps the totals what the rows sum to', async () => {
    await db.console.write(priya, (tx) => credit(tx))
    const paidOf = async () => {
      const [row] = await db.admin<{ paid: string; summed: string }[]>`
        select t.paid_minor::text as paid, s.paid_minor::text as summed from project_totals t
        join totals.summed_projects s on s.project_id = t.project_id join invoices i on i.project_id = t.project_id
        where i.id = ${paid}`
      expect(row!.paid).toBe(row!.summed)
      return BigInt(row!.paid)
    }
    const before = await paidOf()
    expect(await db.console.write(priya, (tx) => refund(tx, { amountMinor: 50_000n }))).toEqual({ ok: true })
    expect(await paidOf()).toBeLessThan(before)
  })

  test('of the same money twice at once pays it back once', async () => {
    const part = { db: db.console, as: priya, does: (tx: Tx) => refund(tx, { amountMinor: 69_000n }) }
    expect(await atOnce(db.admin, part, part)).toEqual([
      { ok: true },
      { ok: false, why: 'paid-back-meanwhile' },
    ])
    await db.console.read(priya, async (tx) => expect(await stateOf(tx)).toMatchObject({ openMinor: 0n }))
  })
})
