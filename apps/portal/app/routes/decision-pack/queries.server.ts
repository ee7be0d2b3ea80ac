import type { Tx } from '@countersign/db/connect'
import { portalCertificates } from '@countersign/db/views/portal'
import { eq } from 'drizzle-orm'

/** Which decision a certificate is of. */
export async function decisionOf(tx: Tx, certificateId: string) {
  const [certificate] = await tx
    .select({ projectId: portalCertificates.projectId, decisionId: portalCertificates.decisionId })
    .from(portalCertificates)
    .where(eq(portalCertificates.id, certificateId))
  return certificate
}
