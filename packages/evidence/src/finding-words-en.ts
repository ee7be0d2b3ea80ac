import type { Finding, FindingCode } from './finding'
import { instant, short } from './finding-figures'

/** What was checked, what it means, and what failed and where. */
export const en = {
  'chain-holds': ({ count, head }) =>
    `All ${count} entries of the project’s ledger were recomputed: none was changed, moved, inserted or removed in between. Its head is ${short(head)}.`,
  'chain-empty': () => 'There is no entry of the project’s ledger to check, so nothing is proved by it.',
  'entry-unreadable': ({ line }) =>
    `Line ${line} of the ledger is not an entry. It was damaged or replaced after it was written.`,
  'entry-not-canonical': ({ seq }) =>
    `Entry ${seq} is not written in canonical JSON. The ledger writes no other: somebody else wrote or altered it.`,
  'entry-changed': ({ seq, kind }) =>
    `The hash of entry ${seq} (${kind}) does not fit its content: the entry was changed after it was written.`,
  'entry-of-another-project': ({ seq }) =>
    `Entry ${seq} belongs to another project: it was put here from another chain.`,
  'entry-older-than-the-one-before': ({ seq }) =>
    `Entry ${seq} says that it is older than the entry before it: the order was changed.`,
  'beginning-missing': ({ seq }) =>
    `The ledger begins with entry ${seq} and not with the first: the beginning was removed.`,
  'first-entry-bound-to-something': () =>
    'The first entry refers to one before it: something was removed, or the entry is not the first.',
  'entries-missing': ({ from, to }) =>
    from === to
      ? `Entry ${from} is missing: it was removed.`
      : `Entries ${from} to ${to} are missing: they were removed.`,
  'entry-out-of-place': ({ seq, after }) =>
    `Entry ${seq} stands after entry ${after}: entries were moved, or one was inserted.`,
  'entry-not-bound': ({ seq, after }) =>
    `Entry ${seq} is not bound to entry ${after} as it stands: one of the two was replaced.`,
  'checkpoint-holds': ({ number, takenAt, signer }) =>
    `The signature of checkpoint ${number} of ${instant(takenAt)} is that of ${signer}: what stood under it then was known and signed.`,
  'checkpoint-unreadable': () => 'The checkpoint cannot be read: it was damaged or is none.',
  'checkpoint-signature-false': ({ number, signer }) =>
    `The signature of checkpoint ${number} is not that of ${signer}: its content was changed, or somebody else made it.`,
  'checkpoint-signer-unknown': ({ number, signer }) =>
    `Checkpoint ${number} is signed by “${signer}”, whose certificate leads to none of the certificates that are trusted here: anybody could have made it.`,
  'checkpoint-not-bound': ({ number, after }) =>
    `Checkpoint ${number} is not bound to checkpoint ${after} as it stands: one of the two was replaced.`,
  'checkpoints-missing': ({ from, to }) =>
    `Checkpoint ${to} refers to another than checkpoint ${from}: at least one between them is missing.`,
  'timestamp-holds': ({ number, stampedAt, authority }) =>
    `${authority} confirms that checkpoint ${number} was there on ${instant(stampedAt)}: it was not made afterwards.`,
  'timestamp-absent': ({ number }) =>
    `Checkpoint ${number} has no timestamp: when it was made is the provider’s word only.`,
  'timestamp-false': ({ number }) =>
    `The timestamp of checkpoint ${number} does not hold: it is of something else, damaged, or of no authority that is trusted here.`,
  'chain-is-under-checkpoint': ({ number, seq, takenAt }) =>
    `Entry ${seq} is under the signed root of checkpoint ${number}: up to it the ledger is what it was on ${instant(takenAt)}.`,
  'proof-false': ({ number }) =>
    `The proof does not lead to the root of checkpoint ${number}: it is of another chain, or was altered.`,
  'chain-shorter-than-checkpoint': ({ number, seq, count }) =>
    `Checkpoint ${number} knew entry ${seq}, and the ledger ends with entry ${count}: its end was removed.`,
  'chain-differs-from-checkpoint': ({ number, seq, takenAt }) =>
    `Entry ${seq} is not the one that checkpoint ${number} of ${instant(takenAt)} knew: the ledger was written anew since.`,
  'entries-after-checkpoint': ({ number, count }) =>
    count === 1
      ? `One entry is younger than checkpoint ${number}: it is bound to the chain, and no checkpoint here knows it yet.`
      : `${count} entries are younger than checkpoint ${number}: they are bound to the chain, and no checkpoint here knows them yet.`,
  'submission-digest-holds': ({ digest }) =>
    `Version, files, criteria and releases as they stand here give the digest ${short(digest)} that was decided on.`,
  'submission-digest-false': ({ digest }) =>
    `Version, files, criteria or releases are not those that were decided on: they do not give the digest ${short(digest)}.`,
  'disclosures-hold': ({ count, withheld }) =>
    `${count} statements about persons are those that were committed to when it was signed` +
    (withheld > 0 ? `; ${withheld} more are withheld or erased.` : '.'),
  'disclosure-false': ({ at }) =>
    `What stands at ${at} about a person is not what was committed to when it was signed: it was altered.`,
  'decision-is-in-ledger': ({ seq }) => `The decision is what entry ${seq} of the project’s ledger says.`,
  'decision-entry-changed': ({ seq }) =>
    `The ledger’s entry ${seq} in the evidence does not fit its hash: it was changed.`,
  'decision-entry-of-something-else': ({ seq }) =>
    `The ledger’s entry ${seq} in the evidence is not that of this decision on this submission.`,
  'decision-differs-from-ledger': ({ at }) =>
    `What the evidence says at ${at} is not what the ledger says of this decision: it was altered.`,
  'evidence-unreadable': () => 'This is no evidence of a decision in a version that is known here.',
} satisfies { [C in FindingCode]: (finding: Extract<Finding, { code: C }>) => string }

export type FindingWords = { [C in FindingCode]: (finding: Extract<Finding, { code: C }>) => string }
