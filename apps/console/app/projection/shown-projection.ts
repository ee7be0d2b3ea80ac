import type { Projection } from '@countersign/domain/publication'
import { rowsPerPage } from '../plan-rows'

/** A projection as a page shows it: of a whole plan, one page of tasks. */
export type ShownProjection = Projection & { page: number; pageCount: number }

export function shownProjection(
  projection: Projection,
  pageFor: (pageCount: number) => number,
): ShownProjection {
  const pageCount = Math.max(1, Math.ceil((projection.tasks?.length ?? 0) / rowsPerPage))
  const page = pageFor(pageCount)
  const tasks = projection.tasks?.slice((page - 1) * rowsPerPage, page * rowsPerPage) ?? null
  return { ...projection, tasks, page, pageCount }
}
