import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { SentFile } from '../ask'
import type { Example, Who } from './console-examples'

const spenders: Who[] = ['mara', 'jonas', 'tomas', 'aiko']
const buyers: Who[] = ['mara', 'jonas', 'priya']
const nobodys = randomUUID()

/** Expenses and orders are of Jonas's project; one order is Vera's vendor's, the other one's nobody of the cast. */
export async function buyingExamples(sql: postgres.Sql): Promise<Record<string, Example>> {
  const [ids] = await sql<
    Record<'project' | 'harbour' | 'order' | 'invoice' | 'vendor' | 'handedIn' | 'draft', string>[]
  >`
    select p.id as project, h.id as harbour, o.id as order, o.vendor_id as vendor,
      (select v.id from public.vendor_invoices v where v.purchase_order_id = o.id and v.approved_at is null) as invoice,
      (select e.id from public.expenses e join public.staff s on s.id = e.staff_id where e.project_id = p.id
        and s.email like 'tomas@%' and e.submitted_at is not null and e.approved_at is null limit 1) as "handedIn",
      (select e.id from public.expenses e join public.staff s on s.id = e.staff_id where e.project_id = p.id
        and s.email like 'tomas@%' and e.submitted_at is null limit 1) as draft
    from public.projects p, public.projects h, public.purchase_orders o
    where p.code = 'NW-2604' and h.code = 'HT-2601' and o.project_id = p.id and o.title like 'Netz%'`
  const { project, harbour, order, invoice, vendor, handedIn, draft } = ids!
  const expense = {
    bookOn: project,
    category: 'meals',
    description: 'Dinner',
    spentOn: '2026-01-05',
    currency: 'EUR',
    gross: '10',
    tax: '0',
    overLimitReason: '',
  }
  const paper = (field: string): SentFile[] => [
    { field, name: 'paper.pdf', type: 'application/pdf', content: '%PDF-1.4\n%%EOF\n' },
  ]
  const own: Who[] = ['tomas', 'jonas', 'priya']
  const ofOrder: Who[] = ['jonas', 'priya', 'petra', 'vera']
  const vendorForm = { name: 'Elsewhere', address: '', taxNumber: '' }
  return {
    '/expenses': { at: '/expenses', opens: [...spenders, 'priya'] },
    '/expenses/new': {
      at: '/expenses/new',
      opens: spenders,
      takes: { from: spenders, form: expense, files: paper('receipt') },
    },
    '/expenses/policies': {
      at: '/expenses/policies',
      opens: ['priya'],
      takes: {
        from: ['priya'],
        form: { category: 'meals', currency: 'EUR', limit: '1', receiptFrom: '1' },
      },
    },
    '/expenses/:expenseId': {
      at: `/expenses/${handedIn}`,
      absent: `/expenses/${nobodys}`,
      opens: own,
      takes: { from: own, form: { intent: 'approve', contractLineId: '' } },
    },
    '/expenses/:expenseId/change': {
      at: `/expenses/${draft}/change`,
      absent: `/expenses/${nobodys}/change`,
      opens: ['tomas'],
      takes: { from: ['tomas'], form: expense, files: paper('receipt') },
    },
    '/vendors': { at: '/vendors', opens: buyers, takes: { from: buyers, form: vendorForm } },
    '/vendors/:vendorId': {
      at: `/vendors/${vendor}`,
      absent: `/vendors/${nobodys}`,
      opens: buyers,
      takes: { from: buyers, form: vendorForm },
    },
    '/orders': { at: '/orders', opens: [...buyers, 'petra', 'vera'] },
    '/orders/:orderId': {
      at: `/orders/${order}`,
      absent: `/orders/${nobodys}`,
      opens: ofOrder,
      takes: { from: ['jonas', 'priya'], form: { intent: 'close' } },
    },
    '/orders/:orderId/receipts': {
      at: `/orders/${order}/receipts`,
      absent: `/orders/${nobodys}/receipts`,
      opens: ['jonas', 'priya'],
      takes: { from: ['jonas', 'priya'], form: { intent: 'take-back', receiptId: nobodys } },
    },
    '/orders/:orderId/invoices/new': {
      at: `/orders/${order}/invoices/new`,
      absent: `/orders/${nobodys}/invoices/new`,
      opens: ['jonas', 'priya', 'vera'],
      takes: {
        from: ['jonas', 'priya', 'vera'],
        form: { number: 'X-9', invoicedOn: '2026-01-05', dueOn: '2026-02-05', net: '1', tax: '0' },
        files: paper('document'),
      },
    },
    '/orders/:orderId/invoices/:vendorInvoiceId': {
      at: `/orders/${order}/invoices/${invoice}`,
      absent: `/orders/${order}/invoices/${nobodys}`,
      opens: ofOrder,
      takes: { from: ['jonas', 'priya'], form: { intent: 'approve' } },
    },
    '/projects/:projectId/orders': {
      at: `/projects/${harbour}/orders`,
      absent: `/projects/${nobodys}/orders`,
      opens: ['mara', 'petra', 'priya'],
    },
    '/projects/:projectId/orders/new': {
      at: `/projects/${harbour}/orders/new`,
      absent: `/projects/${nobodys}/orders/new`,
      opens: ['mara', 'priya'],
      takes: {
        from: ['mara', 'priya'],
        form: {
          vendorId: vendor,
          title: 'Cable',
          taskId: '',
          currency: 'EUR',
          orderedOn: '2026-01-05',
          deliverOn: '',
        },
      },
    },
  }
}
