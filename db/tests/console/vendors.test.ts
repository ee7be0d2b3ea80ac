import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffRoles, type StaffActor } from '../../src/connect'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { decidedTables } from '../walls/decided-tables'
import { decidedViews } from '../walls/decided-views'
import { sends } from './sends'

const DENIED = '42501'

let db: StoryDatabase
let asks: ReturnType<typeof sends>
let vera: StaffActor
let jonas: StaffActor
let mara: StaffActor
let tomas: StaffActor
let aiko: StaffActor
let priya: StaffActor
beforeAll(async () => {
  db = await storyDatabase('vendors')
  asks = sends(db)
  ;[vera, jonas, mara] = [await db.staff('vera'), await db.staff('jonas'), await db.staff('mara')]
  ;[tomas, aiko, priya] = [await db.staff('tomas'), await db.staff('aiko'), await db.staff('priya')]
})
afterAll(() => db.close())

const rows = async (actor: StaffActor, sql: string) => (await asks.rows(actor, sql)).length

describe('a vendor’s person', () => {
  test('sees the vendor’s own orders and what belongs to them, of two vendors’', async () => {
    const [all] = await db.admin<{ orders: number }[]>`select count(*)::int as orders from purchase_orders`
    expect(all).toEqual({ orders: 2 })
    const numbers = await asks.rows(vera, 'select title from purchase_orders')
    expect(numbers).toEqual([{ title: 'Netzanschlüsse für elf Krane' }])
    expect(await rows(vera, 'select id, description from purchase_order_lines')).toBe(2)
    expect(await rows(vera, 'select id, amount_minor from purchase_receipts')).toBe(3)
    expect(await rows(vera, 'select id, number from vendor_invoices')).toBe(2)
    expect(await asks.rows(vera, 'select reason from vendor_invoice_refusals')).toEqual([
      { reason: 'Die Rechnung nennt unsere Bestellnummer nicht.' },
    ])
    expect(await asks.rows(vera, 'select name from vendors')).toEqual([{ name: 'Kranwerk Kiel GmbH' }])
    expect(await rows(vera, 'select sha256 from files')).toBe(3)
    expect(
      await asks.rows(vera, 'select ordered_minor, received_minor from app.purchase_order_sums'),
    ).toEqual([{ ordered_minor: '1230000', received_minor: '720000' }])
  })

  test('reads no cost, rate, project, note or person beside them', async () => {
    for (const [noun, column] of [
      ['vendor_invoices', 'cost_minor'],
      ['vendor_invoices', 'is_billable'],
      ['vendor_invoices', 'project_id'],
      ['purchase_orders', 'exchange_rate'],
      ['purchase_orders', 'project_id'],
      ['purchase_orders', 'task_id'],
      ['purchase_orders', 'ordered_by'],
      ['purchase_receipts', 'note'],
      ['purchase_receipts', 'recorded_by'],
      ['vendors', 'is_active'],
    ])
      expect([noun, column, await asks.refusal(vera, `select ${column} from ${noun}`)]).toEqual([
        noun,
        column,
        DENIED,
      ])
    expect(await asks.refusal(vera, 'select * from app.commitments')).toBe(DENIED)
  })

  test('has a right to nothing else in the database', () => {
    const granted = Object.entries({ ...decidedTables, ...decidedViews })
      .filter(([, decided]) => 'vendor' in decided)
      .map(([noun]) => noun)
    expect(granted).toEqual([
      'public.files',
      'public.provider',
      'public.purchase_order_lines',
      'public.purchase_orders',
      'public.purchase_receipts',
      'public.vendor_invoice_refusals',
      'public.vendor_invoices',
      'public.vendors',
      'app.purchase_order_sums',
    ])
  })

  test('becomes nobody else by taking another role', async () => {
    for (const role of staffRoles.filter(
      (each) => !['vendor', 'account_manager', 'executive'].includes(each),
    )) {
      const noun = ['team_member', 'administrator'].includes(role) ? 'vendors' : 'purchase_orders'
      const seen = await asks.rows(vera, `select id from ${noun}`, role).catch(() => [])
      expect([role, seen]).toEqual([role, []])
    }
    expect(await asks.rows(priya, 'select id from purchase_orders', 'vendor')).toEqual([])
  })

  test('sends an invoice on an own order and in its own name only, and approves or pays none', async () => {
    const [own] = await asks.rows(vera, 'select id from purchase_orders')
    const [other] = await db.admin`select id from purchase_orders where title like 'Messger%'`
    const sending = (order: unknown, by: string, more = '', values = '') => `insert into vendor_invoices
      (purchase_order_id, number, invoiced_on, due_on, net_minor, tax_minor, recorded_by${more})
      values ('${String(order)}', 'X-1', current_date, current_date, 1, 0, '${by}'${values})`
    expect(await asks.refusal(vera, sending(own!.id, vera.staffId))).toBeNull()
    expect(await asks.refusal(vera, sending(own!.id, priya.staffId))).toBe(DENIED)
    expect(await asks.refusal(vera, sending(other!.id, vera.staffId))).toBe(DENIED)
    for (const [column, value] of [
      ['cost_minor', '1'],
      ['approved_at', 'now()'],
      ['paid_on', 'current_date'],
      ['is_billable', 'true'],
    ])
      expect(await asks.refusal(vera, sending(own!.id, vera.staffId, `, ${column}`, `, ${value}`))).toBe(
        DENIED,
      )
    for (const change of [
      'update vendor_invoices set net_minor = 1',
      'update vendor_invoices set approved_at = now()',
      'delete from vendor_invoices',
      'update purchase_orders set closed_at = now()',
      'insert into purchase_receipts default values',
    ])
      expect([change, await asks.refusal(vera, change)]).toEqual([change, DENIED])
  })
})

describe('orders', () => {
  test('are the manager’s of the project and finance’s, and no team’s', async () => {
    expect(await rows(jonas, 'select id from purchase_orders')).toBe(2)
    expect(await rows(priya, 'select id from app.commitments c, vendors')).toBeGreaterThan(0)
    expect(await rows(mara, 'select id from purchase_orders')).toBe(0)
    for (const noun of ['vendors', 'purchase_orders', 'purchase_order_lines', 'vendor_invoices'])
      expect([noun, await asks.refusal(tomas, `select id from ${noun}`)]).toEqual([noun, DENIED])
    expect(await asks.refusal(jonas, 'update vendor_invoices set paid_on = current_date')).toBe(DENIED)
    expect(await asks.refusal(priya, 'update vendor_invoices set cost_minor = 1')).toBe(DENIED)
  })
})

describe('expenses', () => {
  test('are their author’s, the manager’s of the project and finance’s', async () => {
    const own = 'select id from expenses'
    const of = async (who: 'tomas' | 'aiko') => {
      const [row] = await db.admin<{ count: number }[]>`select count(*)::int from expenses e
        join staff s on s.id = e.staff_id where s.email like ${`${who}@%`}`
      return row!.count
    }
    expect(await rows(tomas, own)).toBe(await of('tomas'))
    expect(await rows(aiko, own)).toBe(await of('aiko'))
    expect(await rows(mara, own)).toBe(0)
    expect(await rows(jonas, own)).toBe(await rows(priya, own))
    expect(await rows(jonas, own)).toBeGreaterThan(await of('tomas'))
    for (const column of ['cost_minor', 'exchange_rate'])
      expect(await asks.refusal(tomas, `select ${column} from expenses`)).toBe(DENIED)
    expect(await asks.refusal(vera, own)).toBe(DENIED)
  })

  test('are approved by nobody for oneself, and changed by nobody else', async () => {
    const approve = `update expenses set approved_at = now(), approved_by = app.staff_id(), submitted_at = now()`
    expect(await asks.refusal(tomas, approve)).toBe(DENIED)
    expect(
      await asks.refusal(
        tomas,
        `insert into expenses (project_id, staff_id, category, description, spent_on, booked_on, currency, gross_minor,
          submitted_at, approved_at, approved_by) select project_id, staff_id, 'meals', 'x', current_date, current_date, 'EUR',
          100, now(), now(), '${jonas.staffId}' from expenses limit 1`,
      ),
    ).toBe(DENIED)
    expect(
      await asks.refusal(
        jonas,
        "update expenses set gross_minor = gross_minor + 1 where submitted_at is null and currency = 'EUR'",
      ),
    ).toBe(DENIED)
    expect(await asks.refusal(priya, 'update expenses set gross_minor = 1')).toBe(DENIED)
  })
})
