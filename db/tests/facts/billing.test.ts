import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import { sends } from '../console/sends'
import { storyDatabase, type StoryDatabase } from '../harness/story'

/** The database's own refusals, whatever the application did: statements as finance and as the manager. */
let db: StoryDatabase
let priya: StaffActor
let asks: ReturnType<typeof sends>
beforeAll(async () => {
  db = await storyDatabase('billing')
  priya = await db.staff('priya')
  asks = sends(db)
})
afterAll(() => db.close())

const failure = (statements: string) =>
  asks.rows(priya, `${statements}; set constraints all immediate`).then(
    () => null,
    (error: { constraint_name?: string }) => error.constraint_name,
  )

async function invoice(milestone: [string, string], changed: { net?: string; line?: string } = {}) {
  const id = await db.idOf.milestone(...milestone)
  const net = changed.net ?? 'amount_minor'
  return failure(`
    insert into invoices (id, project_id, customer_id, series, sequence, number, issued_on, due_on, currency, net_minor,
      tax_minor, gross_minor, issued_by)
    select '11111111-1111-4111-8111-111111111111', p.id, p.customer_id, 'X', 1, 'X-1', current_date, current_date, 'EUR', ${net},
      0, ${net}, '${priya.staffId}' from projects p join billing_milestones m on m.project_id = p.id where m.id = '${id}';
    insert into invoice_lines (project_id, invoice_id, billing_milestone_id, description, position, source, tax_category,
      tax_basis_points, amount_minor)
    select project_id, '11111111-1111-4111-8111-111111111111', id, name, 1, 'milestone', 'Z', 0, ${changed.line ?? 'amount_minor'}
    from billing_milestones where id = '${id}';
    insert into invoice_taxes (project_id, invoice_id, tax_category, tax_basis_points, net_minor, tax_minor)
    select project_id, id, 'Z', 0, net_minor, 0 from invoices where number = 'X-1'`)
}

describe('an invoice', () => {
  test('is taken for a milestone that acceptance released', async () => {
    expect(await invoice(['SL-2602', 'Auftrag'])).toBeNull()
  })

  test('is refused before acceptance', async () => {
    for (const milestone of ['Design accepted', 'Pilot accepted', 'Final acceptance'])
      expect(await invoice(['HT-2601', milestone])).toBe('billing_milestone_is_billable')
  })

  test('is refused a second time for one milestone', async () => {
    expect(await invoice(['HT-2601', 'Mobilisation'])).toBe('invoice_lines_once')
  })

  test('is refused in part, and with a sum that is not its lines’', async () => {
    expect(await invoice(['SL-2602', 'Auftrag'], { line: 'amount_minor - 1' })).toBe(
      'invoice_line_is_the_milestone',
    )
    expect(await invoice(['SL-2602', 'Auftrag'], { net: 'amount_minor + 1' })).toBe(
      'invoice_lines_sum_to_net',
    )
  })

  test('is refused without any line', async () => {
    expect(
      await failure(`insert into invoices (project_id, customer_id, series, sequence, number, issued_on, due_on, currency,
        net_minor, tax_minor, gross_minor, issued_by)
        select id, customer_id, 'X', 1, 'X-1', current_date, current_date, 'EUR', 5, 0, 5, '${priya.staffId}' from projects limit 1`),
    ).toBe('invoice_lines_sum_to_net')
  })
})

describe('a payment', () => {
  const pay = async (amount: string) =>
    failure(`insert into invoice_payments (project_id, invoice_id, amount_minor, received_on, recorded_by)
      select project_id, id, ${amount}, current_date, '${priya.staffId}' from invoices
      where id = '${await db.idOf.invoice('HT-2601', 'Survey accepted')}'`)

  test('is taken up to what is open', async () => {
    expect(await pay('gross_minor')).toBeNull()
    expect(await pay('gross_minor + 1')).toBe('payment_within_open_amount')
    expect(await pay('9223372036854775807')).toBe('payment_within_open_amount')
  })

  test('is more than nothing; below it is paid back, and at most what came in too much', async () => {
    expect(await pay('0')).toBe('invoice_payments_amount')
    expect(await pay('-1')).toBe('refund_within_overpaid')
  })
})

describe('a payment schedule', () => {
  test('sums to the contract’s value, at the latest at commit', async () => {
    const projectId = await db.idOf.project('GI-2603')
    const changes = (...statements: string[]) =>
      db.admin
        .begin(async (tx) => {
          for (const statement of statements) await tx.unsafe(statement)
        })
        .then(
          () => null,
          (error: { constraint_name?: string }) => error.constraint_name,
        )
    const value = (change: string) =>
      `update contracts set value_minor = value_minor ${change} where project_id = '${projectId}'`
    const price = (change: string) =>
      `update contract_lines set original_minor = original_minor ${change} where project_id = '${projectId}'`
    const amount = (change: string) =>
      `update billing_milestones set amount_minor = amount_minor ${change} where project_id = '${projectId}' and position = 1`
    expect(await changes(value('+ 1'))).toBe('contract_value_is_its_lines')
    expect(await changes(price('+ 1'))).toBe('contract_value_is_its_lines')
    expect(await changes(value('+ 1'), price('+ 1'))).toBe('payment_schedule_sums_to_value')
    expect(await changes(amount('+ 1'))).toBe('payment_schedule_sums_to_value')
    expect(
      await changes(`delete from billing_milestones where project_id = '${projectId}' and position = 1`),
    ).toBe('payment_schedule_sums_to_value')
    expect(
      await changes(`insert into billing_milestones (project_id, name, amount_minor, position, trigger)
        values ('${projectId}', 'Deposit', 9000001, 9, 'deposit')`),
    ).toBe('deposits_within_value')
    expect(await changes(value('+ 1'), price('+ 1'), amount('+ 1'))).toBeNull()
  })
})
