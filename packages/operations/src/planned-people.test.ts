import type { StaffActor, Tx } from '@countersign/db/connect'
import { taskEstimates, taskMeasures } from '@countersign/db/tables/baselines'
import { taskAssignments, taskLinks, tasks } from '@countersign/db/tables/plan'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { projectMembers } from '@countersign/db/tables/projects'
import { taskSkills } from '@countersign/db/tables/teams'
import { timeEntries } from '@countersign/db/tables/time'
import { withEdits } from '@countersign/domain/workspace/apply-edits'
import { assign, setDuration, unassign } from '@countersign/domain/workspace/commands'
import { deleteTasks } from '@countersign/domain/workspace/outline-commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import { and, eq } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storyDatabase, type StoryDatabase } from '../../../db/tests/harness/story'
import { assignTask } from './assign-task'
import { estimateTask } from './estimate-task'
import { setTaskSkill } from './keep-skills'
import { logTime } from './log-time'
import { measureProgress } from './measure-progress'
import { namePlanResources } from './name-plan-resource'
import { planRevision } from './plan-edits-since'
import { brokenConstraint } from './result'
import { savePlanEdits } from './save-plan-edits'
import { shiftWork } from './shift-work'
import { storedPlan } from './stored-plan'
import { unassignTask } from './unassign-task'
import { workspaceOf } from './workspace-of'

let db: StoryDatabase
let mara: StaffActor
let aiko: StaffActor
let tomas: StaffActor
let projectId: string
const now = new Date('2026-06-01T08:00:00Z')
beforeAll(async () => {
  db = await storyDatabase('planned people')
  mara = await db.staff('mara')
  aiko = await db.staff('aiko')
  tomas = await db.staff('tomas')
  projectId = await db.idOf.project('GI-2603')
})
afterAll(() => db.close())

const workspace = async (tx: Tx) => workspaceOf((await storedPlan(tx, projectId))!)
async function saves(tx: Tx, edits: WorkspaceEdit[]) {
  const base = (await planRevision(tx, projectId))!
  const saved = await savePlanEdits(tx, { projectId, key: randomUUID(), base, edits, now })
  expect(saved).toMatchObject({ ok: true })
  return saved
}
/** Who is on the task "Standard image" of the internal project. */
const TASK = 3
async function on(tx: Tx) {
  const [task] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, TASK)))
  const { projectId: _, ...columns } = {
    projectId: taskAssignments.projectId,
    staffId: taskAssignments.staffId,
    minutes: taskAssignments.plannedMinutes,
    dueOn: taskAssignments.dueOn,
    isAccountable: taskAssignments.isAccountable,
    isPlanned: taskAssignments.isPlanned,
  }
  return task ? tx.select(columns).from(taskAssignments).where(eq(taskAssignments.taskId, task.id)) : []
}

const UID = 70
/** As the people column does it: a person of that name, and a part of the task. */
async function enters(tx: Tx, name: string, units = 50) {
  const resource = { uid: UID, name, kind: 'work' as const, calendarUid: null, maxUnitsPercent: 100 }
  const given = withEdits(await workspace(tx), [{ kind: 'set-resource', resource }])
  if (!given.ok) throw new Error(given.why)
  const command = assign(given.workspace.plan, TASK, UID, units)
  if (!command.ok) throw new Error(command.why)
  await saves(tx, [...given.edits, ...command.edits])
}
const workOf = async (tx: Tx) => {
  const { plan } = await workspace(tx)
  return plan.assignments.find(({ taskUid, resourceUid }) => taskUid === TASK && resourceUid === UID)
}
const members = (tx: Tx) =>
  tx
    .select({ staffId: projectMembers.staffId })
    .from(projectMembers)
    .where(eq(projectMembers.projectId, projectId))

describe('whom the workspace puts on a task', () => {
  test('is on it with the plan’s hours, in the team, and off it again once the plan has the person no more', async () => {
    await db.tried(mara, async (tx) => {
      expect(await members(tx)).not.toContainEqual({ staffId: aiko.staffId })
      await enters(tx, aiko.name)
      const work = (await workOf(tx))!
      expect(work.workMinutes).toBeGreaterThan(0)
      const own = { dueOn: null, isAccountable: false, isPlanned: true }
      expect(await on(tx)).toEqual([{ staffId: aiko.staffId, minutes: work.workMinutes, ...own }])
      expect(await members(tx)).toContainEqual({ staffId: aiko.staffId })

      const longer = setDuration((await workspace(tx)).plan, TASK, 30 * 480)
      if (!longer.ok) throw new Error(longer.why)
      await saves(tx, longer.edits)
      expect(await on(tx)).toMatchObject([{ minutes: (await workOf(tx))!.workMinutes }])
      expect((await workOf(tx))!.workMinutes).toBeGreaterThan(work.workMinutes)

      const off = unassign((await workspace(tx)).plan, (await workOf(tx))!.uid)
      if (!off.ok) throw new Error(off.why)
      await saves(tx, off.edits)
      expect(await on(tx)).toEqual([])
    })
  })

  test('is nobody of us where the name is nobody’s, until somebody says whose it is', async () => {
    await db.tried(mara, async (tx) => {
      await enters(tx, 'Engineer')
      expect(await on(tx)).toEqual([])
      const name = (staffId: string | null) =>
        namePlanResources(tx, { projectId, names: [{ uid: UID, staffId }], now })
      await name(aiko.staffId)
      expect(await on(tx)).toMatchObject([{ staffId: aiko.staffId, isPlanned: true }])
      await name(tomas.staffId)
      expect(await on(tx)).toMatchObject([{ staffId: tomas.staffId, isPlanned: true }])
      await name(null)
      expect(await on(tx)).toEqual([])
    })
  })

  test('goes back to what was agreed beside the plan before', async () => {
    await db.tried(mara, async (tx) => {
      const agreed = { plannedMinutes: 600, dueOn: '2026-07-01', isAccountable: true }
      await assignTask(tx, { projectId, taskUid: TASK, staffId: aiko.staffId, ...agreed })
      await enters(tx, aiko.name)
      const { minutes, ...rest } = { ...agreed, minutes: (await workOf(tx))!.workMinutes }
      expect(await on(tx)).toEqual([
        { staffId: aiko.staffId, minutes, isPlanned: true, dueOn: rest.dueOn, isAccountable: true },
      ])
      await saves(tx, [{ kind: 'remove-assignment', uid: (await workOf(tx))!.uid }])
      expect(await on(tx)).toMatchObject([{ minutes: 600, isPlanned: false, isAccountable: true }])
    })
  })

  test('keeps the hours that were logged', async () => {
    await db.console.write(mara, (tx) => enters(tx, aiko.name))
    const [task] = await db.console.read(aiko, (tx) =>
      tx
        .select({ id: tasks.id })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, TASK))),
    )
    const log = { taskId: task!.id, workedOn: '2031-03-03', minutes: 60, note: '', today: '2031-03-03' }
    expect(await db.console.write(aiko, (tx) => logTime(tx, { ...log, by: aiko }))).toMatchObject({
      ok: true,
    })
    await db.tried(mara, async (tx) => {
      await saves(tx, [{ kind: 'remove-assignment', uid: (await workOf(tx))!.uid }])
      expect(await on(tx)).toEqual([])
      const logged = await tx
        .select({ minutes: timeEntries.minutes })
        .from(timeEntries)
        .where(and(eq(timeEntries.taskId, task!.id), eq(timeEntries.staffId, aiko.staffId)))
      expect(logged).toEqual([{ minutes: 60 }])
      expect(await members(tx)).toContainEqual({ staffId: aiko.staffId })
    })
    await db.admin`delete from time_entries where task_id = ${task!.id} and staff_id = ${aiko.staffId}`
    await db.console.write(mara, async (tx) => {
      await saves(tx, [
        { kind: 'remove-assignment', uid: (await workOf(tx))!.uid },
        { kind: 'remove-resource', uid: UID },
      ])
    })
    await db.admin`delete from project_members where project_id = ${projectId} and staff_id = ${aiko.staffId}`
  })
})

describe('other ways to change who is on a task', () => {
  test('take a planned person off in the plan too', async () => {
    await db.tried(mara, async (tx) => {
      await enters(tx, aiko.name)
      expect(await unassignTask(tx, { projectId, taskUid: TASK, staffId: aiko.staffId })).toEqual({
        ok: true,
      })
      expect(await on(tx)).toEqual([])
      expect(await workOf(tx)).toBeUndefined()
    })
  })

  test('say until when, and leave the hours to the plan', async () => {
    await db.tried(mara, async (tx) => {
      await enters(tx, aiko.name)
      const { workMinutes } = (await workOf(tx))!
      const said = {
        projectId,
        taskUid: TASK,
        staffId: aiko.staffId,
        dueOn: '2026-07-01',
        isAccountable: true,
      }
      expect(await assignTask(tx, { ...said, plannedMinutes: 5 })).toEqual({
        ok: false,
        why: 'hours-are-the-plans',
      })
      expect(await assignTask(tx, { ...said, plannedMinutes: workMinutes })).toEqual({ ok: true })
      expect(await on(tx)).toMatchObject([{ dueOn: '2026-07-01', isAccountable: true, isPlanned: true }])
    })
  })

  test('give a planned part to somebody else with all that was agreed', async () => {
    await db.tried(mara, async (tx) => {
      await enters(tx, aiko.name)
      const { workMinutes: plannedMinutes } = (await workOf(tx))!
      const said = { projectId, taskUid: TASK, dueOn: '2026-07-01', isAccountable: true, plannedMinutes }
      await assignTask(tx, { ...said, staffId: aiko.staffId })
      const shift = { projectId, taskUid: TASK, from: aiko.staffId, to: tomas.staffId, startOn: null }
      expect(await shiftWork(tx, shift)).toMatchObject({ ok: true })
      expect(await on(tx)).toEqual([
        {
          staffId: tomas.staffId,
          minutes: plannedMinutes,
          dueOn: '2026-07-01',
          isAccountable: true,
          isPlanned: true,
        },
      ])
    })
  })

  test('are refused by the database where they say otherwise than the plan', async () => {
    const tries = [
      (tx: Tx) => tx.delete(taskAssignments).where(eq(taskAssignments.staffId, aiko.staffId)),
      (tx: Tx) =>
        tx.update(taskAssignments).set({ plannedMinutes: 1 }).where(eq(taskAssignments.isPlanned, true)),
      (tx: Tx) =>
        tx.update(taskAssignments).set({ isPlanned: false }).where(eq(taskAssignments.isPlanned, true)),
      (tx: Tx) =>
        tx.update(taskAssignments).set({ isPlanned: true }).where(eq(taskAssignments.isPlanned, false)),
    ]
    for (const attempt of tries)
      await db.tried(mara, async (tx) => {
        const beside = { plannedMinutes: 60, dueOn: null, isAccountable: false }
        await assignTask(tx, { projectId, taskUid: 2, staffId: tomas.staffId, ...beside })
        await enters(tx, aiko.name)
        const error = await tx
          .transaction((inner) => attempt(inner))
          .then(
            () => null,
            (thrown: unknown) => brokenConstraint(thrown),
          )
        expect(error).toBe('task_assignments_as_planned')
      })
  })

  test('do not reach another project: nobody becomes a member but by whoever manages it', async () => {
    const jonas = await db.staff('jonas')
    await db.tried(jonas, async (tx) => {
      const written = await tx
        .update(planResources)
        .set({ staffId: aiko.staffId })
        .where(eq(planResources.projectId, projectId))
        .returning()
      expect(written).toEqual([])
      const added = tx.transaction((inner) =>
        inner.insert(planAssignments).values({
          ...{ projectId, uid: 999, position: 999, taskUid: TASK, resourceUid: UID, unitsPercent: 100 },
          ...{ workMinutes: 60, actualWorkMinutes: 0, remainingWorkMinutes: 60, delayMinutes: 0 },
          levellingDelayMinutes: 0,
        }),
      )
      await expect(added).rejects.toMatchObject({ cause: { code: '42501' } })
    })
  })
})

describe('a saved removal that is undone', () => {
  async function everythingOn(tx: Tx) {
    const [estimates, measures, skills, links] = await Promise.all([
      tx.select().from(taskEstimates).where(eq(taskEstimates.projectId, projectId)),
      tx.select().from(taskMeasures).where(eq(taskMeasures.projectId, projectId)),
      tx.select().from(taskSkills).where(eq(taskSkills.projectId, projectId)),
      tx
        .select({ from: taskLinks.fromUid, to: taskLinks.toUid })
        .from(taskLinks)
        .where(eq(taskLinks.projectId, projectId))
        .orderBy(taskLinks.fromUid, taskLinks.toUid),
    ])
    const [task] = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, TASK)))
    const people = (await on(tx)).sort((a, b) => (a.staffId < b.staffId ? -1 : 1))
    return { estimates, measures, skills, links, people, taskId: task?.id }
  }
  async function fills(tx: Tx) {
    await enters(tx, aiko.name)
    const { workMinutes: plannedMinutes } = (await workOf(tx))!
    const said = { projectId, taskUid: TASK, dueOn: '2026-07-01' }
    await assignTask(tx, { ...said, staffId: aiko.staffId, plannedMinutes, isAccountable: false })
    await assignTask(tx, { ...said, staffId: tomas.staffId, plannedMinutes: 300, isAccountable: true })
    const estimate = { kind: 'triangular' as const, low: 480, likely: 960, high: 2400 }
    expect(await estimateTask(tx, { projectId, uid: TASK, estimate, by: mara, now })).toEqual({ ok: true })
    const steps = [{ name: 'Half', weight: 1, isDone: true }]
    const measure = { method: 'weighted-milestones' as const, steps, deliverableId: null }
    expect(
      await measureProgress(tx, { projectId, uid: TASK, ...measure, today: '2026-06-01' }),
    ).toMatchObject({ ok: true })
    expect(
      await setTaskSkill(tx, { projectId, taskUid: TASK, name: 'Core routing', level: 3 }),
    ).toMatchObject({ ok: true })
  }

  test('brings a task back with everybody and everything that hung on it', async () => {
    await db.tried(mara, async (tx) => {
      await fills(tx)
      const before = await everythingOn(tx)
      expect(before.people).toHaveLength(2)
      const given = await workspace(tx)
      const edits = deleteTasks(given.plan, [TASK])
      const removed = withEdits(given, edits)
      if (!removed.ok) throw new Error(removed.why)
      await saves(tx, edits)
      expect((await everythingOn(tx)).taskId).toBeUndefined()
      await saves(tx, removed.inverse)
      expect(await everythingOn(tx)).toEqual(before)
    })
  })

  test('brings a person’s due day and word back, and who a name was', async () => {
    await db.tried(mara, async (tx) => {
      await enters(tx, 'Second engineer')
      await namePlanResources(tx, { projectId, names: [{ uid: UID, staffId: aiko.staffId }], now })
      const { workMinutes: plannedMinutes } = (await workOf(tx))!
      const said = { projectId, taskUid: TASK, dueOn: '2026-07-01', isAccountable: true, plannedMinutes }
      await assignTask(tx, { ...said, staffId: aiko.staffId })
      const before = await on(tx)
      const given = await workspace(tx)
      const removed = withEdits(given, [
        { kind: 'remove-assignment', uid: (await workOf(tx))!.uid },
        { kind: 'remove-resource', uid: UID },
      ])
      if (!removed.ok) throw new Error(removed.why)
      await saves(tx, removed.edits)
      expect(await on(tx)).toEqual([])
      await saves(tx, removed.inverse)
      expect(await on(tx)).toEqual(before)
    })
  })

  test('does not give what hung on one task to another that only has its number', async () => {
    await db.tried(mara, async (tx) => {
      await fills(tx)
      const given = await workspace(tx)
      const task = given.plan.tasks.find(({ uid }) => uid === TASK)!
      await saves(tx, deleteTasks(given.plan, [TASK]))
      await saves(tx, [{ kind: 'add-task', task: { ...task, name: 'Another' }, afterUid: 2 }])
      expect(await on(tx)).toEqual([])
    })
  })

  test('is refused for a task on which somebody’s clock runs: nothing of it is lost', async () => {
    await db.admin`insert into timers (staff_id, project_id, task_id)
      select ${tomas.staffId}, project_id, id from tasks where project_id = ${projectId} and uid = ${TASK}
      on conflict (staff_id) do update set project_id = excluded.project_id, task_id = excluded.task_id`
    await db.tried(mara, async (tx) => {
      const base = (await planRevision(tx, projectId))!
      const edits = deleteTasks((await workspace(tx)).plan, [TASK])
      const saved = await savePlanEdits(tx, { projectId, key: randomUUID(), base, edits, now })
      expect(saved).toMatchObject({ ok: false, why: 'task-in-use', names: ['Standard image'] })
    })
    await db.admin`delete from timers where staff_id = ${tomas.staffId}`
  })
})
