import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalPunchItems, portalSubmissions } from '@countersign/db/views/portal'
import { localDateIn } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { withPunchState } from '../../acceptance/punch-state'
import { projectHead } from '../../project-head.server'

/** A point of a punch list with the version that it belongs to; null where it is not there. */
export async function pointToClose(tx: Tx, itemId: string, now: Date) {
  const [row] = await tx
    .select({
      point: {
        id: portalPunchItems.id,
        position: portalPunchItems.position,
        text: portalPunchItems.text,
        ownerSide: portalPunchItems.ownerSide,
        ownerName: portalPunchItems.ownerName,
        dueOn: portalPunchItems.dueOn,
        reports: portalPunchItems.reports,
      },
      closedAt: portalPunchItems.closedAt,
      submission: {
        id: portalSubmissions.id,
        deliverableCode: portalSubmissions.deliverableCode,
        deliverableName: portalSubmissions.deliverableName,
        version: portalSubmissions.version,
      },
      project: projectHead,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalPunchItems)
    .innerJoin(portalSubmissions, eq(portalSubmissions.id, portalPunchItems.submissionId))
    .innerJoin(portalProjects, eq(portalProjects.id, portalPunchItems.projectId))
    .where(eq(portalPunchItems.id, itemId))
  if (!row) return null
  const { point, closedAt, submission, project, role, timeZone } = row
  return {
    point: withPunchState({ ...point, closedAt }, localDateIn(timeZone, now)),
    submission,
    project,
    mayClose: role === 'signatory' || role === 'contributor',
  }
}
