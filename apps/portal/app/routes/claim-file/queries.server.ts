import type { Tx } from '@countersign/db/connect'
import { portalWarrantyClaims } from '@countersign/db/views/portal-clock'
import { eq } from 'drizzle-orm'
import { fileAt, type AttachedFile } from '../../file-at'

/** A file of a warranty claim, by its place; undefined where there is none. */
export async function claimFile(
  tx: Tx,
  claimId: string,
  position: number,
): Promise<AttachedFile | undefined> {
  const [claim] = await tx
    .select({ files: portalWarrantyClaims.files })
    .from(portalWarrantyClaims)
    .where(eq(portalWarrantyClaims.id, claimId))
  return fileAt(claim?.files, position)
}
