import type { Tx } from '@countersign/db/connect'
import { isInForce } from '@countersign/db/views/in-force'
import { deliverables } from '@countersign/db/tables/contract'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { contacts, staff } from '@countersign/db/tables/people'
import { projects } from '@countersign/db/tables/projects'
import {
  claimAnswers,
  claimClosures,
  warrantyClaimFiles,
  warrantyClaims,
} from '@countersign/db/tables/warranty'
import { localDateIn } from '@countersign/domain/calendar-day'
import { claimState, warrantyOf } from '@countersign/domain/warranty'
import { withMonths } from '@countersign/operations/claim-warranty'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

/** The warranties of a project, each with its deliverable. */
export async function warrantiesOf(tx: Tx, projectId: string, now: Date) {
  const rows = await tx
    .select({
      deliverableId: deliverables.id,
      code: deliverables.code,
      name: deliverables.name,
      acceptance: deliverables.acceptance,
      stage: submissions.stage,
      terms: submissions.terms,
      outcome: decisions.outcome,
      decidedAt: decisions.decidedAt,
      timeZone: projects.timeZone,
    })
    .from(deliverables)
    .innerJoin(projects, eq(projects.id, deliverables.projectId))
    .innerJoin(submissions, eq(submissions.deliverableId, deliverables.id))
    .innerJoin(decisions, and(eq(decisions.submissionId, submissions.id), isInForce))
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.acceptance, 'provisional-and-final')))
    .orderBy(asc(deliverables.position))
  return [...new Set(rows.map(({ deliverableId }) => deliverableId))].flatMap((id) => {
    const versions = rows.filter(({ deliverableId }) => deliverableId === id)
    const { code, name, acceptance, timeZone } = versions[0]!
    const accepted = { acceptance, versions: versions.map(withMonths) }
    const warranty = warrantyOf(accepted, timeZone, localDateIn(timeZone, now))
    return warranty ? [{ deliverableId: id, code, name, ...warranty }] : []
  })
}

/** What the customer claimed in the warranty, the latest first. Null where there is no such project. */
export async function warrantyPage(tx: Tx, projectId: string, now: Date) {
  const closer = alias(contacts, 'closer')
  const [[project], warranties, claims, answers, files] = await Promise.all([
    tx.select({ id: projects.id }).from(projects).where(eq(projects.id, projectId)),
    warrantiesOf(tx, projectId, now),
    tx
      .select({
        id: warrantyClaims.id,
        number: warrantyClaims.number,
        title: warrantyClaims.title,
        description: warrantyClaims.description,
        claimedAt: warrantyClaims.claimedAt,
        claimedBy: contacts.name,
        code: deliverables.code,
        deliverable: deliverables.name,
        closedAt: claimClosures.closedAt,
        closedBy: closer.name,
      })
      .from(warrantyClaims)
      .innerJoin(contacts, eq(contacts.id, warrantyClaims.claimedBy))
      .innerJoin(deliverables, eq(deliverables.id, warrantyClaims.deliverableId))
      .leftJoin(claimClosures, eq(claimClosures.claimId, warrantyClaims.id))
      .leftJoin(closer, eq(closer.id, claimClosures.closedBy))
      .where(eq(warrantyClaims.projectId, projectId))
      .orderBy(desc(warrantyClaims.number)),
    tx
      .select({
        id: claimAnswers.id,
        claimId: claimAnswers.claimId,
        answer: claimAnswers.answer,
        text: claimAnswers.text,
        at: claimAnswers.answeredAt,
        by: staff.name,
      })
      .from(claimAnswers)
      .innerJoin(staff, eq(staff.id, claimAnswers.answeredBy))
      .where(eq(claimAnswers.projectId, projectId))
      .orderBy(asc(claimAnswers.answeredAt)),
    tx
      .select()
      .from(warrantyClaimFiles)
      .where(eq(warrantyClaimFiles.projectId, projectId))
      .orderBy(asc(warrantyClaimFiles.position)),
  ])
  if (!project) return null
  return {
    warranties,
    claims: claims.map((claim) => {
      const own = answers.filter(({ claimId }) => claimId === claim.id)
      return {
        ...claim,
        answers: own,
        state: claimState({ answers: own, closedAt: claim.closedAt }),
        files: files
          .filter(({ claimId }) => claimId === claim.id)
          .map(({ name, sha256 }) => ({ name, sha256 })),
      }
    }),
  }
}

export type WarrantyPage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof warrantyPage>>>>
