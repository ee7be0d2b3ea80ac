import postgres from 'postgres'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { migrate } from '../../src/migrate'
import { contents } from '../harness/nothing-written'
import { tablesAsOf, workBeforeTheMoney } from './before-the-money'

const { adminUrl, passwords } = inject('cluster')
const name = `upgrade_${randomBytes(4).toString('hex')}`
const upgraded = new URL(adminUrl)
upgraded.pathname = `/${name}`
const server = postgres(adminUrl, { max: 1, onnotice: () => {} })
let sql: postgres.Sql
beforeAll(async () => {
  await server`create database ${server(name)}`
  sql = postgres(upgraded.href, { max: 2, onnotice: () => {} })
  await tablesAsOf(sql, '0017_outside_decisions')
  await workBeforeTheMoney(sql)
  await migrate({ adminUrl: upgraded.href, passwords })
})
afterAll(async () => {
  await sql.end()
  await server`drop database ${server(name)} with (force)`
  await server.end()
})

describe('a database from before contracts had lines and hours a price', () => {
  test('has each contract as one fixed price with its payment schedule', async () => {
    expect([
      ...(await sql`
        select p.code, l.kind, l.original_minor::int as value, sum(m.amount_minor)::int as scheduled, count(*)::int as milestones
        from contract_lines l join projects p on p.id = l.project_id join billing_milestones m on m.contract_line_id = l.id
        group by p.code, l.id order by 1`),
    ]).toEqual([
      { code: 'OLD-1', kind: 'fixed-price', value: 1_000_000, scheduled: 1_000_000, milestones: 3 },
      { code: 'OLD-2', kind: 'fixed-price', value: 50_000, scheduled: 50_000, milestones: 1 },
    ])
  })

  test('keeps its invoices to the last minor unit, with tax, order of lines and what is open', async () => {
    expect([
      ...(await sql`
        select i.number, i.net_minor::int as net, i.tax_minor::int as tax, s.open_minor::int as open, t.tax_category as category,
          t.tax_basis_points as rate, t.tax_minor::int as taxed,
          (select array_agg(l.description order by l.position) from invoice_lines l where l.invoice_id = i.id) as lines
        from invoices i join invoice_taxes t on t.invoice_id = i.id join app.invoice_states s on s.invoice_id = i.id
        order by 1`),
    ]).toEqual([
      {
        number: '2026-0001',
        net: 750_000,
        tax: 142_500,
        open: 392_500,
        category: 'S',
        rate: 1900,
        taxed: 142_500,
        lines: ['Start', 'Middle'],
      },
      {
        number: '2026-0002',
        net: 50_000,
        tax: 0,
        open: 50_000,
        category: 'Z',
        rate: 0,
        taxed: 0,
        lines: ['All'],
      },
    ])
  })

  test('has its hours priced at the rates of their days, and what has no rate without a price', async () => {
    expect([
      ...(await sql`
        select minutes, cost_minor::int as cost, booked_on = worked_on as "bookedAsWorked", kind
        from time_entries order by worked_on, minutes desc`),
    ]).toEqual(
      [
        [60, 6000],
        [90, 9900],
        [30, 2500],
        [15, null],
      ].map(([minutes, cost]) => ({ minutes, cost, bookedAsWorked: true, kind: 'billable' })),
    )
    expect([
      ...(await sql`select job_role as role, from_on::text as "fromOn", to_on::text as "toOn" from cost_rates order by 1, 2`),
    ]).toEqual([
      { role: 'developer', fromOn: '2026-01-01', toOn: '2026-01-31' },
      { role: 'developer', fromOn: '2026-02-01', toOn: null },
      { role: 'tester', fromOn: '2026-01-01', toOn: null },
    ])
  })

  test('keeps totals of all that: cost, invoiced and paid, by project and by line', async () => {
    expect([
      ...(await sql`
        select p.code, t.minutes::int, t.cost_minor::int as cost, t.invoiced_minor::int as invoiced, t.paid_minor::int as paid,
          l.invoiced_minor::int as "invoicedOfLine"
        from project_totals t join projects p on p.id = t.project_id join line_totals l on l.project_id = p.id order by 1`),
    ]).toEqual([
      // Paid without the tax in it: 5,000.00 of 8,925.00 gross.
      {
        code: 'OLD-1',
        minutes: 195,
        cost: 18_400,
        invoiced: 750_000,
        paid: 420_168,
        invoicedOfLine: 750_000,
      },
      { code: 'OLD-2', minutes: 0, cost: 0, invoiced: 50_000, paid: 0, invoicedOfLine: 50_000 },
    ])
  })

  test('is left alone when it is migrated once more', async () => {
    const before = await contents(sql)
    await migrate({ adminUrl: upgraded.href, passwords })
    expect(await contents(sql)).toEqual(before)
  })
})
