import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { weekOfProject } from '../time-hand-in/queries.server'

type Asked = { projectId: string; staffId: string; weekOn: LocalDate }

/** Somebody's week in a project, once something of it is handed in. */
export async function weekToApprove(tx: Tx, { projectId, staffId, weekOn }: Asked) {
  const [week, [person]] = await Promise.all([
    weekOfProject(tx, staffId, projectId, weekOn),
    tx.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId)),
  ])
  return week && person ? { ...week, who: person.name } : null
}
