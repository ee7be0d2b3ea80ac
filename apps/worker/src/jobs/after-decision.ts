import { certificates, files } from '@countersign/db/tables/delivery'
import { renderCertificate, type CertificateInput } from '@countersign/documents/certificate'
import { certificateNumber } from '@countersign/domain/acceptance'
import type { Jobs } from '@countersign/operations/enqueue'
import { eq } from 'drizzle-orm'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'
import { decidedSubmission, type DecidedSubmission } from './decided-submission'
import { keepDocument } from './keep-document'
import { writeAcceptanceMails, writeRejectionMail } from './decision-mails'

/**
 * What follows a decision. An acceptance gets its certificate, once however often this runs, and in the same
 * transaction the mails that carry it; a rejection is told to the project manager.
 */
export async function afterDecision({ db, storage, settings }: Work, { decisionId }: Jobs['after-decision']) {
  const decided = await db.asLogin((tx) => decidedSubmission(tx, decisionId))
  if (decided.decision.outcome === 'rejected')
    return db.asLogin((tx) => writeRejectionMail(tx, decided, settings))

  const [made] = await db.asLogin((tx) =>
    tx
      .select({ number: certificates.number, sha256: certificates.fileSha256 })
      .from(certificates)
      .where(eq(certificates.decisionId, decisionId)),
  )
  const { project, deliverable, version, decision } = decided
  const number = made?.number ?? certificateNumber(project.code, deliverable.code, version)
  const pdf = made ? null : await renderCertificate(certificateOf(decided, number, settings.provider.name))
  const file = pdf && (await keepDocument(storage, `${number}.pdf`, pdf))

  await db.asLogin(async (tx) => {
    if (file) {
      await tx.insert(files).values(file).onConflictDoNothing()
      await tx
        .insert(certificates)
        .values({
          projectId: project.id,
          decisionId,
          number,
          fileSha256: file.sha256,
          decisionDigest: decided.decisionDigest,
          issuedAt: decision.decidedAt,
        })
        // Another run of this job was faster: its certificate holds.
        .onConflictDoNothing({ target: certificates.decisionId })
    }
    const [{ sha256 }] = (await tx
      .select({ sha256: certificates.fileSha256 })
      .from(certificates)
      .where(eq(certificates.decisionId, decisionId))) as [{ sha256: string }]
    await writeAcceptanceMails(tx, decided, { number, sha256 }, settings)
  })
}

/** Issued at the moment of the decision, so that the same facts always give the same bytes. */
function certificateOf(decided: DecidedSubmission, number: string, provider: string): CertificateInput {
  const { evidence, project, signatory, decision, deliverable, version } = decided
  const { submission, results } = evidence
  const locale = project.customer.locale
  const resultOf = new Map(results.map((result) => [result.criterionId, result]))
  const { authority } = evidence.decision
  return {
    number,
    issuedAt: decision.decidedAt,
    locale,
    timeZone: decision.timeZone,
    provider,
    customer: project.customer.name,
    project: { code: project.code, name: project.name },
    deliverable,
    version,
    files: submission.files,
    criteria: [...submission.criteria]
      .sort((a, b) => a.position - b.position)
      .map(({ id, position, statement }) => ({
        position,
        statement,
        result: resultOf.get(id)?.result ?? null,
        comment: resultOf.get(id)?.comment || null,
      })),
    signatory: {
      name: signatory.name,
      typedName: decision.typedName,
      email: signatory.email,
      role: signatory.jobTitle || letterMessages(locale).signatory,
      authority: { upToMinor: BigInt(authority.upToMinor), currency: authority.currency },
    },
    decidedAt: decision.decidedAt,
    statement: decision.statement,
    releases: submission.releases.map(({ name, amountMinor }) => ({
      name,
      amountMinor: BigInt(amountMinor),
      currency: submission.currency,
    })),
    submissionDigest: decision.submissionDigest,
    decisionDigest: decided.decisionDigest,
    evidence,
  }
}
