import type { Tx } from '@countersign/db/connect'
import { punchItemClosures, punchItemReports, punchItems } from '@countersign/db/tables/decision-parts'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { contacts, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import { isInForce } from '@countersign/db/views/in-force'
import { localDateIn } from '@countersign/domain/calendar-day'
import { punchState } from '@countersign/domain/punch-items'
import { and, asc, eq } from 'drizzle-orm'

/** What acceptances in force left to be done on a deliverable, with what was reported and who closed it. */
export async function pointsOf(tx: Tx, deliverableId: string, now: Date) {
  const ofDeliverable = and(eq(submissions.deliverableId, deliverableId), isInForce)
  const [points, reports] = await Promise.all([
    tx
      .select({
        id: punchItems.id,
        position: punchItems.position,
        text: punchItems.text,
        ownerSide: punchItems.ownerSide,
        ownerName: punchItems.ownerName,
        dueOn: punchItems.dueOn,
        version: submissions.version,
        closedAt: punchItemClosures.closedAt,
        closedBy: contacts.name,
        closingNote: punchItemClosures.note,
        timeZone: projects.timeZone,
      })
      .from(punchItems)
      .innerJoin(decisions, eq(decisions.id, punchItems.decisionId))
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .innerJoin(projects, eq(projects.id, punchItems.projectId))
      .leftJoin(punchItemClosures, eq(punchItemClosures.punchItemId, punchItems.id))
      .leftJoin(contacts, eq(contacts.id, punchItemClosures.closedBy))
      .where(ofDeliverable)
      .orderBy(asc(punchItems.position)),
    tx
      .select({
        id: punchItemReports.id,
        punchItemId: punchItemReports.punchItemId,
        note: punchItemReports.note,
        at: punchItemReports.reportedAt,
        by: staff.name,
      })
      .from(punchItemReports)
      .innerJoin(punchItems, eq(punchItems.id, punchItemReports.punchItemId))
      .innerJoin(decisions, eq(decisions.id, punchItems.decisionId))
      .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
      .innerJoin(staff, eq(staff.id, punchItemReports.reportedBy))
      .where(ofDeliverable)
      .orderBy(asc(punchItemReports.reportedAt)),
  ])
  return points.map(({ timeZone, ...point }) => {
    const own = reports.filter(({ punchItemId }) => punchItemId === point.id)
    const item = { dueOn: point.dueOn, isReported: own.length > 0, isClosed: point.closedAt !== null }
    return { ...point, reports: own, state: punchState(item, localDateIn(timeZone, now)) }
  })
}
