import type { Tx } from '@countersign/db/connect'
import { ledgerCheckpoints, ledgerKeys, ledgerProofs, ledgerTimestamps } from '@countersign/db/tables/ledger'
import type { CheckpointFile } from '@countersign/evidence/checkpoint'
import { asc, eq } from 'drizzle-orm'

/** A checkpoint as it is kept outside the database, and under what name; null where there is no such checkpoint. */
export async function checkpointFile(
  tx: Tx,
  number: number,
): Promise<{ name: string; file: CheckpointFile } | null> {
  const [row] = await tx
    .select({ checkpoint: ledgerCheckpoints, key: ledgerKeys, token: ledgerTimestamps.token })
    .from(ledgerCheckpoints)
    .innerJoin(ledgerKeys, eq(ledgerKeys.fingerprint, ledgerCheckpoints.keyFingerprint))
    .leftJoin(ledgerTimestamps, eq(ledgerTimestamps.number, ledgerCheckpoints.number))
    .where(eq(ledgerCheckpoints.number, number))
  if (!row) return null
  const proofs = await tx
    .select()
    .from(ledgerProofs)
    .where(eq(ledgerProofs.number, number))
    .orderBy(asc(ledgerProofs.projectId))
  const { checkpoint, key, token } = row
  return {
    name: checkpointName(number, checkpoint.takenAt),
    file: {
      schema: 'countersign/checkpoint-file/1',
      checkpoint: {
        payload: checkpoint.payload,
        signature: checkpoint.signature,
        algorithm: key.algorithm,
        certificates: key.certificates,
        ...(token === null ? {} : { timestamp: token }),
      },
      proofs: proofs.map(({ projectId, seq, head, leafIndex, path }) => ({
        project: projectId,
        seq,
        head,
        index: leafIndex,
        path,
      })),
    },
  }
}

/** Named by number and time, so that a folder's listing is their order: checkpoints/1795319700-20261122T035500Z.json. */
export function checkpointName(number: number, takenAt: Date): string {
  const time = takenAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
  return `checkpoints/${String(number).padStart(9, '0')}-${time}.json`
}
