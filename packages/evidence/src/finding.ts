/** What a check found, as a code and its figures; `finding-words` turns it into a sentence. */
export type Finding =
  // The chain of a project's facts.
  | { code: 'chain-holds'; ok: true; count: number; head: string }
  | { code: 'chain-empty'; ok: false }
  | { code: 'entry-unreadable'; ok: false; line: number }
  | { code: 'entry-not-canonical'; ok: false; seq: number }
  | { code: 'entry-changed'; ok: false; seq: number; kind: string }
  | { code: 'entry-of-another-project'; ok: false; seq: number }
  | { code: 'entry-older-than-the-one-before'; ok: false; seq: number }
  | { code: 'beginning-missing'; ok: false; seq: number }
  | { code: 'first-entry-bound-to-something'; ok: false }
  | { code: 'entries-missing'; ok: false; from: number; to: number }
  | { code: 'entry-out-of-place'; ok: false; seq: number; after: number }
  | { code: 'entry-not-bound'; ok: false; seq: number; after: number }
  // Checkpoints, and a chain under them.
  | { code: 'checkpoint-holds'; ok: true; number: number; takenAt: string; signer: string }
  | { code: 'checkpoint-unreadable'; ok: false }
  | { code: 'checkpoint-signature-false'; ok: false; number: number; signer: string }
  | { code: 'checkpoint-signer-unknown'; ok: false; number: number; signer: string }
  | { code: 'checkpoint-not-bound'; ok: false; number: number; after: number }
  | { code: 'checkpoints-missing'; ok: false; from: number; to: number }
  | { code: 'timestamp-holds'; ok: true; number: number; stampedAt: string; authority: string }
  | { code: 'timestamp-absent'; ok: true; number: number }
  | { code: 'timestamp-false'; ok: false; number: number }
  | { code: 'chain-is-under-checkpoint'; ok: true; number: number; seq: number; takenAt: string }
  | { code: 'proof-false'; ok: false; number: number }
  | { code: 'chain-shorter-than-checkpoint'; ok: false; number: number; seq: number; count: number }
  | { code: 'chain-differs-from-checkpoint'; ok: false; number: number; seq: number; takenAt: string }
  | { code: 'entries-after-checkpoint'; ok: true; number: number; count: number }
  // The evidence of a decision.
  | { code: 'submission-digest-holds'; ok: true; digest: string }
  | { code: 'submission-digest-false'; ok: false; digest: string }
  | { code: 'disclosures-hold'; ok: true; count: number; withheld: number }
  | { code: 'disclosure-false'; ok: false; at: string }
  | { code: 'decision-is-in-ledger'; ok: true; seq: number }
  | { code: 'decision-entry-changed'; ok: false; seq: number }
  | { code: 'decision-entry-of-something-else'; ok: false; seq: number }
  | { code: 'decision-differs-from-ledger'; ok: false; at: string }
  | { code: 'evidence-unreadable'; ok: false }

export type FindingCode = Finding['code']

/** Whether nothing that was checked failed. */
export function allHold(findings: Finding[]): boolean {
  return findings.every(({ ok }) => ok)
}
