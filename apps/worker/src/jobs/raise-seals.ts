import { certificates, files } from '@countersign/db/tables/delivery'
import { certificateSeals } from '@countersign/db/tables/seals'
import { logLine } from '@countersign/http/log'
import { raiseSeal } from '@countersign/seal/seal-pdf'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Work } from '../work'
import { keepDocument } from './keep-document'

const atOnce = 200

/**
 * Adds the timestamp to certificates that were issued while no authority answered, oldest first, each as a file of its
 * own. Ends at the first that gets no answer: the next run asks again. Gives how many were raised.
 */
export async function raiseSeals(work: Work, now: Date): Promise<number> {
  const authority = work.settings.sealing.timestampAuthority
  if (!authority) return 0
  let raised = 0
  for (const seal of await withoutTimestamp(work)) {
    const answer = await raiseSeal(await work.storage.bytes(seal.fileSha256), authority, now)
    if (!answer.ok) {
      logLine('error', 'no-timestamp', { certificate: seal.number, why: answer.why })
      break
    }
    const file = await keepDocument(work.storage, `${seal.number}.pdf`, answer.bytes)
    await work.db.asLogin(async (tx) => {
      await tx.insert(files).values(file).onConflictDoNothing()
      await tx
        .insert(certificateSeals)
        .values({
          projectId: seal.projectId,
          certificateId: seal.certificateId,
          level: 'B-T',
          fileSha256: file.sha256,
          keyFingerprint: seal.keyFingerprint,
          sealedAt: seal.sealedAt,
          timestampedAt: answer.at,
        })
        // Another worker was faster; its timestamp holds.
        .onConflictDoNothing({ target: [certificateSeals.certificateId, certificateSeals.level] })
    })
    raised += 1
  }
  return raised
}

function withoutTimestamp({ db }: Work) {
  const better = alias(certificateSeals, 'better')
  return db.asLogin((tx) =>
    tx
      .select({
        projectId: certificateSeals.projectId,
        certificateId: certificateSeals.certificateId,
        fileSha256: certificateSeals.fileSha256,
        keyFingerprint: certificateSeals.keyFingerprint,
        sealedAt: certificateSeals.sealedAt,
        number: certificates.number,
      })
      .from(certificateSeals)
      .innerJoin(certificates, eq(certificates.id, certificateSeals.certificateId))
      .leftJoin(
        better,
        and(eq(better.certificateId, certificateSeals.certificateId), eq(better.level, 'B-T')),
      )
      .where(and(eq(certificateSeals.level, 'B-B'), isNull(better.certificateId)))
      .orderBy(asc(certificateSeals.sealedAt))
      .limit(atOnce),
  )
}
