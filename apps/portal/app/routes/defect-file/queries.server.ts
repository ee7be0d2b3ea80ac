import type { Tx } from '@countersign/db/connect'
import { portalTestDefects } from '@countersign/db/views/portal'
import { eq } from 'drizzle-orm'
import { fileAt, type AttachedFile } from '../../file-at'

/** A file that a tester attached to a defect, by its place; undefined where there is none. */
export async function defectFile(
  tx: Tx,
  defectId: string,
  position: number,
): Promise<AttachedFile | undefined> {
  const [defect] = await tx
    .select({ files: portalTestDefects.files })
    .from(portalTestDefects)
    .where(eq(portalTestDefects.id, defectId))
  return fileAt(defect?.files, position)
}
