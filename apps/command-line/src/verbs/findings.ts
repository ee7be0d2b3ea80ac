import { localDateIn } from '@countersign/domain/calendar-day'
import type { decisionEvidence } from '@countersign/operations/decision-evidence'
import type { Storage } from '@countersign/storage/storage'
import { createHash } from 'node:crypto'

export type Finding = { check: string; ok: boolean; sentence: string }
type Proof = NonNullable<Awaited<ReturnType<typeof decisionEvidence>>>
type Certificate = { number: string; decisionDigest: string; fileSha256: string }

/** Every fact behind a certificate, looked at again: one sentence each. */
export async function findingsAbout(
  certificate: Certificate,
  proof: Proof,
  storage: Storage,
): Promise<Finding[]> {
  const { evidence, decisionDigest, submissionDigest } = proof
  const { submission, decision, results } = evidence
  const found: Finding[] = []
  const say = (check: string, ok: boolean, good: string, bad: string) =>
    found.push({ check, ok, sentence: ok ? good : bad })

  say('issued', true, `This file is certificate ${certificate.number}, as it was issued.`, '')
  say(
    'decision-digest',
    decisionDigest === certificate.decisionDigest,
    'The decision record is unchanged: its digest, taken anew, is the certificate’s.',
    'The decision record was changed: its digest, taken anew, is not the certificate’s.',
  )
  say(
    'submission-digest',
    submissionDigest === submission.digest,
    'What was submitted is unchanged: files, criteria and releases give the recorded digest.',
    'What was submitted was changed: files, criteria and releases do not give the recorded digest.',
  )
  say(
    'decision-binds-submission',
    decision.submissionDigest === submission.digest,
    'The decision is bound to exactly this submission.',
    'The decision was made on another content than this submission has.',
  )
  say(
    'outcome',
    decision.outcome === 'accepted',
    'The decision is an acceptance.',
    'The decision is no acceptance.',
  )
  const resultOf = new Map(results.map(({ criterionId, result }) => [criterionId, result]))
  say(
    'criteria',
    results.length === submission.criteria.length &&
      submission.criteria.every(({ id }) => resultOf.get(id) === 'met'),
    `Each of the ${submission.criteria.length} criteria was found to be met.`,
    'The results do not say of each criterion that it is met.',
  )
  const { authority } = decision
  const on = localDateIn(decision.timeZone, new Date(decision.decidedAt))
  say(
    'authority',
    authority.currency === submission.currency &&
      BigInt(authority.upToMinor) >= BigInt(submission.valueMinor) &&
      authority.fromOn <= on &&
      (authority.toOn === null || on <= authority.toOn),
    'The signatory’s recorded authority covered the value on that day.',
    'The signatory’s recorded authority did not cover the value on that day.',
  )
  for (const file of submission.files) {
    const stored = await storedDigest(storage, file.sha256)
    say(
      'file',
      stored === file.sha256,
      `The file ${file.name} is stored as it was accepted.`,
      stored === null
        ? `The file ${file.name} is missing from the storage.`
        : `The file ${file.name} is not what was accepted: its content was changed.`,
    )
  }
  const ours = await storedDigest(storage, certificate.fileSha256)
  say(
    'certificate-file',
    ours === certificate.fileSha256,
    'Our own copy of the certificate is the same, byte for byte.',
    ours === null
      ? 'Our own copy of the certificate is missing from the storage.'
      : 'Our own copy of the certificate was changed in the storage.',
  )
  return found
}

async function storedDigest(storage: Storage, sha256: string): Promise<string | null> {
  const file = await storage.open(sha256)
  if (!file) return null
  const hash = createHash('sha256')
  for await (const chunk of file.stream as unknown as AsyncIterable<Uint8Array>) hash.update(chunk)
  return hash.digest('hex')
}
