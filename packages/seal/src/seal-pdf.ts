import { createHash } from 'node:crypto'
import { cmsOf, signedAttributes, type SealParts } from './cms'
import { fill, placeOfSeal, prepare, sealedBytes, type Unsealed } from './placeholder'
import { readParts } from './read-parts'
import type { Signer } from './signer'
import { timestamp, type TimestampAuthority, type TimestampTrouble } from './timestamp-authority'

/** PAdES baseline (EN 319 142-1): B-T has a timestamp of a third party, B-B has not. */
export type SealLevel = 'B-B' | 'B-T'

export type Sealed = {
  bytes: Uint8Array
  level: SealLevel
  keyId: string
  /** As the timestamp says; `null` at level B-B. */
  timestampedAt: Date | null
  /** Why there is no timestamp although there is an authority. */
  trouble: TimestampTrouble | null
}

/**
 * Seals a document: a certifying signature over all of it, after which nothing may change. Without an authority, or
 * where it does not answer, the seal is one level lower and can be raised later. Rejects when the key cannot sign.
 */
export async function sealPdf(
  unsealed: Unsealed,
  signer: Signer,
  authority: TimestampAuthority | null,
  now: Date,
): Promise<Sealed> {
  const { bytes, place } = prepare(unsealed, now)
  const digest = createHash('sha256').update(sealedBytes(bytes, place)).digest()
  const [own] = signer.certificates
  if (!own) throw new TypeError('a signer without a certificate cannot seal')
  const parts: SealParts = {
    algorithm: signer.algorithm,
    certificates: signer.certificates,
    digest,
    signature: await signer.sign(signedAttributes(digest, own)),
    timestampToken: null,
  }
  const answer = authority && (await timestamp(authority, sha256(parts.signature), now))
  if (answer?.ok) parts.timestampToken = answer.token
  fill(bytes, place, cmsOf(parts))
  return {
    bytes,
    level: answer?.ok ? 'B-T' : 'B-B',
    keyId: signer.keyId,
    timestampedAt: answer?.ok ? answer.at : null,
    trouble: answer && !answer.ok ? answer.why : null,
  }
}

export type Raised = { ok: true; bytes: Uint8Array; at: Date } | { ok: false; why: TimestampTrouble }

/**
 * Raises a sealed document from B-B to B-T: the timestamp goes into the room behind the seal, so that there is no
 * second revision and every sealed byte stays. Throws where the document has no seal of ours, or has a timestamp.
 */
export async function raiseSeal(
  sealed: Uint8Array,
  authority: TimestampAuthority,
  now: Date,
): Promise<Raised> {
  const place = placeOfSeal(sealed)
  const parts = place && readParts(sealed, place)
  if (!parts) throw new TypeError('the document has no seal of ours')
  if (parts.timestampToken) throw new TypeError('the seal has a timestamp already')
  const answer = await timestamp(authority, sha256(parts.signature), now)
  if (!answer.ok) return answer
  const bytes = Buffer.from(sealed)
  fill(bytes, place, cmsOf({ ...parts, timestampToken: answer.token }))
  return { ok: true, bytes, at: answer.at }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
