/** A decision signed with an outside service, and our half of correcting a deemed acceptance. */
export const outsideEn = {
  record: 'Record a decision made outside',
  title: (name: string, version: number) => `Decision made outside: ${name}, version ${version}`,
  lead: 'Where the customer signed with another service: the completed envelope becomes the evidence of the decision. It is shown as what it is, never as signed here, and both sides are told by mail.',
  toDeliverable: 'To the deliverable',
  waitsNot: 'No version of this deliverable waits for a decision.',
  outcome: 'What the customer decided',
  outcomes: { accepted: 'Accepted', rejected: 'Rejected' },
  signers: 'Who signed there',
  signersHint: 'The authority on record for the day of signing is checked, as at any decision.',
  noSigners: 'Nobody of the customer may sign in this project yet.',
  toContacts: 'Invite a signatory',
  signedOn: 'Signed there on',
  signedAt: 'At',
  signedAtHint: (timeZone: string) => `As the certificate of completion says, in ${timeZone} time.`,
  service: 'Signing service',
  envelopeId: 'Envelope id',
  envelopeIdHint: 'By which the service knows the envelope.',
  reason: 'Reason',
  reasonHint:
    'Why it was signed elsewhere; where it was rejected, what the customer said. The customer reads it.',
  document: 'Signed document (PDF)',
  completion: 'Certificate of completion (PDF)',
  fileHint: (size: string) => `Up to ${size}. It is stored as it is, with its SHA-256.`,
  binding:
    'What you record becomes a decision that cannot be changed by our side. It releases billing as any acceptance does.',
  submit: 'Record the decision',
  notAForm: 'The upload broke off. Try again.',
  tooMany: 'One file in each place.',
  missing: 'Choose the signed document and the certificate of completion.',
  ofFile: (name: string, why: string) => `${name}: ${why}`,
  fileRefusals: {
    'too-large': 'larger than 50 MB.',
    empty: 'the file is empty.',
    'type-mismatch': 'its content is not what its name says.',
    'type-not-allowed': 'files of this kind are not taken.',
  },
  refusals: {
    'no-such-submission': 'This version is not there any more.',
    'nobody-signed': 'Say who signed.',
    'not-two-pdfs':
      'An envelope is two different PDFs: the signed document and the certificate of completion.',
    'in-the-future': 'The time of signing lies in the future.',
    'before-submission': 'It was signed before this version was submitted, so it cannot be about it.',
    'already-decided': 'This version is decided already.',
    superseded: 'A later version was submitted.',
    'beyond-authority':
      'Somebody of those who signed had no authority on record for this value on that day. Record the authority first, or ask who may sign.',
    'others-sign': 'The contract asks for more signatures than these.',
  },
  recorded: {
    accepted: (version: number) => `recorded that version ${version} was accepted outside`,
    rejected: (version: number) => `recorded that version ${version} was rejected outside`,
  },
  somebody: 'The project manager',
  signedWith: (names: string, service: string, envelope: string, instant: string) =>
    `${names} signed with ${service}, envelope ${envelope}, ${instant}. Not signed here, and not verified by us.`,
  holds: { document: 'signed document', completion: 'certificate of completion' },

  agree: 'Agree to a correction',
  agreeTitle: (name: string) => `Agree to a correction: ${name}`,
  agreeLead:
    'The contract made this acceptance of silence, and it binds both sides. If you agree, a signatory of the customer can correct or withdraw it in the portal; nothing changes until then.',
  agreeReason: 'Why',
  agreeReasonHint: 'The customer reads it.',
  agreed: (name: string, instant: string) => `${name} agreed to a correction, ${instant}`,
  agreeRefusals: {
    'no-such-decision': 'This decision is not there any more.',
    'not-deemed':
      'Only what the contract deemed needs an agreement: the customer can correct its own decision.',
    'already-agreed': 'Our side has agreed already.',
  },
}

export type OutsideMessages = typeof outsideEn
