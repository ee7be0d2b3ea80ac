import type { Tx } from '@countersign/db/connect'
import { taskEstimates } from '@countersign/db/tables/baselines'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { estimateFromSlips } from '@countersign/domain/baseline/slip-history'
import type { Estimate } from '@countersign/domain/forecast/estimate'
import type { SerializeFrom } from '@remix-run/node'
import { and, eq, sql } from 'drizzle-orm'

/** A task with its own estimate, if it has one, and with the one that holds otherwise; null where there is no such task. */
export async function taskToEstimate(tx: Tx, projectId: string, uid: number) {
  const [[task], [own], slips] = await Promise.all([
    tx
      .select({
        uid: tasks.uid,
        wbs: tasks.wbs,
        name: tasks.name,
        isSummary: tasks.isSummary,
        isMilestone: tasks.isMilestone,
        durationMinutes: tasks.durationMinutes,
        minutesPerDay: projects.minutesPerDay,
      })
      .from(tasks)
      .innerJoin(projects, eq(projects.id, tasks.projectId))
      .where(and(eq(tasks.projectId, projectId), eq(tasks.uid, uid))),
    tx
      .select({ distribution: taskEstimates.distribution })
      .from(taskEstimates)
      .where(and(eq(taskEstimates.projectId, projectId), eq(taskEstimates.taskUid, uid))),
    tx.execute<{ slip: number }>(sql`select s as slip from app.slip_history() s`),
  ])
  if (!task) return null
  const ratios = [...slips].map(({ slip }) => slip)
  return {
    task,
    own: (own?.distribution as Estimate | undefined) ?? null,
    otherwise: estimateFromSlips(ratios, task.durationMinutes),
    finishedTasks: ratios.length,
  }
}

export type TaskToEstimate = SerializeFrom<NonNullable<Awaited<ReturnType<typeof taskToEstimate>>>>
