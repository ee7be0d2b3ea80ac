import type { Tx } from '@countersign/db/connect'
import { certificates, decisions, files } from '@countersign/db/tables/delivery'
import { ledgerKeys } from '@countersign/db/tables/ledger'
import { certificateSeals } from '@countersign/db/tables/seals'
import { renderCertificate } from '@countersign/documents/certificate'
import { certificateOfEvidence } from '@countersign/documents/certificate-of-evidence'
import { certificateNumber } from '@countersign/domain/acceptance'
import { evidenceDigest as digestOfEvidence } from '@countersign/evidence/evidence'
import { logLine } from '@countersign/http/log'
import { evidenceOfDecision } from '@countersign/operations/evidence-of-decision'
import { fingerprintOf } from '@countersign/seal/certificates'
import { newSealToken } from '@countersign/seal/placeholder'
import { sealPdf, type SealLevel } from '@countersign/seal/seal-pdf'
import type { Signer } from '@countersign/seal/signer'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { portalVerification } from '../addresses'
import type { WorkerSettings } from '../settings'
import type { Work } from '../work'
import type { DecidedSubmission } from './decided-submission'
import { keepDocument } from './keep-document'

export type Issued = { number: string; sha256: string }

/**
 * Renders, seals and stores the certificate of a decision, and gives what `recordCertificate` writes. `null` where it
 * has been issued already. A crash before the record leaves a file that nobody names.
 */
export async function sealedCertificate(
  { db, storage, settings }: Work,
  { decision, project, deliverable, version }: DecidedSubmission,
  now: Date,
) {
  if (await db.asLogin((tx) => issuedFor(tx, decision.id))) return null
  const { signer, timestampAuthority } = settings.sealing
  const { evidence, nth, earlier } = await db.asLogin((tx) => evidenceFor(tx, decision, settings))
  const base = certificateNumber(project.code, deliverable.code, version, evidence.decision.stage)
  // A decision that corrects or withdraws another on the same version has a certificate of its own.
  const number = nth > 1 ? `${base}-${nth}` : base
  const evidenceDigest = await digestOfEvidence(evidence)
  const input = certificateOfEvidence(evidence, {
    number,
    locale: project.customer.locale,
    evidenceDigest,
    verifyAt: portalVerification(settings, evidenceDigest),
    earlier,
  })
  const token = newSealToken()
  const unsealed = { bytes: await renderCertificate(input, token), token }
  const sealed = await sealPdf(unsealed, signer, timestampAuthority, now)
  // A level is lost, not the signature: a job asks again.
  if (sealed.trouble) logLine('error', 'no-timestamp', { certificate: number, why: sealed.trouble })
  const file = await keepDocument(storage, `${number}.pdf`, sealed.bytes)
  return { number, evidenceDigest, sealed, sealedAt: now, file }
}

type Decision = DecidedSubmission['decision']

/** The evidence, which decision on its submission it is, and the certificates of those that it refers to. */
async function evidenceFor(tx: Tx, decision: Decision, { provider }: WorkerSettings) {
  const evidence = await evidenceOfDecision(tx, {
    decisionId: decision.id,
    provider: {
      name: provider.name,
      ...(provider.address.length > 0 ? { address: provider.address.join('\n') } : {}),
      ...(provider.taxId ? { registration: provider.taxId } : {}),
    },
  })
  if (!evidence) throw new Error(`there is no evidence of decision ${decision.id}`)
  const before = await tx
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(eq(decisions.submissionId, decision.submissionId), lt(decisions.decidedAt, decision.decidedAt)),
    )
  const referred = evidence.refersTo.map(({ decisionId }) => decisionId)
  const earlier = await tx
    .select({ decisionId: certificates.decisionId, number: certificates.number })
    .from(certificates)
    .where(inArray(certificates.decisionId, referred))
  return {
    evidence,
    nth: before.length + 1,
    earlier: new Map(earlier.map(({ decisionId, number }) => [decisionId, number])),
  }
}

type SealedCertificate = NonNullable<Awaited<ReturnType<typeof sealedCertificate>>>

/** Records a sealed certificate, once however often it is tried, and gives the one that holds. */
export async function recordCertificate(
  tx: Tx,
  { decision, decisionDigest, project }: DecidedSubmission,
  made: SealedCertificate | null,
  signer: Signer,
): Promise<Issued> {
  if (made) {
    const { number, evidenceDigest, file, sealed, sealedAt } = made
    await tx.insert(files).values(file).onConflictDoNothing()
    const [row] = await tx
      .insert(certificates)
      .values({
        projectId: project.id,
        decisionId: decision.id,
        number,
        fileSha256: file.sha256,
        decisionDigest,
        evidenceDigest,
        issuedAt: decision.decidedAt,
      })
      // Another run of this job was faster: its certificate holds.
      .onConflictDoNothing({ target: certificates.decisionId })
      .returning({ id: certificates.id })
    if (row) {
      await recordSeal(tx, {
        projectId: project.id,
        certificateId: row.id,
        level: sealed.level,
        fileSha256: file.sha256,
        sealedAt,
        timestampedAt: sealed.timestampedAt,
        signer,
      })
    }
  }
  const issued = await issuedFor(tx, decision.id)
  if (!issued) throw new Error(`the certificate of decision ${decision.id} is nowhere`)
  return issued
}

type SealRecord = {
  projectId: string
  certificateId: string
  level: SealLevel
  fileSha256: string
  sealedAt: Date
  timestampedAt: Date | null
  signer: Signer
}

/** With the certificates of the key, which stay when the key has gone. */
async function recordSeal(tx: Tx, { signer, ...seal }: SealRecord): Promise<void> {
  const [own] = signer.certificates
  if (!own) throw new TypeError('a signer has the certificate of its key')
  const keyFingerprint = fingerprintOf(own)
  const encoded = signer.certificates.map((der) => Buffer.from(der).toString('base64'))
  await tx
    .insert(ledgerKeys)
    .values({ fingerprint: keyFingerprint, algorithm: signer.algorithm, certificates: encoded })
    .onConflictDoNothing()
  await tx.insert(certificateSeals).values({ ...seal, keyFingerprint })
}

async function issuedFor(tx: Tx, decisionId: string): Promise<Issued | undefined> {
  const [row] = await tx
    .select({ number: certificates.number, sha256: certificates.fileSha256 })
    .from(certificates)
    .where(eq(certificates.decisionId, decisionId))
  return row
}
