import type { Tx } from '@countersign/db/connect'
import {
  portalCorrectionAgreements,
  portalDecisions,
  portalPaymentReleases,
  portalPaymentSchedule,
  portalSubmissions,
} from '@countersign/db/views/portal'
import { and, eq, gt } from 'drizzle-orm'

/**
 * Why the decision in force can no longer be changed by the customer alone: what it released is billed, or the contract
 * made it of silence and our side has not agreed. With the agreement, where there is one.
 */
export async function whatBinds(tx: Tx, submissionId: string) {
  const a = portalCorrectionAgreements
  const [billed, [decision]] = await Promise.all([
    isBilled(tx, submissionId),
    tx
      .select({ kind: portalDecisions.kind, by: a.agreedByName, at: a.agreedAt, reason: a.reason })
      .from(portalDecisions)
      .leftJoin(a, eq(a.decisionId, portalDecisions.id))
      .where(and(eq(portalDecisions.submissionId, submissionId), eq(portalDecisions.isInForce, true))),
  ])
  const { by, at, reason } = decision ?? {}
  const isDeemedAlone = decision?.kind === 'deemed' && !at
  return {
    boundBy: billed ? ('billed' as const) : isDeemedAlone ? ('both-sides' as const) : null,
    agreement: by && at && reason ? { by, at: at.toISOString(), reason } : null,
  }
}

/** Whether something that the acceptance of this version releases has been billed. */
async function isBilled(tx: Tx, submissionId: string): Promise<boolean> {
  const billed = await tx
    .select({ id: portalPaymentSchedule.billingMilestoneId })
    .from(portalSubmissions)
    .innerJoin(
      portalPaymentReleases,
      and(
        eq(portalPaymentReleases.deliverableId, portalSubmissions.deliverableId),
        eq(portalPaymentReleases.stage, portalSubmissions.stage),
      ),
    )
    .innerJoin(
      portalPaymentSchedule,
      eq(portalPaymentSchedule.billingMilestoneId, portalPaymentReleases.billingMilestoneId),
    )
    .where(and(eq(portalSubmissions.id, submissionId), gt(portalPaymentSchedule.billedMinor, 0n)))
    .limit(1)
  return billed.length > 0
}
