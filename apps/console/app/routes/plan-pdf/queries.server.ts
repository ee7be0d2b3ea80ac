import type { Tx } from '@countersign/db/connect'
import { projects } from '@countersign/db/tables/projects'
import { momentOf } from '@countersign/domain/schedule/moment'
import { planOf } from '@countersign/operations/stored-plan'
import { eq } from 'drizzle-orm'
import { latestBaseline } from '../plan-contents/queries.server'

/** A project's plan with what was agreed last; null where nobody may see it. */
export async function planToPrint(tx: Tx, projectId: string) {
  const [project, plan, baseline] = await Promise.all([
    codeOf(tx, projectId),
    planOf(tx, projectId),
    latestBaseline(tx, projectId),
  ])
  if (!project || !plan) return null
  const agreed = baseline?.dates.map(
    ([uid, start, finish]) => [uid, { start: momentOf(start), finish: momentOf(finish) }] as const,
  )
  return { project, plan, baseline: agreed ? new Map(agreed) : null }
}

export async function codeOf(tx: Tx, projectId: string) {
  const [project] = await tx
    .select({ code: projects.code, name: projects.name, timeZone: projects.timeZone })
    .from(projects)
    .where(eq(projects.id, projectId))
  return project ?? null
}
