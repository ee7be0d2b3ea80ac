import type { StaffActor, Tx } from '@countersign/db/connect'
import { planEdits } from '@countersign/db/tables/plan-edits'
import { tasks } from '@countersign/db/tables/plan'
import { link } from '@countersign/domain/schedule/plan-examples'
import { standardCalendar, type PlanTask } from '@countersign/domain/schedule/plan'
import { withEdits } from '@countersign/domain/workspace/apply-edits'
import { inOrder } from '@countersign/domain/workspace/tests/same-workspace'
import { assign, newAssignment } from '@countersign/domain/workspace/commands'
import { deleteTasks, indentTasks, insertTask } from '@countersign/domain/workspace/outline-commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { asc, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atOnce } from '../../../db/tests/harness/at-once'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { addCalendar } from './change-calendar'
import { planEditsSince, planRevision } from './plan-edits-since'
import { reviseTask } from './revise-task'
import { savePlanEdits } from './save-plan-edits'
import { rescheduleProject } from './schedule-project'
import { storedPlan } from './stored-plan'
import { workspaceOf } from './workspace-of'

let db: StoryDatabase
let mara: StaffActor
let projectId: string
const now = new Date('2026-06-01T08:00:00Z')
beforeAll(async () => {
  db = await storyDatabase('save plan edits')
  mara = await db.staff('mara')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

async function saves(tx: Tx, edits: WorkspaceEdit[], more: object = {}) {
  const base = (await planRevision(tx, projectId))!
  return savePlanEdits(tx, { projectId, key: randomUUID(), base, edits, now, ...more })
}
const rows = (tx: Tx) =>
  tx.select().from(tasks).where(eq(tasks.projectId, projectId)).orderBy(asc(tasks.position))
const workspace = async (tx: Tx) => workspaceOf((await storedPlan(tx, projectId))!)
const change = (uid: number, fields: Partial<PlanTask>): WorkspaceEdit => {
  return { kind: 'change-task', uid, change: fields }
}

/** In the internal project: 1 is the summary "Preparation", 3 "Standard image", 4 the milestone "Image approved". */
describe('saving what was edited in a plan', () => {
  test('dates the plan anew and numbers the change', async () => {
    await db.tried(mara, async (tx) => {
      const [before, revision] = [await rows(tx), (await planRevision(tx, projectId))!]
      const saved = await saves(tx, [change(3, { durationMinutes: 30 * 480, name: 'Image' })])
      expect(saved).toMatchObject({ ok: true, revision: revision + 1, others: [] })
      const after = await rows(tx)
      const at = after.findIndex(({ uid }) => uid === 3)
      expect(after[at]).toMatchObject({ name: 'Image', durationMinutes: 30 * 480, id: before[at]!.id })
      expect(after[at]!.finishesLocal > before[at]!.finishesLocal).toBe(true)
      expect(await planEditsSince(tx, { projectId, since: revision })).toMatchObject([
        {
          number: revision + 1,
          by: { name: mara.name },
          savedAt: now.toISOString(),
          edits: [{ kind: 'change-task' }],
        },
      ])
    })
  })

  test('writes rows that come, go and move, and leaves the plan as a schedule from scratch would have it', async () => {
    await db.tried(mara, async (tx) => {
      const given = await workspace(tx)
      const { edits: inserted, uid } = insertTask(given.plan, {
        afterUid: 3,
        task: { name: 'Test the image' },
      })
      const resource = {
        uid: 90,
        name: 'Laptop bench',
        kind: 'work' as const,
        calendarUid: null,
        maxUnitsPercent: 100,
      }
      let edits: WorkspaceEdit[] = [
        ...inserted,
        { kind: 'add-link', link: link(2, uid, { lag: 60 }) },
        { kind: 'set-resource', resource },
        { kind: 'set-assignment', assignment: newAssignment(900, uid, 90, 50) },
        { kind: 'set-milestone-kind', uid: 4, milestoneKind: 'billing' },
      ]
      const step = withEdits(given, edits)
      if (!step.ok) throw new Error(step.why)
      edits = [...edits, ...indentTasks(step.workspace.plan, [uid])]
      const wanted = withEdits(given, edits)
      if (!wanted.ok) throw new Error(wanted.why)
      expect(await saves(tx, edits)).toMatchObject({ ok: true })
      expect(inOrder(await workspace(tx))).toEqual(inOrder(wanted.workspace))
      const written = await rows(tx)
      await rescheduleProject(tx, projectId)
      expect(await rows(tx)).toEqual(written)

      expect(await saves(tx, wanted.inverse)).toMatchObject({ ok: true })
      expect(inOrder(await workspace(tx))).toEqual(inOrder(given))
    })
  })

  test('keeps what others saved meanwhile, and says what that was', async () => {
    await db.tried(mara, async (tx) => {
      const base = (await planRevision(tx, projectId))!
      await saves(tx, [change(3, { durationMinutes: 960 })])
      const { edits } = insertTask((await workspace(tx)).plan, { afterUid: 3, task: { name: 'Theirs' } })
      await saves(tx, edits)
      const mine = edits.map((edit) =>
        edit.kind === 'add-task' ? { ...edit, task: { ...edit.task, name: 'Mine' } } : edit,
      )
      const saved = await saves(tx, [...mine, change(3, { name: 'Image' })], { base })
      expect(saved).toMatchObject({
        ok: true,
        revision: base + 3,
        others: [{ number: base + 1 }, { number: base + 2 }],
      })
      const names = (await rows(tx)).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['Mine', 'Theirs', 'Image']))
      expect((await rows(tx)).find(({ uid }) => uid === 3)).toMatchObject({ durationMinutes: 960 })
    })
  })

  test('writes nothing where both gave a field another value, until somebody chose', async () => {
    await db.tried(mara, async (tx) => {
      const base = (await planRevision(tx, projectId))!
      await saves(tx, [change(3, { durationMinutes: 960 })])
      const [before, key] = [await rows(tx), randomUUID()]
      const mine = [change(3, { durationMinutes: 480 }), change(2, { name: 'Second' })]
      expect(await saves(tx, mine, { base, key })).toMatchObject({
        why: 'conflicts',
        conflicts: [{ key: 'task-3-durationMinutes', kind: 'same-field', mine: 480, theirs: 960 }],
        others: [{ number: base + 1 }],
      })
      expect(await rows(tx)).toEqual(before)
      const choices = { 'task-3-durationMinutes': 'mine' as const }
      expect(await saves(tx, mine, { base, key, choices })).toMatchObject({ ok: true, revision: base + 2 })
      expect((await rows(tx)).find(({ uid }) => uid === 3)).toMatchObject({ durationMinutes: 480 })
    })
  })

  test('saves the same key once and answers the same', async () => {
    await db.tried(mara, async (tx) => {
      const [base, key] = [(await planRevision(tx, projectId))!, randomUUID()]
      await saves(tx, [change(2, { name: 'Theirs' })])
      const edits = [change(3, { durationMinutes: 960 })]
      const first = await saves(tx, edits, { key, base })
      await saves(tx, [change(3, { durationMinutes: 1440 })])
      expect(await saves(tx, edits, { key, base })).toEqual(first)
      expect((await rows(tx)).find(({ uid }) => uid === 3)).toMatchObject({ durationMinutes: 1440 })
    })
  })

  test('refuses a bad value by task and field, a circle by its tasks, and writes nothing', async () => {
    await db.tried(mara, async (tx) => {
      const [before, revision] = [await rows(tx), await planRevision(tx, projectId)]
      const refusal = async (...edits: WorkspaceEdit[]) => saves(tx, [change(2, { name: 'X' }), ...edits])
      expect(await refusal(change(3, { percentComplete: 101 }))).toEqual({
        ok: false,
        why: 'bad-value',
        bad: {
          why: 'bad-percent',
          uid: 3,
          name: before.find(({ uid }) => uid === 3)!.name,
          field: 'percentComplete',
        },
      })
      expect(await refusal(change(1, { durationMinutes: 60 }))).toMatchObject({
        bad: { why: 'is-a-summary' },
      })
      expect(await refusal(change(4, { durationMinutes: 60 }))).toMatchObject({
        bad: { why: 'milestone-has-no-length' },
      })
      expect(await refusal(change(3, { deadline: '2026-02-30T08:00' }))).toMatchObject({
        bad: { why: 'bad-date' },
      })
      expect(await refusal(change(3, { name: ' ' }))).toMatchObject({ bad: { why: 'no-name' } })
      expect(await refusal(change(3, { calendarUid: 77 }))).toMatchObject({
        bad: { why: 'unknown-calendar' },
      })
      expect(await refusal({ kind: 'change-plan', change: { startsAt: '2020-01-01T08:00' } })).toMatchObject({
        bad: { why: 'not-edited-here' },
      })
      expect(await refusal(change(99, { name: 'Y' }))).toMatchObject({ why: 'unknown-task' })
      const [first] = (await workspace(tx)).plan.links
      expect(await refusal({ kind: 'add-link', link: link(first!.toUid, first!.fromUid) })).toMatchObject({
        ok: false,
        why: 'cycle',
      })
      expect(await rows(tx)).toEqual(before)
      expect(await planRevision(tx, projectId)).toBe(revision)
    })
  })

  test('keeps a task on which hours were logged', async () => {
    const [busy] = await db.admin<{ uid: number; name: string; project_id: string }[]>`
      select t.uid, t.name, t.project_id from tasks t join time_entries e on e.task_id = t.id
      join projects p on p.id = t.project_id where p.manager_id = ${mara.staffId} limit 1`
    await db.tried(mara, async (tx) => {
      const of = busy!.project_id
      const edits = deleteTasks((await storedPlan(tx, of))!.plan, [busy!.uid])
      const base = (await planRevision(tx, of))!
      expect(await savePlanEdits(tx, { projectId: of, key: randomUUID(), base, edits, now })).toMatchObject({
        why: 'task-in-use',
        names: [busy!.name],
      })
      expect(await planRevision(tx, of)).toBe(base)
    })
  })

  test('saves one after the other where two are sent at once: both stay', async () => {
    const base = await db.console.read(mara, (tx) => planRevision(tx, projectId))
    const part = (uid: number, name: string) => ({
      db: db.console,
      as: mara,
      does: (tx: Tx) => saves(tx, [change(uid, { name })], { base }),
    })
    const results = await atOnce(db.admin, part(2, 'One'), part(3, 'Two'))
    expect(results.map(({ ok }) => ok)).toEqual([true, true])
    const names =
      await db.admin`select name from tasks where project_id = ${projectId} and uid in (2, 3) order by uid`
    expect(names.map(({ name }) => name)).toEqual(['One', 'Two'])
  })

  test('is refused for a project that is not one’s own', async () => {
    const theirs = await db.idOf.project('SL-2602')
    const sent = { projectId: theirs, key: randomUUID(), base: 0, edits: [], now }
    expect(await db.tried(mara, (tx) => savePlanEdits(tx, sent))).toEqual({
      ok: false,
      why: 'no-such-project',
    })
  })
})

describe('a plan’s number', () => {
  test('says which calendars another page changed, so that what is open goes on', async () => {
    await db.tried(mara, async (tx) => {
      const since = (await planRevision(tx, projectId))!
      const night = { projectId, name: 'Night', week: standardCalendar.week, derivedFrom: null }
      expect(await addCalendar(tx, night)).toMatchObject({ ok: true })
      expect(await planEditsSince(tx, { projectId, since })).toMatchObject([
        { edits: [{ kind: 'change-plan' }] },
      ])
      expect(await saves(tx, [change(3, { name: 'Y' })], { base: since })).toMatchObject({ ok: true })
    })
  })

  test('has a plan read anew that changed as no edits say', async () => {
    await db.tried(mara, async (tx) => {
      const since = (await planRevision(tx, projectId))!
      await tx.update(tasks).set({ note: 'by another way' }).where(eq(tasks.projectId, projectId))
      expect(await planEditsSince(tx, { projectId, since })).toMatchObject([
        { edits: null, by: { name: mara.name } },
      ])
      expect(await saves(tx, [change(3, { name: 'Y' })], { base: since })).toEqual({
        ok: false,
        why: 'reload',
        revision: since + 1,
      })
    })
  })

  test('moves for a statement that nobody noted, and by nobody’s hand', async () => {
    const number = () =>
      db.admin<{ plan_revision: number }[]>`select plan_revision from projects where id = ${projectId}`
    const [before] = await number()
    await db.admin`update tasks set note = 'straight' where project_id = ${projectId} and uid in (2, 3)`
    await db.admin`update projects set status_local = '2026-06-02T17:00' where id = ${projectId}`
    await db.admin`update projects set objective = objective || '!' where id = ${projectId}`
    const [after] = await number()
    expect(after!.plan_revision).toBe(before!.plan_revision + 2)
    await expect(
      db.admin`update plan_edits set edits = '[]' where project_id = ${projectId}`,
    ).rejects.toThrow('is a fact')
    const claimed = { projectId, number: 1000, staffId: (await db.staff('jonas')).staffId }
    const [row] = await db.tried(mara, (tx) => tx.insert(planEdits).values(claimed).returning())
    expect(row).toMatchObject({ number: after!.plan_revision + 1, staffId: mara.staffId })
  })

  test('says of a revised task what was done to it', async () => {
    await db.tried(mara, async (tx) => {
      const since = (await planRevision(tx, projectId))!
      await reviseTask(tx, { projectId, uid: 3, durationMinutes: 960 })
      expect(await planEditsSince(tx, { projectId, since })).toMatchObject([
        { edits: [{ kind: 'change-task', uid: 3, change: { durationMinutes: 960 } }] },
      ])
      expect(await saves(tx, [change(3, { name: 'Image' })], { base: since })).toMatchObject({ ok: true })
    })
  })
})

test('assigning somebody by the commands is saved as it is', async () => {
  await db.tried(mara, async (tx) => {
    const given = await workspace(tx)
    const resource = {
      uid: 91,
      name: 'Robot',
      kind: 'work' as const,
      calendarUid: null,
      maxUnitsPercent: 100,
    }
    const withRobot = withEdits(given, [{ kind: 'set-resource', resource }])
    if (!withRobot.ok) throw new Error(withRobot.why)
    const command = assign(withRobot.workspace.plan, 3, 91, 50)
    if (!command.ok) throw new Error(command.why)
    expect(await saves(tx, [...withRobot.edits, ...command.edits])).toMatchObject({ ok: true })
    expect((await workspace(tx)).plan.assignments.at(-1)).toMatchObject({ taskUid: 3, unitsPercent: 50 })
  })
})
