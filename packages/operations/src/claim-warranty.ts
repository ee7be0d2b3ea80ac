import type { Tx } from '@countersign/db/connect'
import { portalProjects, portalSubmissions } from '@countersign/db/views/portal'
import { portalWarrantyClaims } from '@countersign/db/views/portal-clock'
import type { SubmissionTerms } from '@countersign/domain/acceptance'
import { localDateIn } from '@countersign/domain/calendar-day'
import { mayClaim, warrantyOf } from '@countersign/domain/warranty'
import { eq, sql } from 'drizzle-orm'
import { brokenConstraint, refused } from './result'
import type { StoredFile } from './submit-deliverable'

type Claim = { deliverableId: string; title: string; description: string; files: StoredFile[]; now: Date }

/** The customer claims a defect of what was accepted provisionally, while the warranty runs. */
export async function claimWarranty(tx: Tx, { deliverableId, title, description, files, now }: Claim) {
  const versions = await tx
    .select({
      stage: portalSubmissions.stage,
      outcome: portalSubmissions.outcome,
      decidedAt: portalSubmissions.decidedAt,
      terms: portalSubmissions.terms,
      acceptance: portalSubmissions.acceptance,
      role: portalProjects.myRole,
      timeZone: portalProjects.timeZone,
    })
    .from(portalSubmissions)
    .innerJoin(portalProjects, eq(portalProjects.id, portalSubmissions.projectId))
    .where(eq(portalSubmissions.deliverableId, deliverableId))
  const [known] = versions
  if (!known) return refused('no-such-deliverable')
  if (!mayClaim(known.role)) return refused('only-reads')
  const warranty = warrantyOf(
    { acceptance: known.acceptance, versions: versions.map(withMonths) },
    known.timeZone,
    localDateIn(known.timeZone, now),
  )
  if (warranty?.state !== 'running') return refused('no-warranty')
  try {
    await tx.transaction((inner) =>
      inner.execute(sql`select portal.claim_warranty(${deliverableId}, ${title}, ${description},
        ${JSON.stringify(files)}::jsonb)`),
    )
    return { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) === 'warranty_runs') return refused('no-warranty')
    throw error
  }
}

/** Of what a submission froze, what its warranty needs. */
export function withMonths<V extends { terms: unknown }>(version: V): V & { warrantyMonths: number } {
  return { ...version, warrantyMonths: (version.terms as SubmissionTerms | null)?.warrantyMonths ?? 0 }
}

/** The customer says that a claim is settled. */
export async function closeClaim(tx: Tx, { claimId }: { claimId: string }) {
  const [claim] = await tx
    .select({
      closedAt: portalWarrantyClaims.closedAt,
      role: portalProjects.myRole,
    })
    .from(portalWarrantyClaims)
    .innerJoin(portalProjects, eq(portalProjects.id, portalWarrantyClaims.projectId))
    .where(eq(portalWarrantyClaims.id, claimId))
  if (!claim) return refused('no-such-claim')
  if (claim.closedAt) return refused('already-closed')
  if (!mayClaim(claim.role)) return refused('only-reads')
  try {
    await tx.transaction((inner) => inner.execute(sql`select portal.close_claim(${claimId})`))
    return { ok: true as const }
  } catch (error) {
    if (brokenConstraint(error) === 'claim_closures_pkey') return refused('already-closed')
    throw error
  }
}
