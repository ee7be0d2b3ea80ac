import { instant, short } from '../finding-figures'
import type { PackFinding } from './pack-finding'

type Code = PackFinding['code']
export type PackWords = { [C in Code]: (finding: Extract<PackFinding, { code: C }>) => string }

/** What was checked, what it means, and what failed and where. */
export const en: PackWords = {
  'pack-unreadable': () =>
    'The archive is damaged, or something was put before, behind or twice into it: different programs would read it differently, so nothing in it is relied on.',
  'manifest-unreadable': () =>
    'The list of contents (manifest.json) is missing or damaged, so what the pack should hold is not known.',
  'manifest-holds': ({ count }) =>
    `All ${count} files of the pack are the ones in its list, byte for byte; none is missing and none was added.`,
  'entry-differs-from-manifest': ({ path }) =>
    `${path} is not the file in the list of contents: it was changed or damaged after the pack was made.`,
  'entry-missing': ({ path }) => `${path} is in the list of contents and not in the pack: it was removed.`,
  'entry-unlisted': ({ path }) =>
    `${path} is in the pack and not in its list of contents: somebody added it, and it proves nothing.`,
  'entry-beyond-reading': ({ path }) => `${path} cannot be read: it is damaged or far too large.`,
  'file-unknown': () =>
    'This is neither an evidence pack nor a certificate. A pack is a ZIP file, a certificate a PDF.',
  'files-are-those-decided-on': ({ count }) =>
    count === 1
      ? 'The submitted file in this pack is the one that was decided on, byte for byte.'
      : `All ${count} submitted files in this pack are the ones that were decided on, byte for byte.`,
  'file-is-another': ({ name, path }) =>
    `The file at ${path} is not the “${name}” that was decided on: it was changed or swapped.`,
  'file-not-in-pack': ({ name }) =>
    `The submitted file “${name}” is not in the pack, so whether you have the right one is not shown.`,
  'files-not-in-reach': ({ count }) =>
    `Not checked: the ${count === 1 ? 'submitted file' : `${count} submitted files`}. Only their digests are here; the evidence pack of the project manager or the customer has the files too.`,
  'envelope-is-the-recorded': () =>
    'Both files of the outside envelope are the ones that the decision in the ledger names, byte for byte.',
  'envelope-is-another': ({ name, path }) =>
    `The file at ${path} is not the “${name}” of the outside envelope that was recorded: it was changed or swapped.`,
  'envelope-not-in-pack': ({ name }) =>
    `The file “${name}” of the outside envelope is not in the pack, so what the decision rests on is not shown.`,
  'envelope-not-in-reach': () =>
    'Not checked: the two files of the outside envelope. Only their digests are here; the evidence pack of the project manager or the customer has the files too.',
  'envelope-unverified': ({ service }) =>
    `Left to you: whether the envelope proves what it says. The decision was signed with ${service || 'an outside service'}, not here; the provider attached the signed document and its certificate of completion, and neither the provider nor this check verified their signatures.`,
  'seal-holds': ({ signer, sealedAt }) =>
    `The seal is that of ${signer}, made on ${instant(sealedAt)} by its own clock. It covers every byte of the PDF: nothing in it was changed since.`,
  'seal-not-over-everything': () =>
    'No seal covers the whole PDF: something was appended, cut off or changed in it, or it never had our seal.',
  'seal-damaged': () => 'The PDF’s seal cannot be read: it was damaged or altered.',
  'sealed-content-changed': () => 'The content of the PDF is not what was sealed: it was changed afterwards.',
  'seal-forged': ({ signer }) =>
    `The signature in the seal is not that of ${signer}: somebody else made it, or it was altered.`,
  'seal-signer-unknown': ({ signer }) =>
    `The seal is made with a certificate in the name of “${signer}” that leads to none of those believed here, or was not valid then: anybody could have made it.`,
  'seal-timestamp-holds': ({ stampedAt, authority }) =>
    `${authority} confirms that the seal was there on ${instant(stampedAt)}: it was not made afterwards.`,
  'seal-timestamp-false': () =>
    'The timestamp in the seal does not hold: it is of something else, damaged, or of an authority that is not believed here.',
  'seal-without-timestamp': () =>
    'Not shown by a third party: when the seal was made. It has no timestamp, so the time is the provider’s word.',
  'no-embedded-evidence': () =>
    'The PDF has no evidence embedded that can be read, so there is nothing to check its words against.',
  'embedded-evidence-is-the-packs': () =>
    'The evidence beside the certificate is the one embedded in the sealed PDF.',
  'embedded-evidence-is-another': () =>
    'The evidence beside the certificate is not the one embedded in the sealed PDF: it was changed or swapped.',
  'schema-holds': () => 'The evidence has the form that its published schema describes.',
  'schema-broken': ({ at, why }) => `The evidence breaks its schema at ${at}: ${why}`,
  'evidence-not-canonical': () =>
    'The evidence is not written in canonical JSON, as ours always is: somebody wrote it anew.',
  'decision-is-in-chain': ({ seq }) => `The decision stands in the ledger in this pack, as entry ${seq}.`,
  'decision-is-not-in-chain': ({ seq }) =>
    `Entry ${seq} of the ledger in this pack is not the one that the certificate was made of: one of the two was changed.`,
  'head-is-in-chain': ({ seq }) =>
    `The ledger still holds entry ${seq}, its head when the certificate was made: up to there it was not rewritten.`,
  'head-is-not-in-chain': ({ seq }) =>
    `The ledger no longer holds entry ${seq} as the certificate knew it: it was rewritten or shortened since.`,
  'certificate-is-in-chain': ({ seq }) =>
    `The certificate is the file that entry ${seq} of the ledger recorded when it was issued.`,
  'certificate-was-raised': ({ seq }) =>
    `The certificate is the file that entry ${seq} of the ledger recorded when a timestamp was added to its seal.`,
  'certificate-is-another-file': ({ seq }) =>
    `Entry ${seq} of the ledger records this certificate as another file: this one was changed after it was sealed.`,
  'certificate-differs-from-chain': ({ seq }) =>
    `Entry ${seq} of the ledger records a certificate with other evidence for this decision: one of the two was changed.`,
  'certificate-is-not-in-chain': () =>
    'The ledger records no certificate for this decision: its entry was removed, or it was never issued.',
  'digest-is-the-scanned': ({ digest }) =>
    `The evidence has the digest ${short(digest)} from the code that you scanned: this is that certificate.`,
  'digest-is-not-the-scanned': ({ digest }) =>
    `The evidence does not have the digest ${short(digest)} from the code that you scanned: this is another certificate.`,
  'ledger-disclosures-hold': ({ count }) =>
    `${count} statements about persons beside the ledger are those that its entries committed to.`,
  'ledger-disclosure-false': ({ seq }) =>
    `A statement about a person beside entry ${seq} of the ledger is not what the entry committed to: it was altered.`,
  'ledger-of-another-project': () =>
    'The ledger in this pack is not that of the project that the pack names: it was swapped.',
  'no-checkpoint': () =>
    'Not shown: that the ledger was not rewritten as a whole. No checkpoint has been taken of it yet.',
  'no-ledger-here': ({ seq }) =>
    `Not checked: whether entry ${seq} still stands in the project’s ledger. A certificate alone holds the entry and not the ledger; the evidence pack has both.`,
  'root-believed-as-given': ({ name, fingerprint }) =>
    `You gave “${name}” (SHA-256 ${fingerprint}) as the root to believe.`,
  'root-to-compare': ({ name, fingerprint }) =>
    `For you to compare: the seals rest on the root “${name}”, SHA-256 ${fingerprint}. That it is the provider’s this check cannot know: compare it with what the provider publishes, or with an earlier certificate.`,
  'root-of-checkpoints-alone': ({ name, fingerprint }) =>
    `For you to compare: checkpoints here are signed under the root “${name}”, SHA-256 ${fingerprint}, under which no certificate here is sealed. The provider changed its authority, or somebody else signed.`,
  'authority-to-compare': ({ name, fingerprint }) =>
    `For you to compare: timestamps rest on “${name}”, SHA-256 ${fingerprint}, as they themselves say.`,
}
