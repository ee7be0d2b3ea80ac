import type { StaffActor } from '@countersign/db/connect'
import { projects } from '@countersign/db/tables/projects'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { found } from '@countersign/http/found'
import { planOf } from '@countersign/operations/stored-plan'
import { eq } from 'drizzle-orm'
import { db } from './db.server'

/** A project's plan with its dates, and what its file is called; a thrown 404 where there is none. */
export async function planToExport(by: StaffActor, projectId: string, ending: string) {
  const [plan, [project]] = await db.read(by, (tx) =>
    Promise.all([
      planOf(tx, projectId),
      tx
        .select({ code: projects.code, name: projects.name })
        .from(projects)
        .where(eq(projects.id, projectId)),
    ]),
  )
  const { code, name } = found(project ?? null)
  const schedule = schedulePlan(found(plan))
  // Nothing is kept that cannot be dated: each operation on a plan refuses it.
  if (!schedule.ok) throw new Error(`a stored plan cannot be dated: ${schedule.why}`)
  return { plan: found(plan), schedule, title: name, fileName: `${code}.${ending}` }
}
