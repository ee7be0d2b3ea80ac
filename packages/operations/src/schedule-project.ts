import { projectCalendars, taskLinks, tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import type { Tx } from '@countersign/db/connect'
import type { Plan, PlanCalendar } from '@countersign/domain/schedule/plan'
import { progressOfEach } from '@countersign/domain/schedule/progress'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { asc, eq, sql } from 'drizzle-orm'
import { refused } from './result'

/** The project's plan as the scheduler reads it; null where there is no such project (or it is not yours). */
export async function planOf(tx: Tx, projectId: string): Promise<Plan | null> {
  const [[project], calendarRows, taskRows, linkRows] = await Promise.all([
    tx.select().from(projects).where(eq(projects.id, projectId)),
    tx.select().from(projectCalendars).where(eq(projectCalendars.projectId, projectId)),
    tx.select().from(tasks).where(eq(tasks.projectId, projectId)).orderBy(asc(tasks.position)),
    tx.select().from(taskLinks).where(eq(taskLinks.projectId, projectId)),
  ])
  if (!project) return null
  return {
    startsAt: project.startsLocal,
    minutesPerDay: project.minutesPerDay,
    calendarUid: project.calendarUid,
    calendars: calendarRows.map(({ definition }) => definition as PlanCalendar),
    tasks: taskRows.map((task) => ({
      uid: task.uid,
      wbs: task.wbs,
      name: task.name,
      outlineLevel: task.outlineLevel,
      isSummary: task.isSummary,
      isMilestone: task.isMilestone,
      durationMinutes: task.durationMinutes,
      percentComplete: task.percentComplete,
      notBefore: task.notBeforeLocal,
      calendarUid: task.calendarUid,
      note: task.note,
    })),
    links: linkRows.map(({ fromUid, toUid, type, lag, lagUnit }) => ({ fromUid, toUid, type, lag, lagUnit })),
  }
}

/** Computes the whole plan anew and writes the dates, and the summaries' progress, in one statement. */
export async function rescheduleProject(tx: Tx, projectId: string) {
  const plan = await planOf(tx, projectId)
  if (!plan) return refused('no-such-project')
  const schedule = schedulePlan(plan)
  if (!schedule.ok) return refused(schedule.why)
  const percent = progressOfEach(plan.tasks)
  const computed = schedule.tasks.map((task, at) => ({ ...task, percentComplete: percent[at] }))
  await tx.execute(sql`
    update public.tasks t set starts_local = s.start, finishes_local = s.finish, is_critical = s."isCritical",
      total_float_minutes = s."totalFloatMinutes", percent_complete = s."percentComplete"
    from jsonb_to_recordset(${JSON.stringify(computed)}::jsonb)
      as s(uid integer, start text, finish text, "isCritical" boolean, "totalFloatMinutes" integer,
        "percentComplete" integer)
    where t.project_id = ${projectId} and t.uid = s.uid
      and (t.starts_local, t.finishes_local, t.is_critical, t.total_float_minutes, t.percent_complete)
        is distinct from (s.start, s.finish, s."isCritical", s."totalFloatMinutes", s."percentComplete")`)
  return { ok: true as const, finish: schedule.finish }
}
