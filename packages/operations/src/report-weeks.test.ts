import type { StaffActor, Tx } from '@countersign/db/connect'
import { provider } from '@countersign/db/tables/provider'
import { timeEntries, timeReviews } from '@countersign/db/tables/time'
import { reportHours, reports } from '@countersign/db/views/reports'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { answerReportWeek } from './answer-report-week'
import { approveWeek } from './approve-week'
import { assignTask } from './assign-task'
import { logTime } from './log-time'
import { brokenConstraint } from './result'
import { submitWeek, takeBackWeek } from './submit-week'

let db: StoryDatabase
let people: Record<'mara' | 'jonas' | 'tomas' | 'aiko' | 'ewan' | 'priya' | 'ines', StaffActor>
let projectId: string
let taskId: string
const now = new Date('2031-12-01T08:00:00Z')
const monday = '2031-03-03'
let week = monday
beforeAll(async () => {
  db = await storyDatabase('report weeks')
  const names = ['mara', 'jonas', 'tomas', 'aiko', 'ewan', 'priya', 'ines'] as const
  people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await db.staff(name)] as const)),
  ) as typeof people
  projectId = await db.idOf.project('GI-2603')
  const [task] = await db.admin<{ id: string }[]>`
    select id from tasks where project_id = ${projectId} and uid = 3`
  taskId = task!.id
  for (const { staffId } of [people.aiko, people.tomas])
    await db.console.write(people.mara, (tx) =>
      assignTask(tx, {
        ...{ projectId, taskUid: 3, staffId, plannedMinutes: 60, dueOn: null, isAccountable: false },
      }),
    )
})
afterAll(() => db.close())

/** Two hours of one Monday, handed in; each time of another week. */
async function handsIn(by: StaffActor) {
  week = addDays(week, 7)
  const entry = { taskId, workedOn: week, minutes: 120, note: 'Secret note', today: week }
  const logged = await db.console.write(by, (tx) => logTime(tx, { ...entry, by }))
  expect(logged).toMatchObject({ ok: true })
  const own = { projectId, weekOn: week, by, now }
  expect(await db.console.write(by, (tx) => submitWeek(tx, own))).toEqual({ ok: true })
  return { staffId: by.staffId, weekOn: week as LocalDate }
}
const approves = (minutes = 120) => ({ act: 'approved' as const, minutes })
const answers = (
  by: StaffActor,
  of: { staffId: string; weekOn: LocalDate },
  answer: Parameters<typeof answerReportWeek>[1]['answer'],
) => db.console.write(by, (tx) => answerReportWeek(tx, { ...of, answer, now }))
const seenBy = (by: StaffActor, { staffId, weekOn }: { staffId: string; weekOn: LocalDate }) =>
  db.console.read(by, async (tx) =>
    (await tx.select().from(reportHours).where(eq(reportHours.staffId, staffId)))
      .filter((each) => each.workedOn === weekOn)
      .map(({ minutes, billableMinutes, state }) => ({ minutes, billableMinutes, state })),
  )
async function entryOf({ staffId, weekOn }: { staffId: string; weekOn: LocalDate }) {
  const [entry] = await db.admin<Record<string, unknown>[]>`
    select submitted_at is not null as submitted, checked_by, approved_by, cost_minor is not null as priced
    from time_entries where staff_id = ${staffId} and worked_on = ${weekOn}`
  return entry
}
const projectApproves = (by: StaffActor, { staffId, weekOn }: { staffId: string; weekOn: LocalDate }) =>
  db.console.write(by, (tx) => approveWeek(tx, { projectId, staffId, weekOn, minutes: 120, by, now }))
const releases = (lineManagerReleases: boolean) =>
  db.admin`update provider set line_manager_releases = ${lineManagerReleases}`

describe('a line manager', () => {
  test('sees who reports to them, and their hours as sums without notes, tasks or money', async () => {
    const own = await handsIn(people.tomas)
    const names = await db.console.read(people.mara, (tx) => tx.select({ name: reports.name }).from(reports))
    expect(names).toEqual([{ name: people.tomas.name }])
    expect(await seenBy(people.mara, own)).toEqual([
      { minutes: 120, billableMinutes: 120, state: 'with-project' },
    ])
    for (const other of [people.aiko, people.jonas, people.priya, people.tomas])
      expect(await seenBy(other, own)).toEqual([])
    const columns = await db.console.read(people.mara, (tx) =>
      tx.execute<{ name: string }>(sql`select attname as name from pg_attribute
        where attrelid = 'app.report_hours'::regclass and attnum > 0`),
    )
    expect(columns.map(({ name }) => name).join()).not.toMatch(/minor|note|task|rate/)
  })

  test('reads a report’s hours in no other way', async () => {
    const own = await handsIn(people.mara)
    const ofMara = (tx: Tx) =>
      tx.select({ id: timeEntries.id }).from(timeEntries).where(eq(timeEntries.staffId, own.staffId))
    await expect(db.console.read(people.ewan, ofMara)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('approves hours that no project’s manager can, as they were seen, and nobody else’s', async () => {
    const own = await handsIn(people.mara)
    expect(await seenBy(people.ewan, own)).toEqual([{ minutes: 120, billableMinutes: 120, state: 'mine' }])
    expect(await answers(people.ewan, own, approves(60))).toEqual({ ok: false, why: 'changed-meanwhile' })
    for (const other of [people.aiko, people.jonas, people.tomas, people.priya, people.ines, people.mara])
      expect(await answers(other, own, approves())).toEqual({ ok: false, why: 'no-such-week' })
    expect(await answers(people.ewan, own, approves())).toEqual({ ok: true })
    expect(await entryOf(own)).toMatchObject({ approved_by: people.ewan.staffId })
    expect(await answers(people.ewan, own, approves())).toEqual({ ok: false, why: 'nothing-handed-in' })

    const others = await handsIn(people.aiko)
    expect(await answers(people.jonas, others, approves())).toEqual({ ok: false, why: 'nothing-handed-in' })
  })

  test('sends them back with a reason, which their author reads', async () => {
    const own = await handsIn(people.mara)
    expect(await answers(people.ewan, own, { act: 'sent-back', reason: '' })).toEqual({
      ok: false,
      why: 'no-reason',
    })
    expect(await answers(people.ewan, own, { act: 'sent-back', reason: 'Friday?' })).toEqual({ ok: true })
    expect(await entryOf(own)).toMatchObject({ submitted: false, approved_by: null })
    const [review] = await db.console
      .read(people.mara, (tx) =>
        tx
          .select({ act: timeReviews.act, reason: timeReviews.reason, doneBy: timeReviews.doneBy })
          .from(timeReviews)
          .where(eq(timeReviews.weekOn, own.weekOn)),
      )
      .then((rows) => rows.filter(({ act }) => act === 'sent-back'))
    expect(review).toEqual({ act: 'sent-back', reason: 'Friday?', doneBy: people.ewan.staffId })
  })

  test('is told of what waits, and an author of what came back', async () => {
    const own = await handsIn(people.mara)
    await answers(people.ewan, own, { act: 'sent-back', reason: 'Friday?' })
    const jobs = await db.admin<{ key: string }[]>`
      select key from graphile_worker.jobs where task_identifier = 'after-week' and key like ${`%${own.weekOn}%`}`
    expect(jobs.map(({ key }) => key.split(' ').slice(-2).join(' ')).sort()).toEqual([
      'handed in',
      'sent back',
    ])
  })
})

describe('where the line manager releases weeks', () => {
  beforeAll(() => releases(true))
  afterAll(() => releases(false))

  test('what a project found right freezes once it is released', async () => {
    const own = await handsIn(people.aiko)
    expect(await projectApproves(people.mara, own)).toEqual({ ok: true })
    expect(await entryOf(own)).toMatchObject({ checked_by: people.mara.staffId, approved_by: null })
    expect(await projectApproves(people.mara, own)).toEqual({ ok: false, why: 'nothing-handed-in' })
    expect(await seenBy(people.jonas, own)).toEqual([{ minutes: 120, billableMinutes: 120, state: 'mine' }])
    expect(await answers(people.jonas, own, approves())).toEqual({ ok: true })
    expect(await entryOf(own)).toMatchObject({
      checked_by: people.mara.staffId,
      approved_by: people.jonas.staffId,
    })
  })

  test('nobody passes the release: neither a project’s manager, nor finance, nor the author', async () => {
    const own = await handsIn(people.aiko)
    for (const by of [people.mara, people.priya]) {
      const attempt = db.console.write(by, (tx) =>
        tx
          .update(timeEntries)
          .set({ approvedAt: now, approvedBy: by.staffId })
          .where(eq(timeEntries.workedOn, own.weekOn)),
      )
      expect(brokenConstraint(await attempt.catch((thrown: unknown) => thrown))).toBe(
        'time_waits_for_release',
      )
    }
    await projectApproves(people.mara, own)
    const mine = { projectId, weekOn: own.weekOn, by: people.aiko, now }
    expect(await db.console.write(people.aiko, (tx) => takeBackWeek(tx, mine))).toEqual({
      ok: false,
      why: 'nothing-to-take-back',
    })
    const forced = db.console.write(people.aiko, (tx) =>
      tx.update(timeEntries).set({ submittedAt: null }).where(eq(timeEntries.workedOn, own.weekOn)),
    )
    expect(brokenConstraint(await forced.catch((thrown: unknown) => thrown))).toBe('time_is_open')
    const claimed = db.console.write(people.mara, (tx) =>
      tx
        .update(timeEntries)
        .set({ checkedAt: new Date('2031-12-02'), checkedBy: people.jonas.staffId })
        .where(eq(timeEntries.workedOn, own.weekOn)),
    )
    await claimed
    expect(await entryOf(own)).toMatchObject({ checked_by: people.mara.staffId })
  })

  test('sent back, the whole week is the author’s again', async () => {
    const own = await handsIn(people.aiko)
    await projectApproves(people.mara, own)
    expect(await answers(people.jonas, own, { act: 'sent-back', reason: 'Which site?' })).toEqual({
      ok: true,
    })
    expect(await entryOf(own)).toMatchObject({ submitted: false, checked_by: null, approved_by: null })
  })

  test('who is both says both at once', async () => {
    const own = await handsIn(people.tomas)
    expect(await projectApproves(people.mara, own)).toEqual({ ok: true })
    expect(await entryOf(own)).toMatchObject({ checked_by: null, approved_by: people.mara.staffId })
  })

  test('who has no line manager is not waited for', async () => {
    await db.admin`update staff set line_manager_id = null where id = ${people.aiko.staffId}`
    const own = await handsIn(people.aiko)
    expect(await projectApproves(people.mara, own)).toEqual({ ok: true })
    expect(await entryOf(own)).toMatchObject({ approved_by: people.mara.staffId })
    await db.admin`update staff set line_manager_id = ${people.jonas.staffId} where id = ${people.aiko.staffId}`
  })

  test('the setting is finance’s and the administrator’s', async () => {
    const change = (tx: Tx, changedBy = people.ewan.staffId) =>
      tx.update(provider).set({ lineManagerReleases: false, changedBy })
    await expect(db.console.write(people.ewan, change)).rejects.toMatchObject({ cause: { code: '42501' } })
    await db.tried(people.priya, async (tx) =>
      expect(await change(tx, people.priya.staffId).returning()).toHaveLength(1),
    )
  })
})
