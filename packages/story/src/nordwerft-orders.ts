import type { StaffActor } from '@countersign/db/connect'
import { tasks } from '@countersign/db/tables/plan'
import { vendors } from '@countersign/db/tables/vendor-names'
import { purchaseOrderLines } from '@countersign/db/tables/vendors'
import { addVendor } from '@countersign/operations/keep-vendor'
import { placeOrder } from '@countersign/operations/place-order'
import { recordReceipt } from '@countersign/operations/record-receipt'
import { recordVendorInvoice } from '@countersign/operations/record-vendor-invoice'
import {
  approveVendorInvoice,
  payVendorInvoice,
  refuseVendorInvoice,
} from '@countersign/operations/settle-vendor-invoice'
import { and, asc, eq } from 'drizzle-orm'
import { vendorCast } from './cast'
import type { Nordwerft } from './nordwerft'
import { paper } from './paper'
import { dayFrom, morningOf, must, type Told } from './teller'

/** Two orders: one mostly received, its invoices paid, refused and waiting; one just placed. */
export async function orderForNordwerft(told: Told, nordwerft: Nordwerft) {
  const { logins, now } = told
  const { jonas, priya, vera } = nordwerft.people
  const today = dayFrom(now, 0)
  const connections = await order(told, nordwerft, {
    vendor: vendorCast.kranwerk.name,
    title: 'Netzanschlüsse für elf Krane',
    daysAgo: 60,
    deliverInDays: 20,
    lines: [
      ['Netzanschluss je Kran, elf Stück', 990_000n],
      ['Inbetriebnahme und Messprotokoll', 240_000n],
    ],
  })
  await logins.console.write(jonas, async (tx) => {
    const [line] = await tx
      .select({ id: purchaseOrderLines.id })
      .from(purchaseOrderLines)
      .where(eq(purchaseOrderLines.purchaseOrderId, connections))
      .orderBy(asc(purchaseOrderLines.position))
    const receipt = { purchaseOrderLineId: line!.id, today, by: jonas }
    for (const [amountMinor, daysAgo, note] of [
      [450_000n, 45, 'Fünf Krane'],
      [180_000n, 20, 'Zwei Krane'],
      [90_000n, 4, 'Ein Kran'],
    ] as const)
      must(await recordReceipt(tx, { ...receipt, amountMinor, receivedOn: dayFrom(now, -daysAgo), note }))
  })
  const send = async (number: string, daysAgo: number, netMinor: bigint) => {
    const document = await invoiceOf(told, number, daysAgo)
    const amounts = { number, netMinor, taxMinor: (netMinor * 19n) / 100n, document }
    const days = { invoicedOn: dayFrom(now, -daysAgo), dueOn: dayFrom(now, 30 - daysAgo), today }
    const sent = await logins.console.write(vera, (tx) =>
      recordVendorInvoice(tx, { purchaseOrderId: connections, ...amounts, ...days, by: vera }),
    )
    return must(sent).vendorInvoiceId
  }
  const first = await send('KW-1187', 42, 450_000n)
  const twice = await send('KW-1202', 19, 180_000n)
  await logins.console.write(jonas, async (tx) => {
    const by = { by: jonas, now: morningOf(now, -18) }
    must(await approveVendorInvoice(tx, { vendorInvoiceId: first, isBillable: true, ...by }))
    const reason = 'Die Rechnung nennt unsere Bestellnummer nicht.'
    must(await refuseVendorInvoice(tx, { vendorInvoiceId: twice, reason, ...by }))
  })
  await logins.console.write(priya, async (tx) =>
    must(await payVendorInvoice(tx, { vendorInvoiceId: first, paidOn: dayFrom(now, -12), today })),
  )
  await send('KW-1203', 15, 180_000n)
  await logins.console.write(jonas, async (tx) => must(await addVendor(tx, vendorCast.messtechnik)))
  await order(told, nordwerft, {
    vendor: vendorCast.messtechnik.name,
    title: 'Messgeräte zur Miete, sechs Wochen',
    daysAgo: 8,
    deliverInDays: 14,
    lines: [['Netzwerkanalysator mit Zubehör', 320_000n]],
  })
}

type Ordered = {
  vendor: string
  title: string
  daysAgo: number
  deliverInDays: number
  lines: [string, bigint][]
}

async function order({ logins, now }: Told, { projectId, people }: Nordwerft, ordered: Ordered) {
  const by: StaffActor = people.jonas
  const { vendor, title, daysAgo, deliverInDays, lines } = ordered
  const placed = await logins.console.write(by, async (tx) => {
    const [from] = await tx.select({ id: vendors.id }).from(vendors).where(eq(vendors.name, vendor))
    const [task] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.name, 'Anbindung der Krane')))
    return placeOrder(tx, {
      projectId,
      vendorId: from!.id,
      title,
      taskId: task!.id,
      currency: 'EUR',
      orderedOn: dayFrom(now, -daysAgo),
      deliverOn: dayFrom(now, deliverInDays),
      lines: lines.map(([description, amountMinor]) => ({ description, amountMinor })),
      by,
    })
  })
  return must(placed).purchaseOrderId
}

async function invoiceOf({ storage, now }: Told, number: string, daysAgo: number) {
  const content = await paper(`Rechnung ${number}`, ['Netzanschlüsse'], morningOf(now, -daysAgo))
  const name = `${number}.pdf`
  const declared = { name, declaredType: 'application/pdf', maxBytes: content.length }
  return { name, ...must(await storage.put([content], declared)) }
}
