import { createHash, verify, X509Certificate } from 'node:crypto'
import { chainTo, keyIdOf } from './certificates'
import { signedAttributes } from './cms'
import { claimedTime, placeOfSeal, sealedBytes } from './placeholder'
import { readParts } from './read-parts'
import type { SealLevel } from './seal-pdf'
import { readToken, type TokenRefusal } from './timestamp-token'

export type SealFault =
  | 'no-seal-over-the-whole-file'
  | 'damaged-seal'
  | 'changed-content'
  | 'forged-seal'
  | 'unknown-key'
  | 'bad-timestamp'

export type CheckedSeal =
  | {
      ok: true
      level: SealLevel
      keyId: string
      /** Of the key's certificate. */
      subject: string
      /** By the sealing machine's own clock. */
      sealedAt: Date
      /** By the timestamp authority's; `null` at level B-B. */
      timestampedAt: Date | null
    }
  | { ok: false; why: SealFault; timestamp?: TokenRefusal }

/** Whose seals and whose timestamps are believed: roots, or the certificates themselves. */
export type SealTrust = { seals: X509Certificate[]; timestamps: X509Certificate[] }

/**
 * Checks a sealed document: the seal covers every byte, the content is what was sealed, the key's certificate leads
 * to a trusted one and was valid at the time, the timestamp holds. A certificate that ran out since is no fault: what
 * counts is the timestamp, and without one the seal's own time.
 */
export function checkSeal(bytes: Uint8Array, trust: SealTrust): CheckedSeal {
  try {
    return check(bytes, trust)
  } catch {
    // A certificate or a key that cannot be read at all: node throws in many ways.
    return { ok: false, why: 'damaged-seal' }
  }
}

function check(bytes: Uint8Array, trust: SealTrust): CheckedSeal {
  const refuse = (why: SealFault): CheckedSeal => ({ ok: false, why })
  const place = placeOfSeal(bytes)
  const sealedAt = place && claimedTime(bytes, place)
  if (!place || !sealedAt) return refuse('no-seal-over-the-whole-file')
  const parts = readParts(bytes, place)
  const own = parts?.certificates[0]
  if (!parts || !own) return refuse('damaged-seal')
  const digest = createHash('sha256').update(sealedBytes(bytes, place)).digest()
  if (!digest.equals(parts.digest)) return refuse('changed-content')

  const certificates = parts.certificates.map((der) => new X509Certificate(der))
  const certificate = certificates[0]!
  const isRsa = certificate.publicKey.asymmetricKeyType === 'rsa'
  const isSigned =
    isRsa === (parts.algorithm === 'RSA-PKCS1-SHA256') &&
    verify('sha256', signedAttributes(digest, own), certificate.publicKey, parts.signature)
  if (!isSigned) return refuse('forged-seal')

  const imprint = createHash('sha256').update(parts.signature).digest()
  const token =
    parts.timestampToken && readToken(parts.timestampToken, { imprint, trusted: trust.timestamps })
  if (token && !token.ok) return { ok: false, why: 'bad-timestamp', timestamp: token.why }
  const timestampedAt = token?.ok ? token.at : null

  const at = timestampedAt ?? sealedAt
  const leads = (each: X509Certificate) => chainTo(trust.seals, each, certificates, at).length > 0
  if (!certificates.every(leads)) return refuse('unknown-key')
  return {
    ok: true,
    level: token ? 'B-T' : 'B-B',
    keyId: keyIdOf(certificate),
    subject: certificate.subject,
    sealedAt,
    timestampedAt,
  }
}
