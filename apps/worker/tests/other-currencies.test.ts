import { invoiceDocuments } from '@countersign/db/tables/billing'
import { mails } from '@countersign/db/tables/mails'
import type { StaffActor, Tx } from '@countersign/db/connect'
import { readPdf } from '@countersign/documents/pdf-text.fixture'
import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { minorDigits, taxOn } from '@countersign/domain/money'
import { draftInvoice } from '@countersign/operations/draft-invoice'
import { billableItems } from '@countersign/operations/billable-items'
import { issueDraft } from '@countersign/operations/issue-draft'
import { recordPayment } from '@countersign/operations/record-payment'
import { eq, like } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { afterInvoice } from '../src/jobs/after-invoice'
import { dunCustomers } from '../src/jobs/dun-customers'
import { storyWork, type StoryWork } from './story-work'

let at: StoryWork
let priya: StaffActor
const today = localDateIn('Europe/Berlin', new Date())
beforeEach(async () => {
  at = await storyWork('other currencies')
  priya = await at.story.staff('priya')
})
afterEach(() => at.close())

/** A milestone over 12,345,678 minor units of a project whose contract is in that currency, taken into a draft. */
async function drafted(currency: string) {
  const { admin, idOf, console: db } = at.story
  const projectId = await idOf.project('SL-2602')
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`
    await sql`update contracts set currency = ${currency} where project_id = ${projectId}`
    await sql`update billing_milestones set amount_minor = 12345678 where name = 'Auftrag'`
  })
  return db.write(priya, async (tx) => {
    const items = await billableItems(tx, { projectIds: [projectId], today })
    const keys = items.filter(({ description }) => description === 'Auftrag').map(({ key }) => key)
    const result = await draftInvoice(tx, { projectId, keys, today, by: priya })
    if (!result.ok) throw new Error(result.why)
    return result.draftId
  })
}
const issue = (draftId: string) =>
  at.story.console.write(priya, (tx: Tx) => issueDraft(tx, { draftId, issuedOn: today, by: priya }))
async function issued(currency: string) {
  const result = await issue(await drafted(currency))
  if (!result.ok) throw new Error(result.why)
  await afterInvoice(at.work, { invoiceId: result.invoiceId })
  const [made] = await at.db.asLogin((tx) =>
    tx.select().from(invoiceDocuments).where(eq(invoiceDocuments.invoiceId, result.invoiceId)),
  )
  const { text } = await readPdf(await at.work.storage.bytes(made!.fileSha256))
  return { invoiceId: result.invoiceId, made: made!, text: text.replace(/\s+/g, ' ') }
}
const netMinor = 12_345_678n
const grossMinor = netMinor + taxOn(netMinor, 1900)
/** As German paper writes it: 12.345.678 yen, 12.345,678 dinars. */
const onPaper = (minor: bigint, currency: string) =>
  new Intl.NumberFormat('de-DE', { minimumFractionDigits: minorDigits(currency) }).format(
    Number(minor) / 10 ** minorDigits(currency),
  )

describe('an invoice in a currency', () => {
  test.each(['JPY', 'KWD', 'BHD'])('of %s says its amounts with that currency’s digits', async (currency) => {
    const { text, invoiceId } = await issued(currency)
    for (const minor of [netMinor, grossMinor - netMinor, grossMinor])
      expect(text).toContain(onPaper(minor, currency))
    const pay = (amountMinor: bigint) =>
      at.story.console.write(priya, (tx) =>
        recordPayment(tx, { invoiceId, amountMinor, receivedOn: today, reference: '', by: priya }),
      )
    expect(await pay(1n)).toEqual({ ok: true })
    expect(await pay(grossMinor)).toEqual({ ok: false, why: 'above-open', openMinor: grossMinor - 1n })
    expect(await pay(grossMinor - 1n)).toEqual({ ok: true })
  })

  test('without decimals has its twins in both syntaxes, whole', async () => {
    const { made } = await issued('JPY')
    const read = async (sha256: string) => Buffer.from(await at.work.storage.bytes(sha256)).toString('utf8')
    expect(await read(made.ublSha256!)).toContain(`currencyID="JPY">${grossMinor}</cbc:PayableAmount>`)
    expect(await read(made.ciiSha256!)).toContain(
      `<ram:DuePayableAmount>${grossMinor}</ram:DuePayableAmount>`,
    )
  })

  test('with three decimals goes out as a PDF alone: EN 16931 takes two', async () => {
    expect((await issued('KWD')).made).toMatchObject({ ublSha256: null, ciiSha256: null })
  })
})

describe('our own limits and fees', () => {
  test('a second person’s limit is converted, and without a rate every draft wants one', async () => {
    const { admin } = at.story
    await admin`update provider set currency = 'EUR', review_from_minor = 5000000`
    const draftId = await drafted('JPY')
    expect(await issue(draftId)).toEqual({ ok: false, why: 'not-approved' })
    // 50,000.00 € are 8,000,000 yen: less than the invoice's.
    const rate = (perEuro: number) => admin`
      insert into exchange_rates (from_currency, to_currency, from_on, rate, recorded_by)
      values ('EUR', 'JPY', ${today}, ${perEuro}, ${priya.staffId})
      on conflict (from_currency, to_currency, from_on) do update set rate = excluded.rate`
    await rate(160)
    expect(await issue(draftId)).toEqual({ ok: false, why: 'not-approved' })
    await rate(400)
    expect(await issue(draftId)).toMatchObject({ ok: true })
  })

  test('a reminder of an invoice in another currency asks for no fee of ours', async () => {
    const { admin } = at.story
    await admin`update provider set currency = 'EUR', dunning_days = '{1,2,3}', dunning_fees_minor = '{500,500,500}'`
    const { invoiceId } = await issued('JPY')
    const [invoice] = await admin<{ dueOn: string }[]>`
      select due_on::text as "dueOn" from invoices where id = ${invoiceId}`
    await dunCustomers(at.work, new Date(`${addDays(invoice!.dueOn, 3)}T08:00:00Z`))
    const [sent] = await admin`select fee_minor::text as fee from invoice_sendings
      where invoice_id = ${invoiceId} and level = 1`
    expect(sent).toEqual({ fee: '0' })
    const [letter] = await at.db.asLogin((tx) =>
      tx
        .select()
        .from(mails)
        .where(like(mails.key, `invoice ${invoiceId} level 1%`)),
    )
    expect(letter!.text).toContain(onPaper(grossMinor, 'JPY'))
  })
})
