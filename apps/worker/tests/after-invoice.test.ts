import { invoiceDocuments, invoiceSendings } from '@countersign/db/tables/billing'
import { mails } from '@countersign/db/tables/mails'
import { eq, like } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { afterInvoice } from '../src/jobs/after-invoice'
import { storyWork, type StoryWork } from './story-work'

let at: StoryWork
beforeAll(async () => {
  at = await storyWork('after invoice')
})
afterAll(() => at.close())

async function invoiceOf(kind: 'invoice' | 'credit-note') {
  const [row] = await at.story.admin<
    { id: string; number: string; gross: string; preceding: string | null }[]
  >`
    select i.id, i.number, i.gross_minor::text as gross, b.number as preceding from invoices i
    join projects p on p.id = i.project_id left join invoices b on b.id = i.refers_to
    where p.code = 'NW-2604' and i.kind = ${kind} and i.prepaid_minor = 0 order by i.number desc limit 1`
  return row!
}
const documentsOf = (invoiceId: string) =>
  at.db.asLogin((tx) => tx.select().from(invoiceDocuments).where(eq(invoiceDocuments.invoiceId, invoiceId)))
const mailsAbout = (invoiceId: string) =>
  at.db.asLogin((tx) =>
    tx
      .select()
      .from(mails)
      .where(like(mails.key, `invoice ${invoiceId} level 0%`)),
  )
async function textOf(sha256: string) {
  const bytes = await at.work.storage.bytes(sha256)
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  return Buffer.from(bytes).toString('utf8')
}
const decimal = (minor: string) => {
  const digits = minor.replace('-', '').padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

describe('an issued invoice', () => {
  test('gets one PDF with its twins in both syntaxes over the same sum, and one mail to the address for invoices', async () => {
    const { id, number, gross } = await invoiceOf('invoice')
    await Promise.all([afterInvoice(at.work, { invoiceId: id }), afterInvoice(at.work, { invoiceId: id })])
    await afterInvoice(at.work, { invoiceId: id })
    const [made, ...more] = await documentsOf(id)
    expect(more).toEqual([])
    const pdf = Buffer.from(await at.work.storage.bytes(made!.fileSha256)).toString('latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    expect(pdf).toContain('<fx:DocumentFileName>factur-x.xml<')
    const ubl = await textOf(made!.ublSha256!)
    expect(ubl).toContain(`<cbc:ID>${number}</cbc:ID>`)
    expect(ubl).toContain(`<cbc:PayableAmount currencyID="EUR">${decimal(gross)}</cbc:PayableAmount>`)
    const cii = await textOf(made!.ciiSha256!)
    expect(cii).toContain(`<ram:ID>${number}</ram:ID>`)
    expect(cii).toContain(`<ram:DuePayableAmount>${decimal(gross)}</ram:DuePayableAmount>`)

    const written = await mailsAbout(id)
    expect(written.map(({ toAddress }) => toAddress)).toEqual(['rechnungen@nordwerft.example'])
    expect(written[0]!.attachments).toEqual([
      { name: `${number}.pdf`, sha256: made!.fileSha256, mediaType: 'application/pdf' },
      { name: `${number}.ubl.xml`, sha256: made!.ublSha256, mediaType: 'application/xml' },
    ])
    const sent = await at.db.asLogin((tx) =>
      tx.select().from(invoiceSendings).where(eq(invoiceSendings.invoiceId, id)),
    )
    expect(sent).toMatchObject([{ level: 0, sentTo: 'rechnungen@nordwerft.example' }])
  })

  test('that takes another back is a credit note and names it, in both syntaxes', async () => {
    const { id, number, gross, preceding } = await invoiceOf('credit-note')
    await afterInvoice(at.work, { invoiceId: id })
    const [made] = await documentsOf(id)
    const ubl = await textOf(made!.ublSha256!)
    expect(ubl).toContain('<CreditNote ')
    expect(ubl).toContain('<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>')
    expect(ubl).toContain(`<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${preceding}</cbc:ID>`)
    expect(ubl).toContain(`<cbc:PayableAmount currencyID="EUR">${decimal(gross)}</cbc:PayableAmount>`)
    const cii = await textOf(made!.ciiSha256!)
    expect(cii).toContain('<ram:TypeCode>381</ram:TypeCode>')
    expect(cii).toContain(`<ram:IssuerAssignedID>${preceding}</ram:IssuerAssignedID>`)
    const [mail] = await mailsAbout(id)
    expect(mail!.subject).toContain(number)
  })

  test('without what the standard wants to know goes out as a PDF alone', async () => {
    const id = await at.story.idOf.invoice('HT-2601', 'Survey accepted')
    await at.story.admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update invoices set parties = jsonb_set(parties, '{seller}',
        parties -> 'seller' || '{"vatId": "", "taxNumber": ""}') where id = ${id}`
    })
    await afterInvoice(at.work, { invoiceId: id })
    expect(await documentsOf(id)).toMatchObject([{ ublSha256: null, ciiSha256: null }])
    for (const { attachments } of await mailsAbout(id)) expect(attachments).toHaveLength(1)
  })
})
