import type { Tx } from '@countersign/db/connect'
import { files } from '@countersign/db/tables/delivery'
import type { StoredFile } from './submit-deliverable'

/** Says that a stored file is there, before something refers to it; the same content twice is one file. */
export async function keepFile(tx: Tx, { sha256, size, mediaType }: StoredFile) {
  await tx
    .insert(files)
    .values({ sha256, sizeBytes: BigInt(size), mediaType })
    .onConflictDoNothing()
}
