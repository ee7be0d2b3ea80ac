import type { StaffActor } from '@countersign/db/connect'
import { mails } from '@countersign/db/tables/mails'
import { placeOrder } from '@countersign/operations/place-order'
import { recordReceipt } from '@countersign/operations/record-receipt'
import { recordVendorInvoice } from '@countersign/operations/record-vendor-invoice'
import { approveVendorInvoice, refuseVendorInvoice } from '@countersign/operations/settle-vendor-invoice'
import { staffCast } from '@countersign/story/cast'
import { like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterVendorInvoice } from '../src/jobs/after-vendor-invoice'
import { storyWork, type StoryWork } from './story-work'

const today = '2031-03-10'
const now = new Date('2031-03-10T09:00:00Z')
let at: StoryWork
let jonas: StaffActor
let vera: StaffActor
let orderId: string
beforeAll(async () => {
  at = await storyWork('after vendor invoice')
  const { story } = at
  ;[jonas, vera] = [await story.staff('jonas'), await story.staff('vera')]
  const projectId = await story.idOf.project('NW-2604')
  const [vendor] = await story.admin<{ id: string }[]>`select id from vendors where name like 'Kranwerk%'`
  orderId = await story.console.write(jonas, async (tx) => {
    const placed = await placeOrder(tx, {
      ...{ projectId, vendorId: vendor!.id, title: 'Sensors', taskId: null, currency: 'EUR' },
      ...{ orderedOn: '2031-03-01', deliverOn: null, by: jonas },
      lines: [{ description: 'Eleven sensors', amountMinor: 110_000n }],
    })
    if (!placed.ok) throw new Error(placed.why)
    return placed.purchaseOrderId
  })
  const [line] = await story.admin<{ id: string }[]>`
    select id from purchase_order_lines where purchase_order_id = ${orderId}`
  await story.console.write(jonas, (tx) =>
    recordReceipt(tx, {
      ...{
        purchaseOrderLineId: line!.id,
        amountMinor: 110_000n,
        receivedOn: today,
        note: '',
        today,
        by: jonas,
      },
    }),
  )
})
afterAll(() => at.close())

const pdf = { name: 'invoice.pdf', sha256: 'e'.repeat(64), size: 9, mediaType: 'application/pdf' }
async function sent(number: string, by: StaffActor = vera) {
  const result = await at.story.console.write(by, (tx) =>
    recordVendorInvoice(tx, {
      ...{ purchaseOrderId: orderId, number, invoicedOn: today, dueOn: '2031-04-10', today, by },
      ...{ netMinor: 10_000n, taxMinor: 1_900n, document: pdf },
    }),
  )
  if (!result.ok) throw new Error(result.why)
  return result.vendorInvoiceId
}
/** Runs what the facts added to the queue, twice, as a queue may. */
async function runs() {
  const jobs = await at.story.admin<{ payload: { act: 'received' | 'approved' | 'refused'; id: string } }[]>`
    select payload from graphile_worker._private_jobs where key like 'vendor invoice %'`
  for (const { payload } of [...jobs, ...jobs]) await afterVendorInvoice(at.work, payload)
}
const about = (number: string) =>
  at.db.asLogin((tx) =>
    tx
      .select()
      .from(mails)
      .where(like(mails.subject, `%${number}%`))
      .orderBy(mails.writtenAt),
  )

describe('a vendor’s invoice', () => {
  test('that the vendor sends is told to the project’s manager, once', async () => {
    const id = await sent('K-1')
    await runs()
    const written = await about('K-1')
    expect(written.map(({ toAddress }) => toAddress)).toEqual([staffCast.jonas.email])
    expect(written[0]!.text).toContain(staffCast.vera.name)
    expect(written[0]!.text).toContain(`/orders/${orderId}/invoices/${id}`)
    expect(written[0]!.text).toContain('100,00')
  })

  test('that we record ourselves is told to nobody until it is decided', async () => {
    const id = await sent('K-2', jonas)
    await runs()
    expect(await about('K-2')).toEqual([])
    const priya = await at.story.staff('priya')
    await at.story.console.write(priya, (tx) =>
      approveVendorInvoice(tx, { vendorInvoiceId: id, isBillable: false, by: priya, now }),
    )
    await runs()
    const written = await about('K-2')
    expect(written.map(({ toAddress }) => toAddress)).toEqual([staffCast.vera.email])
    expect(written[0]!.text).toContain(`/orders/${orderId}`)
    expect(written[0]!.text).not.toContain('NW-2604')
  })

  test('that is refused is told to the vendor’s people with the reason', async () => {
    const id = await sent('K-3')
    await at.story.console.write(jonas, (tx) =>
      refuseVendorInvoice(tx, { vendorInvoiceId: id, reason: 'Die Bestellnummer fehlt.', by: jonas, now }),
    )
    await runs()
    const written = await about('K-3')
    expect(written.map(({ toAddress }) => toAddress)).toEqual([staffCast.vera.email])
    expect(written[0]!.text).toContain('Die Bestellnummer fehlt.')
  })
})
