import { localDateIn } from '@countersign/domain/calendar-day'
import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const finance = ({ product, sql }: Scene) => staffVisits(product, sql, 'priya')
const found = async (query: Promise<{ id: string }[]>) => (await query)[0]!.id

/** The one that was issued last: by a form below, so nothing was paid, paused or credited of it. */
const unpaid = ({ sql }: Scene) =>
  found(sql<{ id: string }[]>`
    select id from public.invoices where kind = 'invoice' order by issued_at desc limit 1`)
const lineOf = ({ sql }: Scene, invoiceId: string) =>
  found(sql<{ id: string }[]>`select id from public.invoice_lines where invoice_id = ${invoiceId} limit 1`)
const draft = ({ sql }: Scene) =>
  found(sql<{ id: string }[]>`select id from public.invoice_drafts order by written_at limit 1`)
const party = { street: 'line?', postalCode: 'line?', country: 'choice' } as const

/** What finance does between the queue and the money, in an order in which each still finds what it needs. */
export const invoiceForms: Form[] = [
  {
    name: 'what a draft takes from the queue',
    fields: { projectId: 'id', key: 'choice' },
    ready: async (scene) => {
      const { sql } = scene
      const [milestone] = await sql<{ id: string; project: string }[]>`
        select m.id, m.project_id as project from public.billing_milestones m where m.name = 'Fachkonzept abgenommen'`
      return {
        by: await finance(scene),
        at: '/billing',
        good: { projectId: milestone!.project, key: `milestone:${milestone!.id}` },
      }
    },
  },
  {
    name: 'the words of an invoice draft',
    fields: {
      taxCategory: 'choice',
      exemptionReason: 'line?',
      customerOrderId: 'id?',
      periodFromOn: 'date?',
      periodToOn: 'date?',
      prepaid: 'money?',
    },
    ready: async (scene) => {
      const id = await draft(scene)
      const [order] = await scene.sql<{ id: string }[]>`
        select o.id from public.customer_orders o join public.invoice_drafts d on d.project_id = o.project_id
        where d.id = ${id} and o.number <> 'PO-4711' limit 1`
      return {
        by: await finance(scene),
        at: `/billing/drafts/${id}`,
        good: {
          descriptions: 'What was delivered',
          taxCategory: 'S',
          exemptionReason: '',
          customerOrderId: order!.id,
          periodFromOn: '',
          periodToOn: '',
          prepaid: '',
        },
      }
    },
  },
  {
    name: 'a review of a draft',
    fields: { act: 'choice', note: 'prose?' },
    ready: async (scene) => ({
      by: await finance(scene),
      at: `/billing/drafts/${await draft(scene)}/review`,
      good: { act: 'ask', note: '' },
    }),
  },
  {
    name: 'a draft to discard',
    fields: {},
    ready: async (scene) => ({
      by: await finance(scene),
      at: `/billing/drafts/${await draft(scene)}/removal`,
      good: {},
    }),
  },
  {
    name: 'a draft to issue',
    fields: {},
    ready: async (scene) => ({
      by: await finance(scene),
      at: `/billing/drafts/${await draft(scene)}/issue`,
      good: {},
    }),
  },
  {
    name: 'a pause of dunning',
    fields: { act: 'choice', note: 'line' },
    ready: async (scene) => ({
      by: await finance(scene),
      at: `/invoices/${await unpaid(scene)}/dunning`,
      good: { act: 'pause', note: 'Disputed' },
    }),
  },
  {
    name: 'a credit note',
    fields: { reason: 'line', 'lines.0.id': 'id', 'lines.0.amount': 'money?' },
    ready: async (scene) => {
      const invoiceId = await unpaid(scene)
      return {
        by: await finance(scene),
        at: `/invoices/${invoiceId}/credit`,
        good: { reason: 'Wrong', 'lines.0.id': await lineOf(scene, invoiceId), 'lines.0.amount': '1.00' },
      }
    },
  },
  {
    name: 'a refund',
    fields: { amount: 'money', paidBackOn: 'date', reference: 'line?' },
    ready: async (scene) => {
      const by = await finance(scene)
      const [paid] = await scene.sql<{ id: string; line: string }[]>`
        select i.id, l.id as line from public.invoices i join public.invoice_lines l on l.invoice_id = i.id
        join public.projects p on p.id = i.project_id
        where p.code = 'HT-2601' and l.description = 'Mobilisation'`
      await by.post(`/invoices/${paid!.id}/credit`, {
        reason: 'Agreed',
        'lines.0.id': paid!.line,
        'lines.0.amount': '1.00',
      })
      return {
        by,
        at: `/invoices/${paid!.id}/refund`,
        good: { amount: '1.00', paidBackOn: localDateIn('Europe/Berlin', new Date()), reference: 'SEPA' },
      }
    },
  },
  {
    name: 'a write-off',
    fields: { amount: 'money', writtenOffOn: 'date', reason: 'line' },
    ready: async (scene) => ({
      by: await finance(scene),
      at: `/invoices/${await unpaid(scene)}/write-off`,
      good: {
        amount: '1.00',
        writtenOffOn: localDateIn('Europe/Berlin', new Date()),
        reason: 'Lost',
      },
    }),
  },
  {
    name: 'the address for invoices',
    fields: {
      ...party,
      town: 'line',
      taxNumber: 'line?',
      buyerReference: 'line?',
      invoiceEmail: 'email?',
    },
    ready: async (scene) => ({
      by: await finance(scene),
      at: `/customers/${await found(scene.sql<{ id: string }[]>`select id from public.customers limit 1`)}/address`,
      good: {
        ...{ street: 'Quay 1', postalCode: '1', town: 'Bristol', country: 'GB' },
        ...{ taxNumber: '', buyerReference: '', invoiceEmail: '' },
      },
    }),
  },
  {
    name: 'our own details',
    fields: {
      ...party,
      name: 'line',
      town: 'line?',
      vatId: 'line?',
      taxNumber: 'line?',
      registration: 'line?',
      iban: 'line?',
      contactName: 'line?',
      contactEmail: 'email?',
      contactPhone: 'line?',
      currency: 'choice',
      lineManagerReleases: 'box',
      reviewFrom: 'money?',
    },
    ready: async (scene) => ({
      by: await finance(scene),
      at: '/provider',
      good: {
        ...{ name: 'Halden Systems GmbH', street: 'Speicherstraße 4', postalCode: '20457', town: 'Hamburg' },
        ...{ country: 'DE', vatId: 'DE123456788', taxNumber: '', registration: '', iban: '', bic: '' },
        ...{ contactName: '', contactEmail: '', contactPhone: '', currency: 'EUR', reviewFrom: '' },
        dunningDays: ['7', '14', '28'],
        dunningFees: ['0.00', '5.00', '10.00'],
      },
    }),
  },
]
