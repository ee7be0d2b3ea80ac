import type { Tx } from '@countersign/db/connect'
import { taskLinks, tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { planRows, rowsPerPage } from '../../plan-rows'

/** One page of a project's plan as the timeline draws it, with the links among its rows. */
export async function planPage(tx: Tx, projectId: string, pageFor: (pageCount: number) => number) {
  const [[project], [size]] = await Promise.all([
    tx.select({ timeZone: projects.timeZone }).from(projects).where(eq(projects.id, projectId)),
    tx.select({ count: count() }).from(tasks).where(eq(tasks.projectId, projectId)),
  ])
  if (!project) return null
  const total = size?.count ?? 0
  const pageCount = Math.max(1, Math.ceil(total / rowsPerPage))
  const page = pageFor(pageCount)
  const shown = await tx
    .select()
    .from(tasks)
    .where(eq(tasks.projectId, projectId))
    .orderBy(asc(tasks.position))
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
  const uids = shown.map(({ uid }) => uid)
  const links =
    uids.length === 0
      ? []
      : await tx
          .select({ fromUid: taskLinks.fromUid, toUid: taskLinks.toUid, type: taskLinks.type })
          .from(taskLinks)
          .where(
            and(
              eq(taskLinks.projectId, projectId),
              inArray(taskLinks.fromUid, uids),
              inArray(taskLinks.toUid, uids),
            ),
          )
  return {
    timeZone: project.timeZone,
    rows: planRows(shown, (uid) => `/projects/${projectId}/tasks/${uid}`),
    links: links.map(({ fromUid, toUid, type }) => ({ from: String(fromUid), to: String(toUid), type })),
    page,
    pageCount,
    total,
  }
}

export type PlanPage = NonNullable<Awaited<ReturnType<typeof planPage>>>
