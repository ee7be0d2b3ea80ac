import type { Tx } from '@countersign/db/connect'
import { portalCertificates } from '@countersign/db/views/portal'
import { eq } from 'drizzle-orm'

export async function certificateFile(tx: Tx, certificateId: string) {
  const [certificate] = await tx
    .select({ sha256: portalCertificates.fileSha256, number: portalCertificates.number })
    .from(portalCertificates)
    .where(eq(portalCertificates.id, certificateId))
  return (
    certificate && {
      sha256: certificate.sha256,
      name: `${certificate.number}.pdf`,
      mediaType: 'application/pdf',
    }
  )
}
