import { addDays, localDateIn } from '@countersign/domain/calendar-day'
import { multipart, type Fields, type SentFile } from '../ask'
import { staffVisits } from '../visitors'
import type { Form, Scene } from './forms'

const today = localDateIn('Europe/Berlin', new Date())
const idOf = async (rows: Promise<readonly { id: string }[]>) => (await rows)[0]!.id
const staffOf = ({ product, sql }: Scene, who: Parameters<typeof staffVisits>[2]) =>
  staffVisits(product, sql, who)
const nordwerft = ({ sql }: Scene) =>
  idOf(sql<{ id: string }[]>`select id from public.projects where code = 'NW-2604'`)
const order = ({ sql }: Scene, title: string) =>
  idOf(sql<{ id: string }[]>`select id from public.purchase_orders where title like ${`${title}%`}`)
const ours = (scene: Scene) => order(scene, 'Messger')
const veras = (scene: Scene) => order(scene, 'Netz')

const pdf = (field: string): SentFile => ({
  field,
  name: 'paper.pdf',
  type: 'application/pdf',
  content: '%PDF-1.4\n%%EOF\n',
})
const expense = async (scene: Scene, more: Fields = {}): Promise<Fields> => ({
  bookOn: await nordwerft(scene),
  category: 'travel',
  description: 'Train to Kiel',
  spentOn: today,
  currency: 'EUR',
  gross: '50.00',
  tax: '3.27',
  isBillable: 'on',
  overLimitReason: '',
  ...more,
})
const expenseKinds = {
  bookOn: 'id',
  category: 'choice',
  description: 'line',
  spentOn: 'date',
  currency: 'choice',
  gross: 'money',
  tax: 'money',
  isBillable: 'box',
  overLimitReason: 'prose?',
} as const

/** The address of an expense that Tomás noted just now, handed in or not. */
async function noted(scene: Scene, isHandedIn: boolean): Promise<string> {
  const tomas = await staffOf(scene, 'tomas')
  const answer = await tomas.send('/expenses/new', multipart(await expense(scene), [pdf('receipt')]))
  const at = String(answer.headers.location)
  if (isHandedIn) await tomas.send(at, multipart({ intent: 'submit' }, []))
  return at
}

const invoice = { number: 'MN-77', invoicedOn: today, dueOn: addDays(today, 30), net: '40.00', tax: '7.60' }
const invoiceAt = async (scene: Scene, number: string) =>
  idOf(scene.sql<{ id: string }[]>`
    select '/orders/' || purchase_order_id || '/invoices/' || id as id from public.vendor_invoices
    where number = ${number}`)

/** Expenses, vendors, orders, receipts and vendors' invoices, in the order of an order's life. Amounts are English: Jonas and Vera write German ones. */
export const buyingForms: Form[] = [
  {
    name: 'an expense',
    fields: expenseKinds,
    ready: async (scene) => ({
      by: await staffOf(scene, 'tomas'),
      at: '/expenses/new',
      good: await expense(scene),
      files: [pdf('photo')],
    }),
  },
  {
    name: 'a change of an expense',
    fields: expenseKinds,
    ready: async (scene) => ({
      by: await staffOf(scene, 'tomas'),
      at: `${await noted(scene, false)}/change`,
      good: await expense(scene, { description: 'Train to Kiel and back' }),
      files: [pdf('receipt')],
    }),
  },
  {
    name: 'an expense to hand in',
    fields: { intent: 'choice' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'tomas'),
      at: await noted(scene, false),
      good: { intent: 'submit' },
    }),
  },
  {
    name: 'an expense to approve',
    isFurther: true,
    fields: { intent: 'choice', contractLineId: 'id?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'jonas'),
      at: await noted(scene, true),
      good: { intent: 'approve', contractLineId: '' },
    }),
  },
  {
    name: 'an expense to send back',
    isFurther: true,
    fields: { intent: 'choice', reason: 'prose' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: await noted(scene, true),
      good: { intent: 'send-back', reason: 'Who came along?' },
    }),
  },
  {
    name: 'an expense to delete',
    isFurther: true,
    fields: { intent: 'choice' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'tomas'),
      at: await noted(scene, false),
      good: { intent: 'remove' },
    }),
  },
  {
    name: 'a limit for expenses',
    fields: { category: 'choice', currency: 'choice', limit: 'money', receiptFrom: 'money' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: '/expenses/policies',
      good: { category: 'travel', currency: 'GBP', limit: '300.00', receiptFrom: '25.00' },
    }),
  },
  {
    name: 'a new vendor',
    fields: { name: 'line', address: 'prose?', taxNumber: 'line?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'jonas'),
      at: '/vendors',
      good: { name: 'Hafenbau Süd', address: 'Kai 1', taxNumber: 'DE1' },
    }),
  },
  {
    name: 'a vendor',
    fields: { name: 'line', address: 'prose?', taxNumber: 'line?', isActive: 'box' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: await idOf(scene.sql<{ id: string }[]>`
        select '/vendors/' || id as id from public.vendors where name = 'Hafenbau Süd'`),
      good: { name: 'Hafenbau Süd KG', address: 'Kai 2', taxNumber: '', isActive: 'on' },
    }),
  },
  {
    name: 'an order',
    fields: {
      vendorId: 'id',
      title: 'line',
      taskId: 'id?',
      currency: 'choice',
      orderedOn: 'date',
      deliverOn: 'date?',
      'lines.0.description': 'line',
      'lines.0.amount': 'money',
    },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: `/projects/${await nordwerft(scene)}/orders/new`,
      good: {
        vendorId: await idOf(scene.sql`select id from public.vendors where name like 'Hafenbau%'`),
        title: 'Fenders',
        taskId: '',
        currency: 'EUR',
        orderedOn: today,
        deliverOn: '',
        'lines.0.description': 'Twelve fenders',
        'lines.0.amount': '1200.00',
      },
    }),
  },
  {
    name: 'a receipt',
    fields: { intent: 'choice', lineId: 'id', amount: 'money', receivedOn: 'date', note: 'line?' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: `/orders/${await ours(scene)}/receipts`,
      good: {
        intent: 'record',
        lineId: await idOf(scene.sql`
          select id from public.purchase_order_lines where purchase_order_id = ${await ours(scene)}`),
        amount: '100.00',
        receivedOn: today,
        note: '',
      },
    }),
  },
  {
    name: 'an invoice of a vendor',
    fields: { number: 'line', invoicedOn: 'date', dueOn: 'date', net: 'money', tax: 'money' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: `/orders/${await ours(scene)}/invoices/new`,
      good: invoice,
      files: [pdf('document')],
    }),
  },
  {
    name: 'a receipt to take back',
    isFurther: true,
    fields: { intent: 'choice', receiptId: 'id' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'jonas'),
      at: `/orders/${await ours(scene)}/receipts`,
      good: { intent: 'take-back', receiptId: await furtherReceipt(scene) },
    }),
  },
  {
    name: 'a vendor’s invoice to approve',
    fields: { intent: 'choice', isBillable: 'box' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'jonas'),
      at: await invoiceAt(scene, invoice.number),
      good: { intent: 'approve', isBillable: 'on' },
    }),
  },
  {
    name: 'a vendor’s invoice that was paid',
    isFurther: true,
    fields: { intent: 'choice', paidOn: 'date' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'priya'),
      at: await invoiceAt(scene, invoice.number),
      good: { intent: 'pay', paidOn: today },
    }),
  },
  {
    name: 'a vendor’s invoice to refuse',
    isFurther: true,
    fields: { intent: 'choice', reason: 'prose' },
    ready: async (scene) => {
      const vera = await staffOf(scene, 'vera')
      const sent = multipart({ ...invoice, number: 'KW-1300', net: '40,00', tax: '7,60' }, [pdf('document')])
      await vera.send(`/orders/${await veras(scene)}/invoices/new`, sent)
      return {
        by: await staffOf(scene, 'jonas'),
        at: await invoiceAt(scene, 'KW-1300'),
        good: { intent: 'refuse', reason: 'Our number is missing.' },
      }
    },
  },
  {
    name: 'an order to close',
    fields: { intent: 'choice' },
    ready: async (scene) => ({
      by: await staffOf(scene, 'jonas'),
      at: `/orders/${await ours(scene)}`,
      good: { intent: 'close' },
    }),
  },
]

async function furtherReceipt({ sql }: Scene): Promise<string> {
  return idOf(sql<{ id: string }[]>`
    insert into public.purchase_receipts (project_id, purchase_order_line_id, amount_minor, received_on, recorded_by)
    select l.project_id, l.id, 500, ${today}, o.ordered_by from public.purchase_order_lines l
      join public.purchase_orders o on o.id = l.purchase_order_id where o.title like 'Messger%'
    returning id`)
}
