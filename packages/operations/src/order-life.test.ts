import type { StaffActor, Tx } from '@countersign/db/connect'
import { commitments, purchaseOrderSums } from '@countersign/db/views/orders'
import { purchaseOrderLines } from '@countersign/db/tables/vendors'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { nothingWritten } from '../../../db/tests/harness/nothing-written'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { closeOrder } from './close-order'
import { addVendor, changeVendor } from './keep-vendor'
import { placeOrder } from './place-order'
import { recordReceipt, takeBackReceipt } from './record-receipt'
import { recordVendorInvoice } from './record-vendor-invoice'
import { approveVendorInvoice, payVendorInvoice, refuseVendorInvoice } from './settle-vendor-invoice'

const nobody = '00000000-0000-4000-8000-000000000000'
const today = '2031-03-10'
const now = new Date('2031-03-10T09:00:00Z')
const pdf = { name: 'invoice.pdf', sha256: 'd'.repeat(64), size: 9, mediaType: 'application/pdf' }
let db: StoryDatabase
let jonas: StaffActor
let mara: StaffActor
let priya: StaffActor
let vera: StaffActor
let projectId: string
let kranwerk: string
let orderId: string
let lineId: string
beforeAll(async () => {
  db = await storyDatabase('order life')
  ;[jonas, mara] = [await db.staff('jonas'), await db.staff('mara')]
  ;[priya, vera] = [await db.staff('priya'), await db.staff('vera')]
  projectId = await db.idOf.project('NW-2604')
  const [vendor] = await db.admin<{ id: string }[]>`select id from vendors where name like 'Kranwerk%'`
  kranwerk = vendor!.id
  await db.admin`insert into exchange_rates (from_currency, to_currency, from_on, rate, recorded_by)
    values ('USD', 'EUR', '2031-01-01', 0.9, ${priya.staffId}), ('USD', 'EUR', '2031-03-05', 0.8, ${priya.staffId})`
  const placed = await db.console.write(jonas, (tx) => placeOrder(tx, order()))
  if (!placed.ok) throw new Error(placed.why)
  expect(placed.number).toBe('PO-2031-0001')
  orderId = placed.purchaseOrderId
  const [line] = await db.admin<{ id: string }[]>`
    select id from purchase_order_lines where purchase_order_id = ${orderId}`
  lineId = line!.id
})
afterAll(() => db.close())

const order = (more = {}) => ({
  projectId,
  vendorId: kranwerk,
  title: 'Sensors',
  taskId: null,
  currency: 'USD',
  orderedOn: '2031-03-01',
  deliverOn: null,
  lines: [{ description: 'Eleven sensors', amountMinor: 110_000n }],
  by: jonas,
  ...more,
})
const receives =
  (amountMinor: bigint, more = {}) =>
  (tx: Tx) =>
    recordReceipt(tx, {
      purchaseOrderLineId: lineId,
      amountMinor,
      receivedOn: today,
      note: '',
      today,
      by: jonas,
      ...more,
    })
const bills =
  (number: string, netMinor: bigint, by: StaffActor, more = {}) =>
  (tx: Tx) =>
    recordVendorInvoice(tx, {
      purchaseOrderId: orderId,
      number,
      invoicedOn: today,
      dueOn: '2031-04-10',
      netMinor,
      taxMinor: 0n,
      document: pdf,
      today,
      by,
      ...more,
    })

describe('a vendor', () => {
  test('is known by one name', async () => {
    const vendor = { name: 'Kranwerk Kiel GmbH', address: '', taxNumber: '' }
    expect(await nothingWritten(db, jonas, (tx) => addVendor(tx, vendor))).toEqual({
      ok: false,
      why: 'name-taken',
    })
    const [other] = await db.admin<{ id: string }[]>`select id from vendors where name like 'Mess%'`
    const change = { ...vendor, vendorId: other!.id, isActive: true }
    expect(await nothingWritten(db, jonas, (tx) => changeVendor(tx, change))).toEqual({
      ok: false,
      why: 'name-taken',
    })
    expect(await db.tried(priya, (tx) => changeVendor(tx, { ...change, vendorId: nobody }))).toEqual({
      ok: false,
      why: 'no-such-vendor',
    })
  })
})

describe('placing an order', () => {
  const refused = (more: object, by = jonas) =>
    nothingWritten(db, by, (tx) => placeOrder(tx, order({ ...more, by })))

  test('is refused for what is not there or cannot be', async () => {
    expect(await refused({ projectId: nobody })).toEqual({ ok: false, why: 'no-contract' })
    expect(await refused({ projectId }, mara)).toEqual({ ok: false, why: 'no-contract' })
    expect(await refused({ vendorId: nobody })).toEqual({ ok: false, why: 'no-such-vendor' })
    expect(await refused({ taskId: nobody })).toEqual({ ok: false, why: 'no-such-task' })
    expect(await refused({ deliverOn: '2031-02-01' })).toEqual({ ok: false, why: 'delivered-before-ordered' })
    expect(await refused({ lines: [] })).toEqual({ ok: false, why: 'nothing-ordered' })
    expect(await refused({ currency: 'JPY' })).toEqual({ ok: false, why: 'no-exchange-rate' })
  })

  test('twice at once takes two numbers', async () => {
    const part = { db: db.console, as: jonas, does: (tx: Tx) => placeOrder(tx, order()) }
    const [first, second] = await atOnce(db.admin, part, part)
    expect([first, second]).toMatchObject([{ number: 'PO-2031-0002' }, { number: 'PO-2031-0003' }])
  })
})

describe('matching what was ordered, received and invoiced', () => {
  test('receives at most what was ordered, also of two at once', async () => {
    const refused = (amountMinor: bigint, more = {}) => db.tried(jonas, receives(amountMinor, more))
    expect(await refused(110_001n)).toEqual({ ok: false, why: 'above-ordered', openMinor: 110_000n })
    expect(await refused(1n, { purchaseOrderLineId: nobody })).toEqual({ ok: false, why: 'no-such-line' })
    expect(await refused(1n, { receivedOn: '2031-02-28' })).toEqual({ ok: false, why: 'before-order' })
    expect(await refused(1n, { receivedOn: '2031-03-11' })).toEqual({ ok: false, why: 'in-the-future' })
    const part = { db: db.console, as: jonas, does: receives(60_000n) }
    const [first, second] = await atOnce(db.admin, part, part)
    expect(first).toEqual({ ok: true })
    expect(second).toEqual({ ok: false, why: 'received-meanwhile' })
  })

  test('invoices at most what was received, from the vendor as from us', async () => {
    expect(await db.tried(vera, bills('1', 60_001n, vera))).toEqual({
      ok: false,
      why: 'above-received',
      openMinor: 60_000n,
    })
    expect(await db.tried(vera, bills('1', 1n, vera, { document: null }))).toEqual({
      ok: false,
      why: 'document-wanted',
    })
    for (const [more, why] of [
      [{ invoicedOn: '2031-03-11' }, 'in-the-future'],
      [{ invoicedOn: '2031-02-28' }, 'before-order'],
      [{ dueOn: '2031-03-09' }, 'due-before-invoiced'],
      [{ purchaseOrderId: nobody }, 'no-such-order'],
    ] as const)
      expect(await nothingWritten(db, priya, bills('1', 1n, priya, more))).toEqual({ ok: false, why })
    const [first, second] = await atOnce(
      db.admin,
      { db: db.console, as: vera, does: bills('A-1', 40_000n, vera) },
      { db: db.console, as: priya, does: bills('A-2', 40_000n, priya) },
    )
    expect(first).toMatchObject({ ok: true })
    expect(second).toEqual({ ok: false, why: 'invoiced-meanwhile' })
    expect(await db.tried(vera, bills('A-1', 1n, vera))).toEqual({ ok: false, why: 'number-known' })
  })

  test('costs at the rate of the invoice’s day, and commits to the rest at the order’s', async () => {
    const [invoice] =
      await db.admin`select cost_minor, exchange_rate from vendor_invoices where number = 'A-1'`
    expect(invoice).toMatchObject({ cost_minor: '32000', exchange_rate: '0.80000000' })
    const committed = (by: StaffActor) =>
      db.tried(by, (tx) => tx.select().from(commitments).where(eq(commitments.purchaseOrderId, orderId)))
    expect(await committed(jonas)).toMatchObject([{ currency: 'EUR', committedMinor: 63_000n }])
    await db.tried(jonas, async (tx) => {
      expect(await closeOrder(tx, { purchaseOrderId: orderId, isClosed: true, now })).toEqual({ ok: true })
      const rows = await tx.select().from(commitments).where(eq(commitments.purchaseOrderId, orderId))
      expect(rows).toMatchObject([{ committedMinor: 18_000n }])
      expect(await receives(1n)(tx)).toEqual({ ok: false, why: 'order-closed' })
    })
    expect(await committed(mara)).toEqual([])
  })

  test('takes a receipt back, but not from under an invoice', async () => {
    const [receipt] = await db.admin<{ id: string }[]>`
      select id from purchase_receipts where purchase_order_line_id = ${lineId}`
    expect(await nothingWritten(db, jonas, (tx) => takeBackReceipt(tx, { receiptId: receipt!.id }))).toEqual({
      ok: false,
      why: 'receipt-invoiced',
    })
    await db.tried(jonas, async (tx) => {
      await receives(5_000n)(tx)
      const lines = await tx
        .select({ received: purchaseOrderSums.receivedMinor })
        .from(purchaseOrderSums)
        .innerJoin(
          purchaseOrderLines,
          eq(purchaseOrderLines.purchaseOrderId, purchaseOrderSums.purchaseOrderId),
        )
        .where(eq(purchaseOrderLines.id, lineId))
      expect(lines).toEqual([{ received: 65_000n }])
    })
    expect(await db.tried(jonas, (tx) => takeBackReceipt(tx, { receiptId: nobody }))).toEqual({
      ok: false,
      why: 'no-such-receipt',
    })
  })
})

describe('settling a vendor’s invoice', () => {
  const invoiceId = async (number: string) => {
    const [row] = await db.admin<{ id: string }[]>`select id from vendor_invoices where number = ${number}`
    return row!.id
  }

  test('is done by somebody else than who recorded it, once', async () => {
    await db.tried(priya, async (tx) => {
      const recorded = await bills('B-1', 1_000n, priya)(tx)
      if (!recorded.ok) return expect.unreachable()
      const approval = { vendorInvoiceId: recorded.vendorInvoiceId, isBillable: false, by: priya, now }
      expect(await approveVendorInvoice(tx, approval)).toEqual({ ok: false, why: 'own-record' })
    })
    const vendorInvoiceId = await invoiceId('A-1')
    const part = (by: StaffActor) => ({
      db: db.console,
      as: by,
      does: (tx: Tx) => approveVendorInvoice(tx, { vendorInvoiceId, isBillable: true, by, now }),
    })
    expect(await atOnce(db.admin, part(jonas), part(priya))).toEqual([
      { ok: true },
      { ok: false, why: 'not-waiting' },
    ])
    const refusal = { vendorInvoiceId, reason: 'Too late.', by: jonas, now }
    expect(await nothingWritten(db, jonas, (tx) => refuseVendorInvoice(tx, refusal))).toEqual({
      ok: false,
      why: 'not-waiting',
    })
  })

  test('pays it once, after its date', async () => {
    const vendorInvoiceId = await invoiceId('A-1')
    const pays = (paidOn: string) =>
      db.console.write(priya, (tx) => payVendorInvoice(tx, { vendorInvoiceId, paidOn, today }))
    expect(await pays('2031-03-11')).toEqual({ ok: false, why: 'in-the-future' })
    expect(await pays('2031-03-09')).toEqual({ ok: false, why: 'before-invoice' })
    expect(await pays(today)).toEqual({ ok: true })
    expect(await pays(today)).toEqual({ ok: false, why: 'not-approved' })
  })

  test('or refusing it frees what it held, and tells the vendor why', async () => {
    const sent = await db.console.write(vera, bills('A-3', 20_000n, vera))
    if (!sent.ok) return expect.unreachable()
    const settling = { vendorInvoiceId: sent.vendorInvoiceId, by: jonas, now }
    const refuses = (tx: Tx) => refuseVendorInvoice(tx, { ...settling, reason: 'Our number is missing.' })
    expect(await db.console.write(jonas, refuses)).toEqual({ ok: true })
    expect(await db.tried(vera, bills('A-3', 20_000n, vera))).toMatchObject({ ok: true })
    expect(await db.tried(jonas, refuses)).toEqual({ ok: false, why: 'no-such-invoice' })
  })
})
