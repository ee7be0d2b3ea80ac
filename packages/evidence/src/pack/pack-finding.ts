import type { Finding } from '../finding'

/** What a check of a pack or a certificate's file found. `null`: it could not be checked, and this says why. */
export type PackFinding =
  // The archive.
  | { code: 'pack-unreadable'; ok: false }
  | { code: 'manifest-unreadable'; ok: false }
  | { code: 'manifest-holds'; ok: true; count: number }
  | { code: 'entry-differs-from-manifest'; ok: false; path: string }
  | { code: 'entry-missing'; ok: false; path: string }
  | { code: 'entry-unlisted'; ok: false; path: string }
  | { code: 'entry-beyond-reading'; ok: false; path: string }
  | { code: 'file-unknown'; ok: null }
  // What was submitted.
  | { code: 'files-are-those-decided-on'; ok: true; count: number }
  | { code: 'file-is-another'; ok: false; name: string; path: string }
  | { code: 'file-not-in-pack'; ok: false; name: string }
  | { code: 'files-not-in-reach'; ok: null; count: number }
  // The envelope of an outside signing service.
  | { code: 'envelope-is-the-recorded'; ok: true }
  | { code: 'envelope-is-another'; ok: false; name: string; path: string }
  | { code: 'envelope-not-in-pack'; ok: false; name: string }
  | { code: 'envelope-not-in-reach'; ok: null }
  | { code: 'envelope-unverified'; ok: null; service: string }
  // The certificate's file.
  | { code: 'seal-holds'; ok: true; signer: string; sealedAt: string }
  | { code: 'seal-not-over-everything'; ok: false }
  | { code: 'seal-damaged'; ok: false }
  | { code: 'sealed-content-changed'; ok: false }
  | { code: 'seal-forged'; ok: false; signer: string }
  | { code: 'seal-signer-unknown'; ok: false; signer: string }
  | { code: 'seal-timestamp-holds'; ok: true; stampedAt: string; authority: string }
  | { code: 'seal-timestamp-false'; ok: false }
  | { code: 'seal-without-timestamp'; ok: null }
  | { code: 'no-embedded-evidence'; ok: false }
  | { code: 'embedded-evidence-is-the-packs'; ok: true }
  | { code: 'embedded-evidence-is-another'; ok: false }
  // The evidence.
  | { code: 'schema-holds'; ok: true }
  | { code: 'schema-broken'; ok: false; at: string; why: string }
  | { code: 'evidence-not-canonical'; ok: false }
  | { code: 'decision-is-in-chain'; ok: true; seq: number }
  | { code: 'decision-is-not-in-chain'; ok: false; seq: number }
  | { code: 'head-is-in-chain'; ok: true; seq: number }
  | { code: 'head-is-not-in-chain'; ok: false; seq: number }
  | { code: 'certificate-is-in-chain'; ok: true; seq: number }
  | { code: 'certificate-was-raised'; ok: true; seq: number }
  | { code: 'certificate-is-another-file'; ok: false; seq: number }
  | { code: 'certificate-differs-from-chain'; ok: false; seq: number }
  | { code: 'certificate-is-not-in-chain'; ok: false }
  | { code: 'digest-is-the-scanned'; ok: true; digest: string }
  | { code: 'digest-is-not-the-scanned'; ok: false; digest: string }
  // The ledger and its checkpoints.
  | { code: 'ledger-disclosures-hold'; ok: true; count: number }
  | { code: 'ledger-disclosure-false'; ok: false; seq: number }
  | { code: 'ledger-of-another-project'; ok: false }
  | { code: 'no-checkpoint'; ok: null }
  | { code: 'no-ledger-here'; ok: null; seq: number }
  // Whom one believes.
  | { code: 'root-believed-as-given'; ok: true; name: string; fingerprint: string }
  | { code: 'root-to-compare'; ok: null; name: string; fingerprint: string }
  | { code: 'root-of-checkpoints-alone'; ok: null; name: string; fingerprint: string }
  | { code: 'authority-to-compare'; ok: null; name: string; fingerprint: string }

/** `where`: the path in the pack, or the certificate, that it is about; empty for the whole. */
export type Located = (Finding | PackFinding) & { where: string }

export type Status = 'holds' | 'fails' | 'unchecked'

const limits = new Set<string>(['timestamp-absent', 'entries-after-checkpoint'])

/** Failed, or holds, or says what could not be checked. */
export function statusOf({ ok, code }: Finding | PackFinding): Status {
  if (ok === null || (ok && limits.has(code))) return 'unchecked'
  return ok ? 'holds' : 'fails'
}

export function at(where: string, findings: readonly (Finding | PackFinding)[]): Located[] {
  return findings.map((finding) => ({ ...finding, where }))
}
