import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { contacts } from '@countersign/db/tables/people'
import { decisionEvidence } from '@countersign/operations/decision-evidence'
import { eq } from 'drizzle-orm'
import { projectNamed } from './project-people'

/** A decision with everything that its certificate and its mails name. Throws where there is no such decision. */
export async function decidedSubmission(tx: Tx, decisionId: string) {
  const [row] = await tx
    .select({
      decision: decisions,
      submissionId: submissions.id,
      version: submissions.version,
      deliverable: { code: deliverables.code, name: deliverables.name },
      signatory: {
        id: contacts.id,
        name: contacts.name,
        email: contacts.email,
        jobTitle: contacts.jobTitle,
        locale: contacts.locale,
        timeZone: contacts.timeZone,
      },
    })
    .from(decisions)
    .innerJoin(submissions, eq(submissions.id, decisions.submissionId))
    .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
    // Nobody signed what was deemed accepted.
    .leftJoin(contacts, eq(contacts.id, decisions.decidedBy))
    .where(eq(decisions.id, decisionId))
  const proof = row ? await decisionEvidence(tx, decisionId) : null
  if (!row || !proof) throw new Error(`there is no decision ${decisionId}`)
  return { ...row, ...proof, project: await projectNamed(tx, row.decision.projectId) }
}

export type DecidedSubmission = Awaited<ReturnType<typeof decidedSubmission>>

/** A decision that somebody signed. */
export type SignedSubmission = DecidedSubmission & { signatory: NonNullable<DecidedSubmission['signatory']> }
export function isSigned(decided: DecidedSubmission): decided is SignedSubmission {
  return decided.signatory !== null
}
