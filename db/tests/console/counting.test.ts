import { staffCast } from '@countersign/story/cast'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import { projectMargins } from '../../src/views/margins'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { sends } from './sends'

let db: StoryDatabase
let priya: StaffActor
let ewan: StaffActor
let ines: StaffActor
let asks: ReturnType<typeof sends>
beforeAll(async () => {
  db = await storyDatabase('counting')
  ;[priya, ewan, ines] = [await db.staff('priya'), await db.staff('ewan'), await db.staff('ines')]
  asks = sends(db)
})
afterAll(() => db.close())

const DENIED = '42501'
const isClosed = async (actor: StaffActor, nouns: string[]) => {
  for (const noun of nouns)
    expect([noun, await asks.refusal(actor, `select * from ${noun}`)]).toEqual([noun, DENIED])
}

describe('finance', () => {
  test('sees every contract, milestone, invoice, payment, rate and hour', async () => {
    for (const noun of [
      'contracts',
      'billing_milestones',
      'invoices',
      'invoice_payments',
      'cost_rates',
      'time_entries',
    ]) {
      const [all] = await db.admin.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${noun}`)
      expect(all!.rows).toBeGreaterThan(0)
      expect([noun, await asks.rows(priya, `select count(*)::int as rows from ${noun}`)]).toEqual([
        noun,
        [{ rows: all!.rows }],
      ])
    }
    expect(await db.console.read(priya, (tx) => tx.select().from(projectMargins))).toHaveLength(4)
  })

  test('sees that and when something was accepted, and not in what words', async () => {
    expect(
      await asks.rows(priya, `select outcome, count(*)::int from decisions group by 1 order by 1`),
    ).toEqual([
      { outcome: 'accepted', count: 5 },
      { outcome: 'accepted-with-reservations', count: 1 },
      { outcome: 'rejected', count: 1 },
    ])
    for (const column of ['reason', 'statement', 'typed_name', 'decided_by', 'authority'])
      expect([column, await asks.refusal(priya, `select ${column} from decisions`)]).toEqual([column, DENIED])
    for (const column of ['message', 'criteria', 'releases'])
      expect([column, await asks.refusal(priya, `select ${column} from submissions`)]).toEqual([
        column,
        DENIED,
      ])
  })

  test('sees no internal note, plan, publication, member, criterion or mail', async () => {
    await isClosed(priya, [
      'internal_notes',
      'task_links',
      'task_assignments',
      'project_calendars',
      'publications',
      'project_members',
      'acceptance_criteria',
      'criterion_results',
      'scope_items',
      'signing_authorities',
      'mails',
      'plan_imports',
      'submission_files',
    ])
    expect(await asks.refusal(priya, `select note from tasks`)).toBe(DENIED)
  })

  test('changes no contract, no milestone, no invoice and no payment', async () => {
    for (const noun of [
      'contracts',
      'contract_lines',
      'billing_milestones',
      'invoices',
      'invoice_lines',
      'invoice_taxes',
      'invoice_payments',
      'invoice_write_offs',
    ])
      for (const change of [
        `delete from ${noun}`,
        `update ${noun} set currency = 'USD'`,
        `update ${noun} set amount_minor = 1`,
      ])
        expect([change, [DENIED, '42703']]).toEqual([
          change,
          expect.arrayContaining([await asks.refusal(priya, change)]),
        ])
  })

  test('changes what no rate is worth, and takes none away that a closed month was counted at', async () => {
    for (const noun of ['cost_rates', 'bill_rates'])
      for (const change of ['hour_minor = 1', 'overtime_hour_minor = 1', `from_on = '2000-01-01'`])
        expect([noun, change, await asks.refusal(priya, `update ${noun} set ${change}`)]).toEqual([
          noun,
          change,
          DENIED,
        ])
    expect(await asks.refusal(priya, `update cost_rates set currency = 'USD'`)).toBe(DENIED)
    expect(await asks.refusal(priya, `delete from cost_rates`)).toBe('23514')
    expect(await asks.refusal(priya, `update cost_rates set to_on = from_on`)).toBe('23514')
  })

  test('records a rate in one’s own name only', async () => {
    const rate = (
      by: string,
    ) => `insert into cost_rates (job_role, currency, hour_minor, from_on, recorded_by)
      values ('archivist', 'EUR', 1, '2040-01-01', '${by}')`
    expect(await asks.refusal(priya, rate(priya.staffId))).toBeNull()
    expect(await asks.refusal(priya, rate(ewan.staffId))).toBe(DENIED)
  })
})

describe('an executive', () => {
  test('sees the margins of all projects, and what made them nowhere', async () => {
    const margins = await db.console.read(ewan, (tx) => tx.select().from(projectMargins))
    expect(margins.map(({ valueMinor }) => valueMinor).sort()).toEqual([
      18_500_000n,
      24_700_000n,
      48_000_000n,
      9_000_000n,
    ])
    await isClosed(ewan, [
      'contracts',
      'billing_milestones',
      'invoices',
      'invoice_payments',
      'cost_rates',
      'time_entries',
      'internal_notes',
      'tasks',
      'publications',
      'submissions',
      'decisions',
      'contacts',
      'signing_authorities',
    ])
    expect(await asks.refusal(ewan, `select objective from projects`)).toBe(DENIED)
  })

  test('writes nothing but how the own tables are shown, and the own leave', async () => {
    const rows = await db.admin<{ noun: string }[]>`
      select c.oid::regclass::text as noun from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and (has_any_column_privilege('executive', c.oid, 'insert, update') or has_table_privilege('executive', c.oid, 'delete')
          or has_any_column_privilege('account_manager', c.oid, 'insert, update') or has_table_privilege('account_manager', c.oid, 'delete'))`
    expect([...rows].sort((a, b) => (a.noun < b.noun ? -1 : 1))).toEqual([
      { noun: 'leaves' },
      { noun: 'saved_views' },
    ])
  })
})

describe('an account manager', () => {
  test('sees customers, their people, and margins in sum', async () => {
    await db.admin`update staff set role = 'account_manager' where id = ${ewan.staffId}`
    const account: StaffActor = { ...ewan, role: 'account_manager' }
    expect(await asks.rows(account, `select count(*)::int from contacts`)).toEqual([{ count: 7 }])
    expect(await asks.rows(account, `select count(*)::int from app.project_margins`)).toEqual([{ count: 4 }])
    await isClosed(account, [
      'contracts',
      'invoices',
      'cost_rates',
      'time_entries',
      'internal_notes',
      'tasks',
      'decisions',
    ])
    await db.admin`update staff set role = 'executive' where id = ${ewan.staffId}`
  })
})

describe('the administrator', () => {
  test('keeps people, their skills and leave, what templates are called, and sees no project', async () => {
    const everybody = Object.keys(staffCast).length
    expect(await asks.rows(ines, `select count(*)::int from staff`)).toEqual([{ count: everybody }])
    expect(await asks.rows(ines, `select count(*)::int from contacts`)).toEqual([{ count: 7 }])
    const open = await db.admin<{ noun: string }[]>`
      select relname as noun from pg_class where relkind in ('r', 'v')
        and relnamespace in ('public'::regnamespace, 'app'::regnamespace, 'portal'::regnamespace)
        and has_any_column_privilege('administrator', oid, 'select') order by 1`
    expect(open.map(({ noun }) => noun)).toEqual([
      'contacts',
      'customers',
      'leaves',
      'project_templates',
      'provider',
      'report_hours',
      'reports',
      'skills',
      'staff',
      'staff_skills',
      'vendors',
    ])
    // As a line manager like any other: of two, who log no hours, and of nobody else's week a sum.
    expect(await asks.rows(ines, `select name from app.reports order by name`)).toEqual([
      { name: 'Ewan Clarke' },
      { name: 'Noor Haddad' },
    ])
    expect(await asks.rows(ines, `select count(*)::int from app.report_hours`)).toEqual([{ count: 0 }])
    // Of a vendor the name alone: for inviting its people.
    for (const column of ['address', 'tax_number'])
      expect([column, await asks.refusal(ines, `select ${column} from vendors`)]).toEqual([column, DENIED])
  })
})

describe('whoever took over the console’s process', () => {
  const tables = async () =>
    (
      await db.admin<{ noun: string }[]>`
        select relnamespace::regnamespace::text || '.' || relname as noun from pg_class where relkind in ('r', 'v')
          and relnamespace in ('public'::regnamespace, 'app'::regnamespace, 'portal'::regnamespace)`
    ).map(({ noun }) => noun)

  test('can do nothing without a role', async () => {
    for (const noun of await tables())
      await expect(db.console.sql.unsafe(`select * from ${noun}`)).rejects.toMatchObject({ code: DENIED })
    await expect(db.console.sql`select app.enqueue('invitation', '{}')`).rejects.toMatchObject({
      code: DENIED,
    })
    await expect(db.console.sql`select app.staff_id()`).rejects.toMatchObject({ code: DENIED })
  })

  test('sees no row in a role that is not the person’s own', async () => {
    const mara = await db.staff('mara')
    const roles = [
      'team_member',
      'program_manager',
      'finance',
      'account_manager',
      'executive',
      'administrator',
      'vendor',
    ] as const
    for (const role of roles) {
      expect(await asks.rows(mara, `select app.staff_id() as me`, role)).toEqual([{ me: null }])
      for (const noun of await tables()) {
        const rows = await asks
          .rows(mara, `select 1 from ${noun}`, role)
          .catch((error: { code: string }) => error.code)
        expect([role, noun, rows]).toEqual([role, noun, rows === DENIED ? DENIED : []])
      }
    }
    expect(await asks.rows(mara, `select * from app.troubled_jobs()`, 'administrator')).toEqual([])
  })

  test('sees no row without a session, in any role', async () => {
    for (const role of ['project_manager', 'finance', 'executive', 'administrator', 'vendor'] as const)
      for (const noun of await tables()) {
        const rows = await asks
          .rows({ ...priya, token: 'guessed' }, `select 1 from ${noun}`, role)
          .catch((error: { code: string }) => error.code)
        expect([role, noun, rows]).toEqual([role, noun, rows === DENIED ? DENIED : []])
      }
  })

  test('writes nothing in a role that is not the person’s own', async () => {
    const mara = await db.staff('mara')
    for (const [role, statement] of [
      [
        'administrator',
        `insert into staff (name, email, role, job_role, locale, time_zone)
        values ('X', 'x@example.com', 'administrator', '', 'en', 'UTC')`,
      ],
      [
        'finance',
        `insert into cost_rates (job_role, currency, hour_minor, from_on, recorded_by)
        values ('x', 'EUR', 1, '2040-01-01', '${mara.staffId}')`,
      ],
      ['finance', `insert into invoice_series values ('2099', 1)`],
    ] as const)
      expect([role, await asks.refusal(mara, statement, role)]).toEqual([role, DENIED])
    expect(
      await asks.rows(mara, `update staff set role = 'administrator' returning id`, 'administrator'),
    ).toEqual([])
  })

  test('has no mail sent that could carry a link to sign in with', async () => {
    expect(await asks.refusal(priya, `select app.enqueue('mail', '{}', 'x')`)).toBe(DENIED)
  })

  test('becomes no keeper, no view’s owner, no portal and no worker', async () => {
    for (const role of [
      'rule_keeper',
      'sign_in_keeper',
      'portal_views',
      'margin_views',
      'price_keeper',
      'totals_keeper',
      'ledger_keeper',
      'worker_app',
      'portal_app',
      'countersign',
    ])
      await expect(db.console.sql.unsafe(`set role ${role}`)).rejects.toMatchObject({ code: DENIED })
  })
})
