import type postgres from 'postgres'
import type { Fields } from '../ask'
import { nobodys, type Example, type Who } from './console-examples'

const finance: Who[] = ['priya']

/** Drafts, credit notes, write-offs, dunning, ageing, statements: finance alone. Invoices are read by managers too. */
export async function invoiceExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<{ draft: string; unpaid: string; customer: string; line: string }[]>`
    select (select id from public.invoice_drafts limit 1) as draft, i.id as unpaid, i.customer_id as customer,
      (select l.id from public.invoice_lines l where l.invoice_id = i.id limit 1) as line
    from public.invoices i join public.projects p on p.id = i.project_id
    where p.code = 'HT-2601' and not exists (select from public.invoice_payments y where y.invoice_id = i.id) limit 1`
  const { draft, unpaid, customer, line } = ids!
  const page = (at: (id: string) => string, id: string, form?: Fields): Example => ({
    at: at(id),
    absent: at(nobodys),
    opens: finance,
    ...(form ? { takes: { from: finance, form } } : {}),
  })
  const ofDraft = (path: string, form: Fields) => page((id) => `/billing/drafts/${id}${path}`, draft, form)
  const ofInvoice = (path: string, form: Fields) => page((id) => `/invoices/${id}${path}`, unpaid, form)
  // The story's documents are made by the worker, which does not run here.
  const twin = (syntax: string): Example => ({
    at: `/invoices/${unpaid}/${syntax}`,
    absent: `/invoices/${nobodys}/${syntax}`,
    opens: ['mara', 'priya', 'petra'],
  })
  const address = { street: 'Quay 1', postalCode: '1', town: 'Bristol', country: 'GB' }
  const noAddress = { taxNumber: '', buyerReference: '', invoiceEmail: '' }
  return {
    '/billing/drafts/:draftId': ofDraft('', {
      descriptions: ['What was delivered'],
      taxCategory: 'S',
      exemptionReason: '',
      customerOrderId: '',
      periodFromOn: '',
      periodToOn: '',
      prepaid: '',
    }),
    '/billing/drafts/:draftId/review': ofDraft('/review', { act: 'ask', note: '' }),
    '/billing/drafts/:draftId/issue': ofDraft('/issue', {}),
    '/billing/drafts/:draftId/removal': ofDraft('/removal', {}),
    '/invoices/:invoiceId/ubl': twin('ubl'),
    '/invoices/:invoiceId/cii': twin('cii'),
    '/invoices/:invoiceId/credit': ofInvoice('/credit', {
      reason: 'Wrong',
      'lines.0.id': line,
      'lines.0.amount': '1',
    }),
    '/invoices/:invoiceId/write-off': ofInvoice('/write-off', {
      amount: '1',
      writtenOffOn: '2026-01-31',
      reason: 'Lost',
    }),
    '/invoices/:invoiceId/refund': ofInvoice('/refund', {
      amount: '1',
      paidBackOn: '2026-01-31',
      reference: '',
    }),
    '/invoices/:invoiceId/dunning': ofInvoice('/dunning', { act: 'pause', note: 'Disputed' }),
    '/ageing': { at: '/ageing', opens: finance },
    '/provider': {
      at: '/provider',
      opens: ['priya', 'ines'],
      takes: { from: ['priya', 'ines'], form: provider },
    },
    '/customers/:customerId/address': page((id) => `/customers/${id}/address`, customer, {
      ...address,
      ...noAddress,
    }),
    '/customers/:customerId/statement': page((id) => `/customers/${id}/statement`, customer),
    '/customers/:customerId/statement.pdf': page((id) => `/customers/${id}/statement.pdf`, customer),
  }
}

const provider: Fields = {
  ...{ name: 'Halden Systems GmbH', street: 'Speicherstraße 4', postalCode: '20457', town: 'Hamburg' },
  ...{ country: 'DE', vatId: 'DE123456788', taxNumber: '', registration: 'HRB 104711' },
  ...{ iban: 'DE02 1203 0000 0000 2020 51', bic: 'BYLADEM1001', contactName: 'Accounts' },
  ...{ contactEmail: 'accounts@halden.example', contactPhone: '', currency: 'EUR', reviewFrom: '' },
  dunningDays: ['7', '14', '28'],
  dunningFees: ['0', '5', '10'],
}
