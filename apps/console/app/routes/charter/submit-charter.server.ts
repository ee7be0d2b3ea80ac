import type { StaffActor } from '@countersign/db/connect'
import { submitDeliverable } from '@countersign/operations/submit-deliverable'
import { charterDocument } from '../../charter-document.server'
import { charterFacts } from '@countersign/operations/charter-facts'
import { db } from '../../db.server'
import { storage } from '../../storage.server'

type Charter = { projectId: string; deliverableId: string; message: string; by: StaffActor; now: Date }

/** Makes the charter from the project's facts, stores it and puts it before the customer as the next version. */
export async function submitCharter({ by, now, ...submission }: Charter) {
  const facts = await db.read(by, (tx) => charterFacts(tx, submission.projectId))
  if (!facts) return { ok: false as const, why: 'no-such-deliverable' as const }
  if (!facts.hasContract) return { ok: false as const, why: 'no-contract' as const }
  const { bytes, name } = await charterDocument(facts, by, now)
  const put = await storage.put([bytes], { name, declaredType: 'application/pdf', maxBytes: bytes.length })
  if (!put.ok) throw new Error(`our own PDF was refused by the storage: ${put.why}`)
  const { sha256, size, mediaType } = put
  return db.write(by, (tx) =>
    submitDeliverable(tx, { ...submission, files: [{ name, sha256, size, mediaType }], by, now }),
  )
}
