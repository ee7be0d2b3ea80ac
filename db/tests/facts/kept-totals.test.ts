import { addDays } from '@countersign/domain/calendar-day'
import { recognisedTo } from '@countersign/operations/recognised-to'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql as statement } from 'drizzle-orm'
import type { StaffActor } from '../../src/connect'
import { lineMargins } from '../../src/views/margins'
import { storyDatabase, type StoryDatabase } from '../harness/story'

let db: StoryDatabase
let priya: StaffActor
beforeAll(async () => {
  db = await storyDatabase('kept_totals')
  priya = await db.staff('priya')
})
afterAll(() => db.close())

/** What is kept and is not what the entries sum to, and the other way round. */
async function differences() {
  const months = await db.admin`
    (select * from (select project_id, task_key, line_key, month_on, minutes, billable_minutes, unrated_minutes,
        unapproved_minutes, labour_minor, standard_minor, bill_minor, worked_minor, expense_minor, vendor_minor, unapproved_minor
      from task_month_costs) kept
      where (minutes, labour_minor, standard_minor, bill_minor, worked_minor, expense_minor, vendor_minor,
        unapproved_minor, unapproved_minutes, unrated_minutes) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
     except select * from totals.summed_task_months)
    union all
    (select * from totals.summed_task_months summed
      where (minutes, labour_minor, standard_minor, bill_minor, worked_minor, expense_minor, vendor_minor,
        unapproved_minor, unapproved_minutes, unrated_minutes) is distinct from (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
     except
     select project_id, task_key, line_key, month_on, minutes, billable_minutes, unrated_minutes, unapproved_minutes,
       labour_minor, standard_minor, bill_minor, worked_minor, expense_minor, vendor_minor, unapproved_minor
     from task_month_costs)`
  const lines = await db.admin`
    select to_jsonb(s) as summed, to_jsonb(k) as kept from totals.summed_lines s
    full join line_totals k on k.contract_line_id = s.contract_line_id
    where to_jsonb(s) is distinct from to_jsonb(k)`
  const projects = await db.admin`
    select to_jsonb(s) as summed, to_jsonb(k) as kept from totals.summed_projects s
    full join project_totals k on k.project_id = s.project_id
    where to_jsonb(s) is distinct from to_jsonb(k) and (k.project_id is not null
      or exists (select from contracts c where c.project_id = s.project_id))`
  const billables = await db.admin`
    select to_jsonb(s) as summed, to_jsonb(k) as kept from totals.summed_billables s
    full join billable_sums k on (k.project_id, k.source, k.from_on) = (s.project_id, s.source, s.from_on)
    where to_jsonb(s) is distinct from to_jsonb(k)`
  return [...months, ...lines, ...projects, ...billables]
}

/** A small generator of its own, so that a failure can be repeated: Lehmer's, 1951. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

describe('kept totals', () => {
  test('are what the entries sum to after the whole story', async () => {
    expect(await differences()).toEqual([])
  })

  test('are so after any changes of hours, expenses, plans, rates and approvals', async () => {
    const roll = dice(20_261)
    const tasks = await db.admin<{ id: string; project_id: string }[]>`
      select t.id, t.project_id from tasks t join contracts c using (project_id) where not t.is_summary order by t.id`
    const people = await db.admin<{ id: string; job_role: string }[]>`
      select id, job_role from staff where role in ('team_member', 'project_manager') order by id`
    const lines = await db.admin<{ id: string; project_id: string }[]>`
      select id, project_id from contract_lines order by id`
    for (let round = 0; round < 120; round += 1) {
      const task = tasks[roll(tasks.length)]!
      const person = people[roll(people.length)]!
      const day = addDays('2031-01-01', roll(400))
      const line = lines.filter((each) => each.project_id === task.project_id)[0]!
      const kind = ['billable', 'non-billable', 'overtime', 'mentoring'][roll(4)]!
      switch (roll(8)) {
        case 0:
        case 1:
        case 2:
          await db.admin`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes,
              kind, contract_line_id)
            values (${task.project_id}, ${task.id}, ${person.id}, ${roll(5) ? person.job_role : 'diver'}, ${day}, ${day},
              ${1 + roll(60)}, ${kind}, ${roll(2) ? line.id : null})`
          break
        case 3:
          await db.admin`update time_entries set submitted_at = now(), approved_at = now(),
              approved_by = (select id from staff where role = 'finance' limit 1)
            where id in (select id from time_entries where approved_at is null order by id limit ${1 + roll(4)})`
          break
        case 4:
          await db.admin`delete from time_entries where id in (
            select id from time_entries where submitted_at is null order by id desc limit ${1 + roll(3)})`
          break
        case 5:
          await db.admin`insert into expenses (project_id, task_id, staff_id, category, description, spent_on, booked_on,
              currency, gross_minor, tax_minor, is_billable, submitted_at)
            values (${task.project_id}, ${roll(2) ? task.id : null}, ${person.id}, 'travel', 'Train', ${day}, ${day},
              'EUR', ${1_000 + roll(9_000)}, ${roll(500)}, ${roll(2) === 0}, ${roll(2) ? new Date() : null})`
          break
        case 6:
          await db.admin`update tasks set percent_complete = ${roll(101)} where id = ${task.id}`
          break
        default:
          await db.admin`insert into task_assignments (project_id, task_id, staff_id, planned_minutes)
            values (${task.project_id}, ${task.id}, ${person.id}, ${roll(6_000)})
            on conflict (task_id, staff_id) do update set planned_minutes = excluded.planned_minutes`
      }
    }
    expect(await differences()).toEqual([])
  })

  test('are so after a rate of one’s own, an hour written anew and everything made anew', async () => {
    await db.admin`insert into cost_rates (staff_id, job_role, currency, hour_minor, from_on, recorded_by)
      select s.id, s.job_role, 'EUR', 19900, '2031-02-01', ${priya.staffId} from staff s where s.email like 'tomas@%'`
    expect(await differences()).toEqual([])
    const kept = () =>
      db.admin`select * from task_month_costs where minutes <> 0 or expense_minor <> 0 order by 1, 2, 3, 4`
    const before = [...(await kept())]
    await db.admin`select app.rebuild_totals()`
    expect([...(await kept())]).toEqual(before)
    expect(await differences()).toEqual([])
  })

  test('follow the calendar as soon as the worker asks', async () => {
    const [line] = await db.admin<{ id: string; project_id: string }[]>`
      select l.id, l.project_id from contract_lines l join billing_milestones m on m.contract_line_id = l.id
      where l.kind = 'fixed-price' and l.recognition = 'at-acceptance' and m.trigger <> 'deposit'
      group by l.id having count(*) > 1 order by l.id limit 1`
    // Without triggers, as if the days had passed: the calendar writes no row.
    const days = (first: string, others: string) =>
      db.admin.begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update billing_milestones set trigger = 'date', due_on = case when position = (
            select min(position) from billing_milestones where contract_line_id = ${line!.id}) then ${first}::date
            else ${others}::date end
          where contract_line_id = ${line!.id} and trigger <> 'deposit'`
      })
    await days('2099-01-01', '2099-01-01')
    await db.admin`select app.keep_project(${line!.project_id})`
    await days('2010-01-01', '2099-01-01')
    expect(await differences()).not.toEqual([])
    const [asked] = await db.worker.asLogin((tx) =>
      tx.execute<{ kept: number }>(statement`select app.keep_due_totals() as kept`),
    )
    expect(asked!.kept).toBe(1)
    expect(await differences()).toEqual([])
    const [again] = await db.worker.asLogin((tx) =>
      tx.execute<{ kept: number }>(statement`select app.keep_due_totals() as kept`),
    )
    expect(again!.kept).toBe(0)
  })

  test('lose nothing of two who log in one project at once', async () => {
    const [task] = await db.admin<{ id: string; project_id: string }[]>`
      select t.id, t.project_id from tasks t join projects p on p.id = t.project_id
      where p.code = 'HT-2601' and not t.is_summary limit 1`
    const people = await db.admin<{ id: string; job_role: string }[]>`
      select id, job_role from staff where role = 'team_member' order by id limit 2`
    await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const { id, job_role } = people[index % 2]!
        const day = addDays('2032-03-01', index)
        return db.admin`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
          values (${task!.project_id}, ${task!.id}, ${id}, ${job_role}, ${day}, ${day}, 60)`
      }),
    )
    expect(await differences()).toEqual([])
  })
})

describe('recognition', () => {
  test('in the database is what the domain says, line by line, on this day', async () => {
    const [today] = await db.admin<
      { day: string }[]
    >`select (now() at time zone 'Europe/Berlin')::date::text as day`
    const said = await db.console.read(priya, (tx) => recognisedTo(tx, { on: '2099-12-31' }))
    const kept = await db.console.read(priya, (tx) => tx.select().from(lineMargins))
    expect(kept.length).toBeGreaterThan(5)
    const byTheDay = (method: string) => method === 'by-the-day' || method === 'by-the-period'
    const now = await db.console.read(priya, (tx) => recognisedTo(tx, { on: today!.day }))
    for (const line of kept) {
      const { method } = said.find((each) => each.contractLineId === line.contractLineId)!
      const from = byTheDay(method) ? now : said
      const { recognisedMinor, invoicedMinor, wipMinor } = from.find(
        (each) => each.contractLineId === line.contractLineId,
      )!
      expect({ name: line.name, recognisedMinor, invoicedMinor }).toEqual({
        name: line.name,
        recognisedMinor: line.recognisedMinor,
        invoicedMinor: line.invoicedMinor,
      })
      if (method === 'at-acceptance') expect(wipMinor >= 0n).toBe(true)
      expect(line.recognisedMinor).toBe(line.invoicedMinor + line.unbilledMinor - line.deferredMinor)
    }
  })

  test('of the past knows nothing that came later', async () => {
    const before = await db.console.read(priya, (tx) => recognisedTo(tx, { on: '2001-01-31' }))
    expect(
      before.every(
        ({ recognisedMinor, invoicedMinor, costMinor }) => recognisedMinor + invoicedMinor + costMinor === 0n,
      ),
    ).toBe(true)
  })

  test('by the day is the same in both places', async () => {
    for (const [value, starts, ends, months, on] of [
      [120_001, '2026-01-31', '2026-12-31', 1, '2026-07-13'],
      [99_999, '2026-01-01', '2028-02-29', 3, '2027-05-05'],
      [1_000, '2026-01-01', '2026-12-31', null, '2026-02-02'],
    ] as const) {
      const { recognised } = await import('@countersign/domain/recognition')
      const none = {
        releasedMinor: 0n,
        scheduledMinor: 0n,
        workedMinor: 0n,
        costMinor: 0n,
        etcCostMinor: 0n,
        minutes: 0n,
        etcMinutes: 0n,
      }
      const kind = months === null ? ('fixed-price' as const) : ('retainer' as const)
      const line = {
        kind,
        recognition: 'straight-line' as const,
        valueMinor: BigInt(value),
        startsOn: starts,
        endsOn: ends,
        periodMonths: months,
      }
      const [row] = await db.admin<{ minor: string }[]>`
        select app.earned_by_the_day(${value}, ${starts}, ${ends}, ${months}, ${on})::text as minor`
      expect(row!.minor).toBe(String(recognised(line, none, on)))
    }
  })
})

describe('what a person costs', () => {
  const costOf = async (actor: StaffActor, projectId: string) => {
    const [row] = (await db.console.read(actor, (tx) =>
      tx.execute(statement`select cost_minor::text as cost, worked_minutes::text as minutes
        from app.project_margins where project_id = ${projectId}`),
    )) as unknown as { cost: string; minutes: string }[]
    return { cost: BigInt(row!.cost), minutes: BigInt(row!.minutes) }
  }

  test('is told by no difference between two looks of a manager, and finance sees it', async () => {
    const mara = await db.staff('mara')
    const projectId = await db.idOf.project('HT-2601')
    const [tomas] = await db.admin<{ id: string; job_role: string; task: string }[]>`
      select s.id, s.job_role, (select t.id from tasks t where t.project_id = ${projectId} and not t.is_summary limit 1) as task
      from staff s where s.email like 'tomas@%'`
    const [standard] = await db.admin<{ minor: string }[]>`
      select hour_minor::text as minor from cost_rates
      where staff_id is null and job_role = ${tomas!.job_role} order by from_on desc limit 1`
    const before = { mara: await costOf(mara, projectId), priya: await costOf(priya, projectId) }
    await db.admin`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      values (${projectId}, ${tomas!.task}, ${tomas!.id}, ${tomas!.job_role}, '2033-01-03', '2033-01-03', 60)`
    const after = { mara: await costOf(mara, projectId), priya: await costOf(priya, projectId) }
    expect(after.mara.cost - before.mara.cost).toBe(BigInt(standard!.minor))
    expect(after.priya.cost - before.priya.cost).toBe(19_900n)
  })

  test('is in no part of a project that a manager reads', async () => {
    const mara = await db.staff('mara')
    const rows = (await db.console.read(mara, (tx) =>
      tx.execute(
        statement`select sum(labour_minor)::text as shown, sum(standard_minor)::text as standard from app.task_costs`,
      ),
    )) as unknown as { shown: string; standard: string }[]
    expect(rows[0]!.shown).toBe(rows[0]!.standard)
    const months = (await db.console.read(mara, (tx) =>
      tx.execute(statement`select sum(labour_minor)::text as shown from app.month_costs`),
    )) as unknown as { shown: string }[]
    expect(months[0]!.shown).toBe(rows[0]!.standard)
  })

  test('shows in a closed month where three with rates of their own worked, and where two did not', async () => {
    const jonas = await db.staff('jonas')
    const projectId = await db.idOf.project('SL-2602')
    const [task] = await db.admin<{ id: string }[]>`
      select id from tasks where project_id = ${projectId} and not is_summary limit 1`
    const people = await db.admin<{ id: string; job_role: string }[]>`
      select id, job_role from staff where email ~ '^(tomas|aiko|mara)@' order by email`
    const rate = (id: string, role: string) => db.admin`
      insert into cost_rates (staff_id, job_role, currency, hour_minor, from_on, recorded_by)
      values (${id}, ${role}, 'EUR', 20000, '2034-01-01', ${priya.staffId})`
    await db.admin`delete from cost_rates where staff_id is not null`
    for (const { id, job_role } of people) await rate(id, job_role)
    const work = (id: string, role: string, day: string) => db.admin`
      insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes)
      values (${projectId}, ${task!.id}, ${id}, ${role}, ${day}, ${day}, 60)`
    for (const { id, job_role } of people) await work(id, job_role, '2034-03-06')
    for (const { id, job_role } of people.slice(0, 2)) await work(id, job_role, '2034-04-03')
    const gap = async () => (await costOf(priya, projectId)).cost - (await costOf(jonas, projectId)).cost
    const open = await gap()
    // Two months far ahead, without all those before them: what is tested is what their closing shows.
    for (const month of ['2034-03-01', '2034-04-01'])
      await db.admin.begin(async (sql) => {
        await sql`set local session_replication_role = replica`
        const [{ id }] = (await sql`insert into month_closings (month_on, act, report_sha256, done_by)
          values (${month}, 'closed', ${'0'.repeat(64)}, ${priya.staffId}) returning id`) as unknown as [
          { id: string },
        ]
        await sql`set local session_replication_role = default`
        await sql`insert into closed_months (month_on, closing_id) values (${month}, ${id})`
      })
    const closed = await gap()
    expect(open > closed && closed > 0n).toBe(true)
    const [disclosed] = await db.admin<{ months: string[]; minor: string }[]>`
      select array_agg(month_on::text) as months, sum(difference_minor)::text as minor from disclosed_costs
      where project_id = ${projectId}`
    expect(disclosed!.months).toEqual(['2034-03-01'])
    expect(open - closed).toBe(BigInt(disclosed!.minor))
    expect(await differences()).toEqual([])
  })
})
