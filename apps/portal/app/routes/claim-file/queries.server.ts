import type { Tx } from '@countersign/db/connect'
import { portalWarrantyClaims } from '@countersign/db/views/portal-clock'
import { eq } from 'drizzle-orm'

type ClaimFile = { position: number; name: string; sha256: string; mediaType: string }

/** A file of a warranty claim, by its place; undefined where there is none. */
export async function claimFile(tx: Tx, claimId: string, position: number): Promise<ClaimFile | undefined> {
  const [claim] = await tx
    .select({ files: portalWarrantyClaims.files })
    .from(portalWarrantyClaims)
    .where(eq(portalWarrantyClaims.id, claimId))
  return (claim?.files as ClaimFile[] | undefined)?.find((file) => file.position === position)
}
