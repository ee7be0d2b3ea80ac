import type { StaffActor, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { planImports, projectCalendars, taskLinks, tasks } from '@countersign/db/tables/plan'
import { projectMembers, projects } from '@countersign/db/tables/projects'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { presetFor } from '@countersign/domain/publication'
import type { Plan } from '@countersign/domain/schedule/plan'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { and, eq, isNull } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refused } from './result'

type FoundProject = {
  importId: string
  code: string
  name: string
  objective: string
  /** The charter's name and what its signature confirms, in the customer's language. */
  charter: { name: string; criteria: string[] }
  by: StaffActor
}

/**
 * Accepts an imported plan: the project begins with its tasks, links and calendars, dated by our own scheduler, and
 * with its charter as the first thing to be signed. An import founds one project.
 */
export async function foundProject(tx: Tx, { importId, code, name, objective, charter, by }: FoundProject) {
  const [found] = await tx
    .select({
      plan: planImports.plan,
      customerId: customers.id,
      kind: customers.kind,
      timeZone: customers.timeZone,
    })
    .from(planImports)
    .innerJoin(customers, eq(customers.id, planImports.customerId))
    .where(and(eq(planImports.id, importId), isNull(planImports.projectId)))
    .for('update', { of: planImports })
  if (!found) return refused('no-such-import')
  const plan = found.plan as Plan
  const schedule = schedulePlan(plan)
  if (!schedule.ok) return refused('not-schedulable')

  const projectId = randomUUID()
  // Asked of the unique key, which knows other managers' projects too.
  const founded = await tx
    .insert(projects)
    .values({
      id: projectId,
      code,
      name,
      objective,
      customerId: found.customerId,
      managerId: by.staffId,
      publishes: presetFor(found.kind),
      timeZone: found.timeZone,
      startsLocal: plan.startsAt,
      minutesPerDay: plan.minutesPerDay,
      calendarUid: plan.calendarUid,
    })
    .onConflictDoNothing({ target: projects.code })
    .returning({ id: projects.id })
  if (founded.length === 0) return refused('code-taken')
  await tx.insert(projectMembers).values({ projectId, staffId: by.staffId })
  await writePlan(tx, projectId, plan, schedule.tasks)
  await addCharter(tx, projectId, charter)
  await tx.update(planImports).set({ projectId }).where(eq(planImports.id, importId))
  return { ok: true as const, projectId }
}

async function addCharter(tx: Tx, projectId: string, charter: FoundProject['charter']) {
  const deliverableId = randomUUID()
  await tx
    .insert(deliverables)
    .values({ id: deliverableId, projectId, code: 'D0', name: charter.name, kind: 'charter', position: 0 })
  await tx.insert(acceptanceCriteria).values(
    charter.criteria.map((statement, index) => ({
      projectId,
      deliverableId,
      position: index + 1,
      statement,
    })),
  )
}

type Dates = { uid: number; start: string; finish: string; isCritical: boolean; totalFloatMinutes: number }

async function writePlan(tx: Tx, projectId: string, plan: Plan, dates: Dates[]) {
  const dateOf = new Map(dates.map((date) => [date.uid, date]))
  const calendarRows = plan.calendars.map((calendar) => ({
    projectId,
    uid: calendar.uid,
    name: calendar.name,
    definition: calendar,
  }))
  const percent = progressOfEach(plan.tasks)
  const taskRows = plan.tasks.map((task, position) => {
    const { start, finish, isCritical, totalFloatMinutes } = dateOf.get(task.uid)!
    return {
      projectId,
      uid: task.uid,
      position,
      wbs: task.wbs,
      name: task.name,
      note: task.note,
      outlineLevel: task.outlineLevel,
      isSummary: task.isSummary,
      isMilestone: task.isMilestone,
      // What kind of event a milestone is, the file cannot say: delivery until the manager says otherwise.
      milestoneKind: task.isMilestone ? ('delivery' as const) : null,
      durationMinutes: task.durationMinutes,
      percentComplete: percent[position]!,
      notBeforeLocal: task.notBefore,
      calendarUid: task.calendarUid,
      startsLocal: start,
      finishesLocal: finish,
      isCritical,
      totalFloatMinutes,
    }
  })
  const linkRows = plan.links.map((link) => ({ projectId, ...link }))
  for (const rows of inBatches(calendarRows)) await tx.insert(projectCalendars).values(rows)
  for (const rows of inBatches(taskRows)) await tx.insert(tasks).values(rows)
  // A file may hold the same link twice.
  for (const rows of inBatches(linkRows)) await tx.insert(taskLinks).values(rows).onConflictDoNothing()
}

/** Postgres takes at most 65,535 parameters a statement. */
function inBatches<T>(rows: T[], size = 1000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))
}
