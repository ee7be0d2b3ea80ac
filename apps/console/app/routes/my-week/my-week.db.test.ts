import type { StaffActor } from '@countersign/db/connect'
import { planEdits } from '@countersign/db/tables/plan-edits'
import { localDateIn } from '@countersign/domain/calendar-day'
import { noteLook } from '@countersign/operations/note-look'
import { notePlanChange } from '@countersign/operations/note-plan-change'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../../../db/tests/harness/story'
import { activityOf } from '../activity/queries.server'
import { dependenciesOf } from '../dependencies/queries.server'
import { hitsFor } from '../search/queries.server'
import { changesFor } from './changes.server'
import { dueFrom } from './due.server'
import { placeOfChange, placeOfDue } from './places'
import { nextThings } from './projects.server'

/** After the story was told, some of which happens while it is told. */
let now: Date
let today: string
let db: StoryDatabase
let staff: Record<'mara' | 'jonas' | 'tomas' | 'priya', StaffActor>
beforeAll(async () => {
  db = await storyDatabase('my week')
  const [mara, jonas, tomas, priya] = await Promise.all([
    db.staff('mara'),
    db.staff('jonas'),
    db.staff('tomas'),
    db.staff('priya'),
  ])
  now = new Date()
  today = localDateIn('Europe/Berlin', now)
  staff = { mara, jonas, tomas, priya }
})
afterAll(() => db.close())

const dues = (who: keyof typeof staff) =>
  db.console.read(staff[who], (tx) => dueFrom(tx, staff[who], today, now))
const changes = (who: keyof typeof staff) =>
  db.console.read(staff[who], (tx) => changesFor(tx, staff[who], now))
const hits = (who: keyof typeof staff, term: string) =>
  db.console.read(staff[who], (tx) => hitsFor(tx, staff[who], term))

describe('what is due', () => {
  test('is, of a manager, the own projects’ and nobody else’s', async () => {
    const [projects] = await db.admin<{ ids: string[] }[]>`
      select array_agg(p.id) as ids from projects p join staff s on s.id = p.manager_id
      where s.email = 'jonas@halden.example'`
    const own = await dues('jonas')
    expect(own.length).toBeGreaterThan(0)
    for (const { project } of own) if (project) expect(projects!.ids).toContain(project.id)
  })

  test('names hours that wait for approval until they are approved', async () => {
    const waiting = async () =>
      (await dues('jonas')).find(({ kind }) => kind === 'hours-to-approve')?.count ?? 0
    const before = await waiting()
    expect(before).toBeGreaterThan(0)
    await db.admin`
      update time_entries set submitted_at = null where submitted_at is not null and approved_at is null
        and project_id in (select p.id from projects p join staff s on s.id = p.manager_id
          where s.email = 'jonas@halden.example')`
    expect(await waiting()).toBe(0)
  })

  test('holds the late task of whoever is on it', async () => {
    const mine = async () => (await dues('tomas')).filter(({ kind }) => kind === 'my-task')
    const before = await mine()
    await db.admin`
      update task_assignments set due_on = ${today}::date - 3
      where staff_id = ${staff.tomas.staffId} and task_id = (
        select a.task_id from task_assignments a join tasks t on t.id = a.task_id
        where a.staff_id = ${staff.tomas.staffId} and t.percent_complete < 100
          and coalesce(a.due_on, left(t.finishes_local, 10)::date) > ${today}::date + 7 limit 1)`
    const after = await mine()
    expect(after).toHaveLength(before.length + 1)
    expect(after[0]!.on! < today).toBe(true)
  })

  test('asks finance to bill what was accepted', async () => {
    const kinds = new Set((await dues('priya')).map(({ kind }) => kind))
    expect(kinds).toContain('to-bill')
    expect(kinds).not.toContain('tasks-overdue')
  })

  test('names what others owe the own projects too late, as the project’s page has it', async () => {
    const [project] = await db.admin<{ id: string }[]>`select id from projects where code = 'HT-2601'`
    await db.admin`update dependencies set need_on = ${today}::date - 5
      where project_id = ${project!.id} and closing is null`
    const late = await db.console.read(staff.mara, (tx) => dependenciesOf(tx, project!.id, today))
    const expected = late.filter(({ isLate }) => isLate).map(({ number }) => String(number))
    expect(expected.length).toBeGreaterThan(0)
    const own = (who: keyof typeof staff) =>
      dues(who).then((all) =>
        all.filter(({ kind, project: of }) => kind === 'dependency-late' && of?.id === project!.id),
      )
    expect((await own('mara')).map(({ at }) => at).sort()).toEqual(expected.sort())
    expect(await own('jonas')).toEqual([])
  })

  test('holds a gate’s condition for whoever owns it, until it is settled', async () => {
    const mine = async (who: keyof typeof staff) =>
      (await dues(who)).filter(({ kind }) => kind === 'gate-condition').map(({ at, on }) => ({ at, on }))
    const open = (who: keyof typeof staff) => db.admin<{ at: string; on: string }[]>`
      select c.id::text as at, c.due_on::text as on from gate_conditions c where c.owner_id = ${staff[who].staffId}
        and not exists (select from gate_condition_closures x where x.condition_id = c.id) order by c.due_on`
    for (const who of ['mara', 'tomas', 'jonas'] as const)
      expect(await mine(who)).toEqual([...(await open(who))])
    expect((await mine('mara')).length + (await mine('tomas')).length).toBeGreaterThan(0)
  })

  test('asks a line manager about leave and weeks of who reports to them, and nobody else', async () => {
    const kinds = async (who: keyof typeof staff) => (await dues(who)).map(({ kind }) => kind)
    expect(await kinds('mara')).toContain('leave-to-answer')
    expect(await kinds('tomas')).not.toContain('leave-to-answer')
    expect(await kinds('mara')).not.toContain('weeks-to-answer')
    await db.admin`update staff set line_manager_id = ${staff.priya.staffId} where id = ${staff.mara.staffId}`
    const [task] = await db.admin<{ id: string; project: string }[]>`
      select t.id, t.project_id as project from tasks t join projects p on p.id = t.project_id
      where p.manager_id = ${staff.mara.staffId} and not t.is_summary and not t.is_milestone limit 1`
    await db.admin`insert into time_entries (project_id, task_id, staff_id, job_role, worked_on, booked_on, minutes,
        submitted_at)
      select ${task!.project}, ${task!.id}, id, job_role, ${today}::date, ${today}::date, 60, now()
      from staff where id = ${staff.mara.staffId}`
    expect((await dues('priya')).filter(({ kind }) => kind === 'weeks-to-answer')).toMatchObject([
      { count: 1, on: today, project: null },
    ])
    expect(await kinds('jonas')).not.toContain('weeks-to-answer')
    expect(await kinds('mara')).not.toContain('weeks-to-answer')
  })

  test('has a page for everything', async () => {
    for (const who of Object.keys(staff) as (keyof typeof staff)[]) {
      for (const due of await dues(who)) expect(placeOfDue(due)).toMatch(/^\/[\w/?=#-]+$/)
      for (const change of (await changes(who)).changes)
        expect(placeOfChange(change)).toMatch(/^\/[\w/?=#-]+$/)
    }
  })
})

describe('what changed', () => {
  test('says once a project who changed its plan how often, to all who work in it but who did', async () => {
    const [project] = await db.admin<{ id: string }[]>`select id from projects where code = 'HT-2601'`
    await db.admin`delete from staff_looks`
    const look = new Date()
    for (const who of ['mara', 'tomas', 'jonas'] as const)
      await db.console.write(staff[who], (tx) =>
        noteLook(tx, { staffId: staff[who].staffId, until: look, now: look }),
      )
    const saved = new Date(look.getTime() + 1000)
    for (let times = 0; times < 2; times++)
      await db.console.write(staff.mara, (tx) =>
        notePlanChange(tx, { projectId: project!.id, now: saved, edits: [] }),
      )
    const edits = async (who: keyof typeof staff) =>
      (await changes(who)).changes
        .filter(({ kind }) => kind === 'plan-edited')
        .map(({ who: by, what, project: of, happenedAt }) => ({ by, what, of: of.id, happenedAt }))
    expect(await edits('tomas')).toEqual([
      { by: staff.mara.name, what: '2', of: project!.id, happenedAt: saved.toISOString() },
    ])
    expect(await edits('mara')).toEqual([])
    expect(await edits('jonas')).toEqual([])
    await db.admin`delete from staff_looks`
    await expect(
      db.console.read(staff.tomas, (tx) => tx.select({ edits: planEdits.edits }).from(planEdits)),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('is gone once somebody said to have seen it, for that person alone', async () => {
    const marasBefore = (await changes('mara')).changes.length
    const before = await changes('jonas')
    expect(before.changes.length).toBeGreaterThan(0)
    await db.console.write(staff.jonas, (tx) =>
      noteLook(tx, { staffId: staff.jonas.staffId, until: now, now }),
    )
    const after = await changes('jonas')
    expect(after.changes).toEqual([])
    expect(after.since).toBe(now.toISOString())
    expect((await changes('mara')).changes).toHaveLength(marasBefore)
  })

  test('cannot be put aside before it happened, nor taken back', async () => {
    const later = new Date(now.getTime() + 86_400_000)
    await db.console.write(staff.mara, (tx) =>
      noteLook(tx, { staffId: staff.mara.staffId, until: later, now }),
    )
    await db.console.write(staff.mara, (tx) =>
      noteLook(tx, { staffId: staff.mara.staffId, until: new Date(0), now }),
    )
    expect((await changes('mara')).since).toBe(now.toISOString())
  })

  test('is nobody else’s to note', async () => {
    await expect(
      db.console.write(staff.priya, (tx) => noteLook(tx, { staffId: staff.mara.staffId, until: now, now })),
    ).rejects.toThrow()
  })
})

describe('the next thing', () => {
  test('is one for each project that is not finished', async () => {
    const due = await dues('mara')
    const projects = await db.console.read(staff.mara, (tx) => nextThings(tx, due))
    expect(projects.length).toBeGreaterThan(0)
    expect(new Set(projects.map(({ id }) => id)).size).toBe(projects.length)
  })
})

describe('team activity', () => {
  test('counts what each person of the own projects has before them', async () => {
    const people = await db.console.read(staff.mara, (tx) => activityOf(tx, today))
    const [expected] = await db.admin<{ open: number; overdue: number }[]>`
      select count(*)::integer as open,
        (count(*) filter (where coalesce(a.due_on, left(t.finishes_local, 10)::date) < ${today}::date))::integer as overdue
      from task_assignments a join tasks t on t.id = a.task_id join projects p on p.id = a.project_id
      join staff s on s.id = p.manager_id
      where s.email = 'mara@halden.example' and a.staff_id = ${staff.tomas.staffId} and t.percent_complete < 100
        and t.is_active and not t.is_summary`
    const tomas = people.find(({ id }) => id === staff.tomas.staffId)!
    expect([tomas.openTasks, tomas.overdueTasks]).toEqual([expected!.open, expected!.overdue])
    expect(tomas.openTasks).toBeGreaterThan(0)
  })

  test('says how long customers waited for an answer, and who waits still', async () => {
    const people = await db.console.read(staff.mara, (tx) => activityOf(tx, today))
    const [expected] = await db.admin<{ waiting: number }[]>`
      select (select count(*) from time_requests r join projects p on p.id = r.project_id
          where p.manager_id = ${staff.mara.staffId}
            and not exists (select from time_answers a where a.time_request_id = r.id))::integer
        + (select count(*) from warranty_claims c join projects p on p.id = c.project_id
          where p.manager_id = ${staff.mara.staffId}
            and not exists (select from claim_answers a where a.claim_id = c.id))::integer
        + (select count(*) from test_defects d join projects p on p.id = d.project_id
          where p.manager_id = ${staff.mara.staffId}
            and not exists (select from defect_answers a where a.defect_id = d.id))::integer as waiting`
    const mara = people.find(({ id }) => id === staff.mara.staffId)!
    expect(mara.openQuestions).toBe(expected!.waiting)
    if (mara.answered > 0) expect(mara.medianHours).toBeGreaterThanOrEqual(0)
  })
})

describe('the search', () => {
  test('finds projects, tasks and people by part of their name, however it is written', async () => {
    expect((await hits('jonas', 'WERFTLEIT')).map(({ kind }) => kind)).toContain('project')
    expect((await hits('jonas', 'krane')).map(({ kind }) => kind)).toContain('task')
    expect((await hits('jonas', 'tomás')).map(({ name }) => name)).toContain('Tomás Rey')
  })

  test('shows nobody what is not theirs', async () => {
    expect((await hits('mara', 'werftleit')).filter(({ kind }) => kind === 'project')).toEqual([])
    expect((await hits('tomas', 'Lindqvist')).filter(({ kind }) => kind === 'contact')).toEqual([])
  })

  test('takes signs for what they are', async () => {
    expect(await hits('jonas', '%%')).toEqual([])
    expect(await hits('jonas', '__')).toEqual([])
    expect(await hits('jonas', 'x')).toEqual([])
  })
})
