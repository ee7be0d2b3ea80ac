import type { Tx } from '@countersign/db/connect'
import { portalOutsideEnvelopes } from '@countersign/db/views/portal'
import { eq } from 'drizzle-orm'

/** One of the two files of an outside envelope; undefined where there is none. */
export async function envelopeFile(tx: Tx, decisionId: string, part: string | undefined) {
  const e = portalOutsideEnvelopes
  const columns = {
    document: { name: e.documentName, sha256: e.documentSha256 },
    completion: { name: e.completionName, sha256: e.completionSha256 },
  }
  if (part !== 'document' && part !== 'completion') return undefined
  const [file] = await tx.select(columns[part]).from(e).where(eq(e.decisionId, decisionId))
  return file && { ...file, mediaType: 'application/pdf' }
}
