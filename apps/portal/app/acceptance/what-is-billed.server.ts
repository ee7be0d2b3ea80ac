import type { Tx } from '@countersign/db/connect'
import { portalPaymentReleases, portalPaymentSchedule, portalSubmissions } from '@countersign/db/views/portal'
import { and, eq, gt } from 'drizzle-orm'

/** Whether something that the acceptance of this version releases has been billed. */
export async function isBilled(tx: Tx, submissionId: string): Promise<boolean> {
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
