import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '../../src/connect'
import { timeEntries } from '../../src/tables/time'
import { projects } from '../../src/tables/projects'
import { projectMargins } from '../../src/views/margins'
import { storyDatabase, type StoryDatabase } from '../harness/story'
import { sends } from './sends'

let db: StoryDatabase
let mara: StaffActor
let jonas: StaffActor
let tomas: StaffActor
let asks: ReturnType<typeof sends>
beforeAll(async () => {
  db = await storyDatabase('delivering')
  ;[mara, jonas, tomas] = [await db.staff('mara'), await db.staff('jonas'), await db.staff('tomas')]
  asks = sends(db)
})
afterAll(() => db.close())

const DENIED = '42501'
const codes = (actor: StaffActor) =>
  db.console.read(actor, async (tx) =>
    (await tx.select({ code: projects.code }).from(projects)).map(({ code }) => code).sort(),
  )

/** Every table that belongs to a project and that a manager may read. */
const ofAProject = [
  'project_members',
  'project_contacts',
  'signing_authorities',
  'scope_items',
  'internal_notes',
  'project_calendars',
  'tasks',
  'task_links',
  'task_assignments',
  'contracts',
  'deliverables',
  'acceptance_criteria',
  'billing_milestones',
  'billing_milestone_releases',
  'submissions',
  'submission_files',
  'decisions',
  'criterion_results',
  'publications',
  'invoices',
  'invoice_lines',
  'invoice_payments',
  'time_entries',
  'time_reviews',
  'task_lines',
  'contract_lines',
  'bill_rates',
  'change_requests',
  'change_request_lines',
  'change_decisions',
  'customer_orders',
  'purchase_orders',
  'purchase_order_lines',
  'purchase_receipts',
  'vendor_invoices',
]

describe('a project manager', () => {
  test('sees the own projects whole, and of others’ nothing', async () => {
    expect(await codes(mara)).toEqual(['GI-2603', 'HT-2601'])
    expect(await codes(jonas)).toEqual(['NW-2604', 'SL-2602'])
    for (const manager of [mara, jonas]) {
      const own = `project_id in (select id from projects where manager_id = '${manager.staffId}')`
      for (const noun of ofAProject) {
        const [all] = await db.admin.unsafe<{ rows: number }[]>(
          `select count(*)::int as rows from ${noun} where ${own}`,
        )
        expect([noun, await asks.rows(manager, `select count(*)::int as rows from ${noun}`)]).toEqual([
          noun,
          [{ rows: all!.rows }],
        ])
        expect(await asks.rows(manager, `select 1 from ${noun} where not (${own})`)).toEqual([])
      }
    }
  })

  test('sees the margins of the own projects, and nobody’s rate', async () => {
    const margins = await db.console.read(mara, (tx) => tx.select().from(projectMargins))
    expect(margins).toHaveLength(2)
    const harbour = margins.find(({ valueMinor }) => valueMinor === 48_000_000n)!
    expect(harbour).toMatchObject({
      earnedMinor: 12_000_000n,
      invoicedMinor: 12_000_000n,
      paidMinor: 4_800_000n,
    })
    expect(harbour.costMinor > 0n && harbour.marginMinor === harbour.earnedMinor - harbour.costMinor).toBe(
      true,
    )
    expect(await asks.refusal(mara, `select * from cost_rates`)).toBe(DENIED)
    expect(await asks.refusal(mara, `select hour_minor from cost_rates`)).toBe(DENIED)
    for (const column of ['cost_minor', 'standard_minor', 'cost_hour_minor'])
      expect([column, await asks.refusal(mara, `select ${column} from time_entries`)]).toEqual([
        column,
        DENIED,
      ])
  })

  test('cannot find a rate out by logging own hours in another’s role', async () => {
    const task = await db.idOf.task('HT-2601', 'Low-level design')
    const projectId = await db.idOf.project('HT-2601')
    const log = (
      jobRole: string,
    ) => `insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      values ('${projectId}', '${task}', '${mara.staffId}', '${jobRole}', current_date, current_date, 60)`
    expect(await asks.refusal(mara, log('network engineer'))).toBe(DENIED)
    expect(await asks.refusal(mara, log('project manager'))).toBeNull()
  })

  test('writes into no other’s project, and makes no decision, invoice or payment', async () => {
    const theirs = await db.idOf.project('SL-2602')
    expect(
      await asks.refusal(
        mara,
        `insert into internal_notes (project_id, written_by, text) values ('${theirs}', '${mara.staffId}', 'x')`,
      ),
    ).toBe(DENIED)
    expect(
      await asks.rows(
        mara,
        `update tasks set percent_complete = 100 where project_id = '${theirs}' returning id`,
      ),
    ).toEqual([])
    expect(await asks.refusal(mara, `update projects set manager_id = '${jonas.staffId}'`)).toBe(DENIED)
    for (const noun of [
      'decisions',
      'criterion_results',
      'certificates',
      'invoices',
      'invoice_lines',
      'invoice_payments',
      'mails',
    ])
      expect([noun, await asks.refusal(mara, `insert into ${noun} select * from ${noun}`)]).toEqual([
        noun,
        DENIED,
      ])
    for (const noun of ['submissions', 'publications', 'internal_notes'])
      expect([noun, await asks.refusal(mara, `update ${noun} set project_id = project_id`)]).toEqual([
        noun,
        DENIED,
      ])
  })

  test('changes no price and no schedule once something was submitted', async () => {
    for (const change of [
      `update contracts set value_minor = value_minor + 1`,
      `update billing_milestones set amount_minor = amount_minor + 1`,
      `delete from billing_milestone_releases`,
      `insert into billing_milestone_releases select m.project_id, m.id, d.id from billing_milestones m
        join deliverables d on d.project_id = m.project_id and d.code = 'D0' where m.name = 'Final acceptance'`,
    ])
      expect([change, await asks.refusal(mara, change)]).toEqual([change, '23514'])
  })
})

describe('a team member', () => {
  test('sees the projects that one works in', async () => {
    expect(await codes(tomas)).toEqual(['HT-2601', 'NW-2604'])
    expect(
      await asks.rows(
        tomas,
        `select distinct p.code from tasks t join projects p on p.id = t.project_id order by 1`,
      ),
    ).toEqual([{ code: 'HT-2601' }, { code: 'NW-2604' }])
  })

  test('sees own time and nobody else’s', async () => {
    const rows = await db.console.read(tomas, (tx) =>
      tx
        .select({ staffId: timeEntries.staffId, entries: count() })
        .from(timeEntries)
        .groupBy(timeEntries.staffId),
    )
    expect(rows.map(({ staffId }) => staffId)).toEqual([tomas.staffId])
  })

  test('sees no contract, no rate, no margin, no invoice, no authority, and nobody’s job role', async () => {
    for (const noun of [
      'contracts',
      'billing_milestones',
      'billing_milestone_releases',
      'invoices',
      'invoice_lines',
      'invoice_payments',
      'cost_rates',
      'signing_authorities',
      'contacts',
      'project_contacts',
      'mails',
      'plan_imports',
    ])
      expect([noun, await asks.refusal(tomas, `select * from ${noun}`)]).toEqual([noun, DENIED])
    for (const view of ['app.project_margins', 'app.billing_milestone_states'])
      expect([view, await asks.refusal(tomas, `select * from ${view}`)]).toEqual([view, DENIED])
    for (const column of ['value_minor', 'releases', 'currency', 'digest'])
      expect([column, await asks.refusal(tomas, `select ${column} from submissions`)]).toEqual([
        column,
        DENIED,
      ])
    for (const column of ['authority', 'statement', 'submission_digest'])
      expect([column, await asks.refusal(tomas, `select ${column} from decisions`)]).toEqual([column, DENIED])
    for (const column of ['cost_minor', 'standard_minor', 'cost_hour_minor', 'bill_minor', 'bill_hour_minor'])
      expect([column, await asks.refusal(tomas, `select ${column} from time_entries`)]).toEqual([
        column,
        DENIED,
      ])
    expect(await asks.refusal(tomas, `select job_role from staff`)).toBe(DENIED)
  })

  test('reads what was put before the customer and what was said to it', async () => {
    expect(
      await asks.rows(tomas, `select version, outcome from app.deliverable_states where state = 'submitted'`),
    ).toEqual([{ version: 2, outcome: null }])
    expect(await asks.rows(tomas, `select count(*)::int from decisions where outcome = 'rejected'`)).toEqual([
      { count: 1 },
    ])
  })

  test('gets the files of every submission but those of the charter, which print the price', async () => {
    const files = `select d.kind, count(*)::int from submission_files f join submissions s on s.id = f.submission_id
      join deliverables d on d.id = s.deliverable_id
      join projects p on p.id = f.project_id where p.code = 'HT-2601' group by d.kind order by d.kind`
    expect(await asks.rows(mara, files)).toEqual([
      { kind: 'charter', count: 1 },
      { kind: 'result', count: 3 },
    ])
    expect(await asks.rows(tomas, files)).toEqual([{ kind: 'result', count: 3 }])
  })

  test('logs and takes back own time only, in the own job role, and changes nothing else', async () => {
    const aiko = await db.idOf.person('aiko@halden.example')
    const task = await db.idOf.task('HT-2601', 'Low-level design')
    const projectId = await db.idOf.project('HT-2601')
    const log = (
      who: string,
      jobRole: string,
    ) => `insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      values ('${projectId}', '${task}', '${who}', '${jobRole}', current_date, current_date, 60)`
    expect(await asks.refusal(tomas, log(tomas.staffId, 'network engineer'))).toBeNull()
    expect(await asks.refusal(tomas, log(tomas.staffId, 'developer'))).toBe(DENIED)
    expect(await asks.refusal(tomas, log(aiko, 'developer'))).toBe(DENIED)
    expect(
      await asks.rows(tomas, `delete from time_entries where staff_id = '${aiko}' returning id`),
    ).toEqual([])
    expect(
      await asks.rows(
        tomas,
        `update time_entries set minutes = 1 where staff_id <> '${tomas.staffId}' returning id`,
      ),
    ).toEqual([])
    expect(
      await asks.refusal(tomas, `update time_entries set minutes = 1 where submitted_at is not null`),
    ).toBe('23514')
    for (const change of ['job_role = job_role', 'approved_by = null', 'cost_minor = 1', 'bill_minor = 1'])
      expect([change, await asks.refusal(tomas, `update time_entries set ${change}`)]).toEqual([
        change,
        DENIED,
      ])
    for (const noun of ['tasks', 'projects', 'deliverables', 'task_assignments'])
      expect([noun, await asks.refusal(tomas, `delete from ${noun}`)]).toEqual([noun, DENIED])
  })
})
