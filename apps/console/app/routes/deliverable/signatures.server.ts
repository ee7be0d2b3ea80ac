import type { Tx } from '@countersign/db/connect'
import { signatureRequirements } from '@countersign/db/tables/decision-parts'
import { submissions } from '@countersign/db/tables/delivery'
import { contacts } from '@countersign/db/tables/people'
import { signaturesThisRound } from '@countersign/db/views/states'
import { and, asc, desc, eq, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'

/** Who has to sign a deliverable, and who of them has signed its latest version. */
export async function signaturesOf(tx: Tx, projectId: string, deliverableId: string) {
  const signer = alias(contacts, 'signer')
  const [latest] = await tx
    .select({ id: submissions.id, version: submissions.version })
    .from(submissions)
    .where(eq(submissions.deliverableId, deliverableId))
    .orderBy(desc(submissions.version))
    .limit(1)
  const [wanted, given] = await Promise.all([
    tx
      .select({
        deliverableId: signatureRequirements.deliverableId,
        contactId: signatureRequirements.contactId,
        position: signatureRequirements.position,
        name: contacts.name,
      })
      .from(signatureRequirements)
      .innerJoin(contacts, eq(contacts.id, signatureRequirements.contactId))
      .where(
        and(
          eq(signatureRequirements.projectId, projectId),
          or(
            isNull(signatureRequirements.deliverableId),
            eq(signatureRequirements.deliverableId, deliverableId),
          ),
        ),
      )
      .orderBy(asc(signatureRequirements.position), asc(contacts.name)),
    latest
      ? tx
          .select({
            signedBy: signaturesThisRound.signedBy,
            onBehalfOf: signaturesThisRound.onBehalfOf,
            signedAt: signaturesThisRound.signedAt,
            outcome: signaturesThisRound.outcome,
            name: signer.name,
          })
          .from(signaturesThisRound)
          .innerJoin(signer, eq(signer.id, signaturesThisRound.signedBy))
          .where(eq(signaturesThisRound.submissionId, latest.id))
      : [],
  ])
  const own = wanted.filter((each) => each.deliverableId === deliverableId)
  return {
    version: latest?.version ?? null,
    required: (own.length > 0 ? own : wanted).map(({ contactId, name }) => {
      const signature = given.find(({ signedBy, onBehalfOf }) => (onBehalfOf ?? signedBy) === contactId)
      return {
        contactId,
        name,
        signedAt: signature?.signedAt ?? null,
        /** Only where somebody else signed in this one's place. */
        signedBy: signature?.onBehalfOf ? signature.name : null,
        outcome: signature?.outcome ?? null,
      }
    }),
  }
}
