import { connect, type Db } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { certificates, decisions } from '@countersign/db/tables/delivery'
import { projects } from '@countersign/db/tables/projects'
import { certificateSeals } from '@countersign/db/tables/seals'
import { decisionEvidence } from '@countersign/operations/decision-evidence'
import { openStorage, type Storage } from '@countersign/storage/storage'
import { and, eq, or } from 'drizzle-orm'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Answer } from '../answer'
import { Refusal, type Surroundings } from '../surroundings'
import { findingsAbout, type Finding } from './findings'

/**
 * Whether a certificate's file is one that we issued, and whether everything it rests on is still what was signed:
 * digests are taken anew from the rows, the files' from the storage. Exit code 1 where anything is not.
 */
export async function certificateVerify(
  surroundings: Surroundings,
  given: { file: string },
): Promise<Answer> {
  const bytes = await readGiven(given.file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const storage = openStorage(surroundings.env)
  return surroundings.withDatabase(async (urls) => {
    const db = connect(urls.worker, { max: 2 })
    try {
      return answerOf(given.file, sha256, await verify(db, storage, sha256))
    } finally {
      await db.close()
    }
  })
}

async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const reasons: Record<string, string> = {
      ENOENT: 'There is no such file',
      EISDIR: 'This is a folder, not a file',
      EACCES: 'This file may not be read',
    }
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new Refusal(`${reasons[code] ?? 'This file cannot be read'}: ${file}`, 2)
  }
}

type Verified = { certificate: CertificateFacts | null; findings: Finding[] }
type CertificateFacts = {
  number: string
  project: string
  deliverable: string
  version: number
  signedAs: string
  decidedAt: string
}

async function verify(db: Db, storage: Storage, sha256: string): Promise<Verified> {
  const known = await db.asLogin(async (tx) => {
    const [row] = await tx
      .select({ certificate: certificates, decision: decisions, code: projects.code, project: projects.name })
      .from(certificates)
      .innerJoin(decisions, eq(decisions.id, certificates.decisionId))
      .innerJoin(projects, eq(projects.id, certificates.projectId))
      .leftJoin(
        certificateSeals,
        and(eq(certificateSeals.certificateId, certificates.id), eq(certificateSeals.fileSha256, sha256)),
      )
      .where(or(eq(certificates.fileSha256, sha256), eq(certificateSeals.fileSha256, sha256)))
    const proof = row ? await decisionEvidence(tx, row.decision.id) : null
    if (!row || !proof) return null
    const [deliverable] = await tx
      .select({ code: deliverables.code, name: deliverables.name })
      .from(deliverables)
      .where(eq(deliverables.id, proof.evidence.submission.deliverableId))
    return { ...row, ...proof, deliverable: deliverable! }
  })
  if (!known) {
    const sentence = `No certificate is recorded with the SHA-256 of this file (${sha256}): it was changed, or not issued here.`
    return { certificate: null, findings: [{ check: 'issued', ok: false, sentence }] }
  }
  const { certificate, decision, deliverable, evidence } = known
  return {
    certificate: {
      number: certificate.number,
      project: `${known.code} · ${known.project}`,
      deliverable: `${deliverable.code} · ${deliverable.name}`,
      version: evidence.submission.version,
      signedAs: decision.typedName,
      decidedAt: decision.decidedAt.toISOString(),
    },
    findings: await findingsAbout(certificate, known, storage),
  }
}

function answerOf(file: string, sha256: string, { certificate, findings }: Verified): Answer {
  const isGood = findings.every(({ ok }) => ok)
  const name = basename(file)
  const head = certificate
    ? [
        `Certificate ${certificate.number}`,
        `${certificate.deliverable}, version ${certificate.version}, of ${certificate.project}`,
        `accepted by ${certificate.signedAs} on ${certificate.decidedAt}`,
        '',
      ]
    : []
  const failed = findings.filter(({ ok }) => !ok).length
  const verdict = isGood
    ? `${name} holds: all ${findings.length} checks passed.`
    : `${name} does not hold: ${failed} of ${findings.length} ${findings.length === 1 ? 'check' : 'checks'} failed.`
  return {
    text: [...head, ...findings.map(({ ok, sentence }) => `${ok ? '✓' : '✗'} ${sentence}`), '', verdict].join(
      '\n',
    ),
    value: { file, sha256, valid: isGood, certificate, findings },
    exitCode: isGood ? 0 : 1,
  }
}
