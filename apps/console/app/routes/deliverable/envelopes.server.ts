import type { Tx } from '@countersign/db/connect'
import { decisions, files, submissions } from '@countersign/db/tables/delivery'
import { outsideEnvelopes, outsideSigners } from '@countersign/db/tables/outside-decisions'
import { contacts, staff } from '@countersign/db/tables/people'
import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

/** What decisions of a deliverable rest on that were signed with an outside service. */
export async function envelopesOf(tx: Tx, deliverableId: string) {
  const [document, completion] = [alias(files, 'document'), alias(files, 'completion')]
  const rows = await tx
    .select({
      decisionId: outsideEnvelopes.decisionId,
      service: outsideEnvelopes.service,
      envelopeId: outsideEnvelopes.envelopeId,
      completedAt: outsideEnvelopes.completedAt,
      documentName: outsideEnvelopes.documentName,
      documentSha256: outsideEnvelopes.documentSha256,
      documentBytes: document.sizeBytes,
      completionName: outsideEnvelopes.completionName,
      completionSha256: outsideEnvelopes.completionSha256,
      completionBytes: completion.sizeBytes,
      recordedBy: staff.name,
      signer: contacts.name,
    })
    .from(outsideEnvelopes)
    .innerJoin(decisions, eq(decisions.id, outsideEnvelopes.decisionId))
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(document, eq(document.sha256, outsideEnvelopes.documentSha256))
    .innerJoin(completion, eq(completion.sha256, outsideEnvelopes.completionSha256))
    .innerJoin(staff, eq(staff.id, outsideEnvelopes.recordedBy))
    .innerJoin(outsideSigners, eq(outsideSigners.decisionId, outsideEnvelopes.decisionId))
    .innerJoin(contacts, eq(contacts.id, outsideSigners.contactId))
    .where(eq(submissions.deliverableId, deliverableId))
    .orderBy(asc(outsideSigners.position))
  const firsts = rows.filter(
    ({ decisionId }, at) => rows.findIndex((each) => each.decisionId === decisionId) === at,
  )
  return firsts.map(({ signer: _, documentBytes, completionBytes, ...envelope }) => ({
    ...envelope,
    documentBytes: Number(documentBytes),
    completionBytes: Number(completionBytes),
    signers: rows.filter(({ decisionId }) => decisionId === envelope.decisionId).map(({ signer }) => signer),
  }))
}
