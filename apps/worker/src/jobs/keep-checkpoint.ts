import { ledgerTimestamps } from '@countersign/db/tables/ledger'
import { fromBase64, sha256, toBase64, utf8 } from '@countersign/evidence/bytes'
import { canonicalText } from '@countersign/evidence/canonical'
import type { Checkpoint } from '@countersign/evidence/checkpoint'
import { checkpointFile } from '@countersign/operations/checkpoint-file'
import type { Jobs } from '@countersign/operations/enqueue'
import { timestamp, type TimestampAuthority } from '@countersign/seal/timestamp-authority'
import type { Work } from '../work'

/**
 * Keeps a checkpoint outside the database, in the storage, and has it timestamped where an authority is configured. One
 * that is down costs the timestamp for now, never the copy: the job fails afterwards and is tried again.
 */
export async function keepCheckpoint(work: Work, { number }: Jobs['keep-checkpoint'], now: Date) {
  const authority = work.settings.sealing.timestampAuthority
  const found = await kept(work, number)
  if (!authority || found.checkpoint.timestamp) return
  await stamp(work, { number, authority, checkpoint: found.checkpoint, now })
  await kept(work, number)
}

async function kept({ db, storage }: Work, number: number) {
  const found = await db.asLogin((tx) => checkpointFile(tx, number))
  if (!found) throw new Error(`there is no checkpoint ${number}`)
  await storage.keep(found.name, utf8(`${canonicalText(found.file)}\n`))
  return found.file
}

type Stamping = { number: number; authority: TimestampAuthority; checkpoint: Checkpoint; now: Date }

async function stamp({ db }: Work, { number, authority, checkpoint, now }: Stamping) {
  const answer = await timestamp(authority, await sha256(fromBase64(checkpoint.signature)), now)
  if (!answer.ok) throw new Error(`checkpoint ${number} is not timestamped yet: ${answer.why}`)
  await db.asLogin((tx) =>
    tx
      .insert(ledgerTimestamps)
      .values({ number, token: toBase64(answer.token), stampedAt: answer.at })
      // Another run of this job was faster.
      .onConflictDoNothing(),
  )
}
