import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { taskAssignments, tasks } from '@countersign/db/tables/plan'
import { planAssignments, planResources } from '@countersign/db/tables/plan-resources'
import { projectMembers } from '@countersign/db/tables/projects'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { and, eq, inArray, max } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { notePlanChange } from './note-plan-change'
import { refused, undoneIfRefused } from './result'
import { reviseTask } from './revise-task'
import { rescheduleProject } from './schedule-project'

export type Shift = {
  projectId: string
  taskUid: number
  /** Whose part of the task it is. */
  from: string
  /** Who takes it over; null leaves it where it is. */
  to: string | null
  /** No earlier than this day the task begins from now on; null leaves it where it is. */
  startOn: LocalDate | null
}

/**
 * Gives somebody's part of a task to another person, or the task to another week, or both. The plan is dated anew by
 * its links, calendars and constraints; nothing else of it changes.
 */
export async function shiftWork(tx: Tx, { projectId, taskUid, from, to, startOn }: Shift) {
  if (to === null && startOn === null) return refused('nothing-to-shift')
  if (to === from) return refused('same-person')
  if (!(await lockProject(tx, projectId))) return refused('no-such-task')
  const [task] = await tx
    .select({ id: tasks.id, percentComplete: tasks.percentComplete })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, taskUid)))
  if (!task) return refused('no-such-task')
  if (task.percentComplete === 100) return refused('done-already')
  return undoneIfRefused(tx, async (inner) => {
    if (to !== null) {
      await notePlanChange(inner, { projectId })
      const given = await giveTo(inner, { projectId, taskUid, taskId: task.id, from, to })
      if (!given.ok) return given
    }
    return startOn === null
      ? rescheduleProject(inner, projectId)
      : reviseTask(inner, {
          projectId,
          uid: taskUid,
          constraint: { type: 'SNET', at: `${startOn}T00:00` },
        })
  })
}

type Giving = { projectId: string; taskUid: number; taskId: string; from: string; to: string }

async function giveTo(tx: Tx, giving: Giving) {
  const { projectId, to } = giving
  const [person] = await tx
    .select({ name: staff.name })
    .from(staff)
    .where(
      and(
        eq(staff.id, to),
        eq(staff.isActive, true),
        inArray(staff.role, ['team_member', 'project_manager', 'program_manager']),
      ),
    )
  if (!person) return refused('no-such-person')
  // The plan first: by it the database takes one off and puts the other on.
  const rows = await tx.select().from(taskAssignments).where(eq(taskAssignments.taskId, giving.taskId))
  const planned = await givePlanned(tx, giving, person.name)
  const besides = await giveAssignment(
    tx,
    giving,
    rows.find(({ staffId }) => staffId === giving.from),
  )
  if (!besides && !planned) return refused('not-assigned')
  await tx.insert(projectMembers).values({ projectId, staffId: to }).onConflictDoNothing()
  return { ok: true as const }
}

/**
 * What was agreed with the one goes over to the other: hours beside the plan in addition to those that are there, and
 * being accountable.
 */
async function giveAssignment(
  tx: Tx,
  { taskId, from, to }: Giving,
  was: typeof taskAssignments.$inferSelect | undefined,
): Promise<boolean> {
  if (!was) return false
  const which = (staffId: string) =>
    and(eq(taskAssignments.taskId, taskId), eq(taskAssignments.staffId, staffId))
  const [[given], [theirs]] = await Promise.all([
    tx.select().from(taskAssignments).where(which(from)),
    tx.select().from(taskAssignments).where(which(to)),
  ])
  if (given?.isPlanned) return false
  if (given) await tx.delete(taskAssignments).where(which(from))
  const agreed = {
    isAccountable: was.isAccountable || (theirs?.isAccountable ?? false),
    dueOn: theirs?.dueOn ?? was.dueOn,
  }
  const beside = given?.plannedMinutes ?? 0
  if (!theirs)
    await tx
      .insert(taskAssignments)
      .values({ ...was, ...agreed, staffId: to, isPlanned: false, besideMinutes: null })
  else
    await tx
      .update(taskAssignments)
      .set(
        theirs.isPlanned
          ? { ...agreed, besideMinutes: given ? (theirs.besideMinutes ?? 0) + beside : theirs.besideMinutes }
          : { ...agreed, plannedMinutes: theirs.plannedMinutes + beside },
      )
      .where(which(to))
  return true
}

/** The plan's own assignment: the person takes the place of the resource, which is made where the plan has none. */
async function givePlanned(tx: Tx, { projectId, taskUid, from, to }: Giving, name: string): Promise<boolean> {
  const ofProject = eq(planResources.projectId, projectId)
  const [resources, [highest]] = await Promise.all([
    tx
      .select({ uid: planResources.uid, staffId: planResources.staffId })
      .from(planResources)
      .where(and(ofProject, eq(planResources.kind, 'work'))),
    tx
      .select({ uid: max(planResources.uid), position: max(planResources.position) })
      .from(planResources)
      .where(ofProject),
  ])
  const theirs = resources.filter(({ staffId }) => staffId === from).map(({ uid }) => uid)
  if (theirs.length === 0) return false
  const which = and(
    eq(planAssignments.projectId, projectId),
    eq(planAssignments.taskUid, taskUid),
    inArray(planAssignments.resourceUid, theirs),
  )
  const given = await tx.select({ uid: planAssignments.uid }).from(planAssignments).where(which)
  if (given.length === 0) return false
  let uid = resources.find(({ staffId }) => staffId === to)?.uid
  if (uid === undefined) {
    uid = (highest?.uid ?? 0) + 1
    await tx.insert(planResources).values({
      projectId,
      uid,
      position: (highest?.position ?? 0) + 1,
      name,
      kind: 'work',
      maxUnitsPercent: 100,
      staffId: to,
    })
  }
  await tx.update(planAssignments).set({ resourceUid: uid }).where(which)
  return true
}
