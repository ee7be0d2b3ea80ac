/** What belongs to the customer's decision: points left, several signatures, a change of mind. */
export const ceremonyEn = {
  clause: 'The contract’s clause',
  deemed: (version: number) => `made version ${version} deemed accepted, without a signature`,
  onBehalfOf: (name: string, other: string) => `${name}, for ${other},`,
  withdrew: (version: number) => `withdrew the decision on version ${version}`,
  corrected: {
    accepted: (version: number) => `corrected the decision on version ${version}: accepted`,
    'accepted-with-reservations': (version: number) =>
      `corrected the decision on version ${version}: accepted with reservations`,
    rejected: (version: number) => `corrected the decision on version ${version}: rejected`,
  },
  holdsNoLonger: 'It holds no longer: a later decision took its place.',

  points: 'Left to be done',
  pointsNote: 'What the customer reserved. Report a point done when it is settled; the customer closes it.',
  point: (number: number) => `Point ${number}`,
  pointState: { open: 'Open', reported: 'Reported done', closed: 'Closed', overdue: 'Overdue' },
  owned: (name: string, side: string, day: string) => `${name} (${side}), until ${day}`,
  side: { provider: 'our side', customer: 'customer' },
  reported: (name: string, instant: string) => `Reported done by ${name}, ${instant}`,
  closed: (name: string, instant: string) => `Closed by ${name}, ${instant}`,
  report: 'Report done',
  reportTitle: (number: number) => `Report point ${number} done`,
  reportLead: 'The customer reads it on the page of the version and closes the point.',
  note: 'What was done',
  reportRefusals: {
    'no-such-item': 'This point is not there any more.',
    'already-closed': 'The customer has closed this point already.',
  },
  isClosed: 'The customer has closed this point.',
  back: 'To the deliverable',

  signatures: 'Who signs',
  oneSigns: 'One signature of whoever has the authority decides.',
  ofVersion: (version: number) => `Version ${version}`,
  hasSigned: 'Signed',
  hasToSign: 'Has to sign',
  inPlace: (name: string) => `by ${name} in this person’s place`,
  setSignatories: 'Say who has to sign',

  signatories: 'Who has to sign',
  signatoriesNote:
    'Where the contract asks for more than one signature, name the signatories and their order. Whether the order counts is one of the contract’s terms of acceptance. Nobody named: one signature of whoever has the authority decides.',
  forAll: 'All deliverables that name nobody of their own',
  appliesTo: 'Applies to',
  show: 'Show',
  place: (name: string) => `${name}: place in the order`,
  placeHint: 'Empty: does not have to sign.',
  save: 'Save',
  saved: 'Saved.',
  noSignatories: 'No signatory is invited yet.',
  toContacts: 'Invite the customer’s people',
  inOrder: 'The contract says: one after the other.',
  inParallel: 'The contract says: in any order.',
  signatoriesRefusals: {
    'no-such-project': 'This project is not there any more.',
    'named-twice': 'Somebody is named twice.',
    'not-a-signatory': 'Only signatories of this project can be named.',
    'no-such-deliverable': 'This deliverable is not there any more.',
  },

  kinds: { acceptance: 'Acceptance', criteria: 'Criteria', change: 'Changes' },
  delegatedTo: (name: string, from: string, to: string) => `Delegated to ${name}, ${from} to ${to}`,
  delegationOver: 'taken back',
}

export type CeremonyMessages = typeof ceremonyEn
