import { sellerFrom } from '@countersign/documents/provider'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { addressCustomer } from '@countersign/operations/address-customer'
import { billableItems, type BillableItem } from '@countersign/operations/billable-items'
import { creditableLines, creditInvoice } from '@countersign/operations/credit-invoice'
import { draftInvoice } from '@countersign/operations/draft-invoice'
import { pauseDunning } from '@countersign/operations/dunning-pause'
import { fillProvider } from '@countersign/operations/fill-provider'
import { issueDraft } from '@countersign/operations/issue-draft'
import { recordPayment } from '@countersign/operations/record-payment'
import { invoiceStates } from '@countersign/db/views/invoices'
import type { StaffActor } from '@countersign/db/connect'
import { eq } from 'drizzle-orm'
import type { Nordwerft } from './nordwerft'
import { dayFrom, must, type Told } from './teller'

type Customers = { harbour: string; lindau: string; nordwerft: string }

/** Who we are on paper, and where invoices go to. */
export async function tellWhoPays({ logins }: Told, customerIds: Customers, priya: StaffActor) {
  await logins.worker.asLogin((tx) => fillProvider(tx, sellerFrom({ COUNTERSIGN_DEMO: '1' })))
  const none = { taxNumber: '', buyerReference: '', invoiceEmail: '' }
  const addresses = [
    {
      ...none,
      customerId: customerIds.harbour,
      street: '12 Quay Street',
      postalCode: 'BS1 4DJ',
      town: 'Bristol',
      country: 'GB',
      taxNumber: 'GB123456782',
    },
    {
      ...none,
      customerId: customerIds.lindau,
      street: 'Auenstraße 12',
      postalCode: '88131',
      town: 'Lindau',
      country: 'DE',
      taxNumber: 'DE811223344',
      buyerReference: '09776116-0001-77',
    },
    {
      customerId: customerIds.nordwerft,
      street: 'Werftstraße 12',
      postalCode: '24143',
      town: 'Kiel',
      country: 'DE',
      taxNumber: 'DE134567892',
      buyerReference: '',
      invoiceEmail: 'rechnungen@nordwerft.example',
    },
  ]
  await logins.console.write(priya, async (tx) => {
    for (const address of addresses) must(await addressCustomer(tx, address))
  })
}

/**
 * A deposit and its set-off, a milestone that is overdue, hours and a retainer, one invoice paid in part, one put right
 * by a credit note. What was worked since is still in the billing queue.
 */
export async function billNordwerft(told: Told, { projectId, people }: Nordwerft) {
  const { logins, now } = told
  const { priya } = people
  const bill = async (daysAgo: number, wanted: (item: BillableItem) => boolean) => {
    const issuedOn = dayFrom(now, -daysAgo)
    return logins.console.write(priya, async (tx) => {
      const items = await billableItems(tx, { projectIds: [projectId], today: issuedOn })
      const keys = items.filter(wanted).map(({ key }) => key)
      const { draftId } = must(await draftInvoice(tx, { projectId, keys, today: issuedOn, by: priya }))
      return must(await issueDraft(tx, { draftId, issuedOn, by: priya })).invoiceId
    })
  }
  const pay = (invoiceId: string, daysAgo: number, share = 1n) =>
    logins.console.write(priya, async (tx) => {
      const [state] = await tx.select().from(invoiceStates).where(eq(invoiceStates.invoiceId, invoiceId))
      const amountMinor = state!.openMinor / share
      const receivedOn = dayFrom(now, -daysAgo)
      must(await recordPayment(tx, { invoiceId, amountMinor, receivedOn, reference: 'SEPA', by: priya }))
    })
  const named = (name: string) => (item: BillableItem) =>
    item.source === 'milestone' && item.description === name
  const workedBefore = (day: LocalDate) => (item: BillableItem) =>
    item.source === 'time' && item.capLeftMinor === null && item.monthOn < day

  await pay(await bill(90, named('Anzahlung')), 70)
  await pay(await bill(86, named('Projektbeginn')), 50)
  const begun = monthOf(dayFrom(now, -50))
  await pay(await bill(47, workedBefore(begun)), 20, 2n)
  const overdue = await bill(
    60,
    (item) => named('Konzept abgenommen')(item) || item.source === 'deposit-set-off',
  )
  const retainer = await bill(25, (item) => item.source === 'retainer' && item.toOn < dayFrom(now, -25))
  await logins.console.write(priya, async (tx) => {
    const [line] = await creditableLines(tx, retainer)
    must(
      await creditInvoice(tx, {
        invoiceId: retainer,
        credits: [{ lineId: line!.id, amountMinor: line!.amountMinor / 4n }],
        reason: 'Eine Woche Ausfall der Betriebsbegleitung',
        issuedOn: dayFrom(now, -14),
        by: priya,
      }),
    )
    must(
      await pauseDunning(tx, {
        invoiceId: overdue,
        note: 'Zahlung für Monatsende zugesagt (Frau Hansen, telefonisch).',
        by: priya,
      }),
    )
    // One is being written: an expense that waits to be looked through.
    const today = dayFrom(now, 0)
    const items = await billableItems(tx, { projectIds: [projectId], today })
    const keys = items.filter(({ source }) => source === 'vendor').map(({ key }) => key)
    must(await draftInvoice(tx, { projectId, keys: keys.slice(0, 1), today, by: priya }))
  })
}

function monthOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 8)}01`
}
