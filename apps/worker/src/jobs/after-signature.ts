import { deliverables } from '@countersign/db/tables/contract'
import { signatures } from '@countersign/db/tables/decision-parts'
import { submissions } from '@countersign/db/tables/delivery'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq, sql } from 'drizzle-orm'
import { portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { activeContacts, projectNamed } from './project-people'

/** Where several have to sign and one did: the others who still have to are told, in the contract's order if it has one. */
export async function afterSignature({ db, settings }: Work, { submissionId }: Jobs['after-signature']) {
  await db.asLogin(async (tx) => {
    const [submission] = await tx
      .select({
        projectId: submissions.projectId,
        version: submissions.version,
        terms: submissions.terms,
        deliverableId: submissions.deliverableId,
        code: deliverables.code,
        name: deliverables.name,
      })
      .from(submissions)
      .innerJoin(deliverables, eq(deliverables.id, submissions.deliverableId))
      .where(eq(submissions.id, submissionId))
    if (!submission) throw new Error(`there is no submission ${submissionId}`)
    const { projectId, version, code, name } = submission
    const missing = await tx.execute<{ contact_id: string; position: number }>(sql`
      select r.contact_id, r.position from app.required_signatories(${projectId}, ${submission.deliverableId}) r
      where not exists (select from app.signatures_this_round g where g.submission_id = ${submissionId}
        and coalesce(g.on_behalf_of, g.signed_by) = r.contact_id) order by r.position`)
    const isInOrder = (submission.terms as { signingOrder?: string } | null)?.signingOrder === 'sequence'
    const first = missing[0]?.position
    const next = new Set(
      [...missing].filter(({ position }) => !isInOrder || position === first).map((row) => row.contact_id),
    )
    const project = await projectNamed(tx, projectId)
    const signed = await tx
      .select({ id: signatures.id })
      .from(signatures)
      .where(eq(signatures.submissionId, submissionId))
    for (const person of (await activeContacts(tx, projectId)).filter(({ id }) => next.has(id))) {
      const words = letterMessages(person.locale)
      await writeMail(tx, {
        key: `signature ${signed.length} of ${submissionId} to ${person.email}`,
        to: person,
        letter: () => ({
          subject: words.submission.subject(words.inVersion(name, version)),
          paragraphs: [words.signature.yours],
          facts: [
            { label: words.project, value: `${project.code} · ${project.name}` },
            { label: words.deliverable, value: words.inVersion(`${code} · ${name}`, version) },
          ],
          button: { label: words.submission.button, href: portalSubmission(settings, submissionId) },
        }),
      })
    }
  })
}
