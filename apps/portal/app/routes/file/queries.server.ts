import type { Tx } from '@countersign/db/connect'
import { portalSubmissionFiles } from '@countersign/db/views/portal'
import { and, eq } from 'drizzle-orm'

export async function submittedFile(tx: Tx, submissionId: string, position: number) {
  const { sha256, name, mediaType } = portalSubmissionFiles
  const [file] = await tx
    .select({ sha256, name, mediaType })
    .from(portalSubmissionFiles)
    .where(
      and(eq(portalSubmissionFiles.submissionId, submissionId), eq(portalSubmissionFiles.position, position)),
    )
  return file
}
