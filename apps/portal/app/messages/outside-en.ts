/** A decision that was signed with an outside service. */
export const outsideEn = {
  title: {
    accepted: 'Accepted outside, not signed here',
    rejected: 'Rejected outside, not signed here',
  },
  text: 'The project manager recorded that this was signed with another service and attached the completed envelope. Nobody verified its signatures here: read both files. If it is not so, correct or withdraw the decision, or talk to your project manager.',
  signedBy: 'Signed there by',
  completedAt: 'Signed there',
  service: 'Service',
  envelope: 'Envelope',
  recordedBy: 'Recorded by',
  recordedAt: 'Recorded',
  reason: 'Reason given',
  files: 'The envelope',
  holds: { document: 'signed document', completion: 'certificate of completion' },
  recorded: {
    accepted: (version: number) => `recorded that version ${version} was accepted with an outside service`,
    rejected: (version: number) => `recorded that version ${version} was rejected with an outside service`,
  },
  is: { accepted: 'accepted outside', rejected: 'rejected outside' },
}

export type OutsideMessages = typeof outsideEn
