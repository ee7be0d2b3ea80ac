import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import { portalWarrantyClaims } from '@countersign/db/views/portal-clock'
import { localDateIn } from '@countersign/domain/calendar-day'
import { claimState, mayClaim, warrantyOf } from '@countersign/domain/warranty'
import { withMonths } from '@countersign/operations/claim-warranty'
import { and, asc, desc, eq } from 'drizzle-orm'
import { projectHead } from '../../project-head.server'

type ClaimAnswer = { answer: 'mended' | 'not-covered' | 'in-work'; text: string; at: string; by: string }
type ClaimFile = { position: number; name: string }

/** What is in warranty, what was claimed, and whether this person claims; null where there is no such project. */
export async function warrantyPage(tx: Tx, projectId: string, now: Date) {
  const [[row], versions, claims] = await Promise.all([
    tx
      .select({ project: projectHead, role: portalProjects.myRole, timeZone: portalProjects.timeZone })
      .from(portalProjects)
      .where(eq(portalProjects.id, projectId)),
    tx
      .select({
        deliverableId: portalSubmissions.deliverableId,
        code: portalSubmissions.deliverableCode,
        name: portalSubmissions.deliverableName,
        acceptance: portalSubmissions.acceptance,
        stage: portalSubmissions.stage,
        outcome: portalSubmissions.outcome,
        decidedAt: portalSubmissions.decidedAt,
        terms: portalSubmissions.terms,
      })
      .from(portalSubmissions)
      .where(
        and(
          eq(portalSubmissions.projectId, projectId),
          eq(portalSubmissions.acceptance, 'provisional-and-final'),
        ),
      )
      .orderBy(asc(portalSubmissions.deliverablePosition)),
    tx
      .select()
      .from(portalWarrantyClaims)
      .where(eq(portalWarrantyClaims.projectId, projectId))
      .orderBy(desc(portalWarrantyClaims.number)),
  ])
  if (!row) return null
  const today = localDateIn(row.timeZone, now)
  const ids = [...new Set(versions.map(({ deliverableId }) => deliverableId))]
  const warranties = ids.flatMap((id) => {
    const own = versions.filter(({ deliverableId }) => deliverableId === id)
    const { code, name, acceptance } = own[0]!
    const warranty = warrantyOf({ acceptance, versions: own.map(withMonths) }, row.timeZone, today)
    return warranty ? [{ id, code, name, ...warranty }] : []
  })
  return {
    project: row.project,
    mayClaim: mayClaim(row.role),
    warranties,
    claims: claims.map(({ claimedAt, closedAt, ...claim }) => {
      const answers = claim.answers as ClaimAnswer[]
      return {
        ...claim,
        claimedAt: claimedAt.toISOString(),
        closedAt: closedAt?.toISOString() ?? null,
        answers,
        files: (claim.files as ClaimFile[]).map(({ position, name }) => ({ position, name })),
        state: claimState({ answers, closedAt }),
      }
    }),
  }
}

export type WarrantyPage = NonNullable<Awaited<ReturnType<typeof warrantyPage>>>
