/** How long the customer has to decide, and the warranty that follows. */
export const clockEn = {
  decideBy: (day: string, left: number) =>
    `Please decide by ${day} (${left === 1 ? 'the last business day' : `${left} business days left`})`,
  ranOut: (day: string) => `The acceptance period ended on ${day}`,
  ranOutOpen: 'This version is still open: you can decide.',
  paused: 'The acceptance period stands still',
  pausedText: (since: string, reason: string) =>
    `Since ${since}: ${reason} The days do not count until the project team lets the period run on.`,
  deemed: (day: string) =>
    `If nobody decides by the end of ${day}, the contract takes silence for acceptance: this version then counts as accepted, without a signature. You are warned by mail before.`,
  deemedSoon:
    'Nobody has decided, and the contract takes silence for acceptance: once the warning has been with you for the agreed days, this version counts as accepted, without a signature.',
  notDeemed: 'If nobody decides by then, it stays open. Silence is not acceptance.',
  clause: 'What the contract says about silence',
  counted: (used: number, of: number) => `Business day ${used} of ${of}.`,

  stages: {
    provisional: 'Provisional acceptance: it starts the warranty.',
    provisionalNote: (months: number) =>
      `Provisional acceptance: it starts the warranty of ${months === 1 ? 'one month' : `${months} months`}. The final acceptance follows after it.`,
    final: 'Final acceptance: it ends the warranty and releases what was retained.',
  },

  warranty: 'Warranty',
  warrantyLead:
    'What you accepted provisionally, until when its warranty runs, and the defects that you claim.',
  nothing: 'Nothing is in warranty',
  nothingText:
    'A warranty begins with your provisional acceptance of a deliverable that the contract gives one.',
  deliverable: 'Deliverable',
  until: 'Warranty until',
  since: 'Since',
  state: 'State',
  warrantyStates: { running: 'Running', 'ran-out': 'Ended', 'finally-accepted': 'Ended by final acceptance' },
  claims: 'Your claims',
  noClaims: 'You have claimed nothing.',
  claim: (number: number, title: string) => `Claim ${number}: ${title}`,
  claimStates: {
    open: 'With the project team',
    'in-work': 'Being worked on',
    mended: 'Mended',
    'not-covered': 'Not covered',
    closed: 'Closed',
  },
  by: (who: string, when: string) => `${who}, ${when}`,
  answers: { 'in-work': 'Being worked on', mended: 'Mended', 'not-covered': 'Not covered by the warranty' },
  closedBy: (who: string, when: string) => `Closed by ${who}, ${when}`,
  newClaim: 'Claim a defect',
  title: 'What is wrong, in one line',
  description: 'What happens, where, and since when',
  files: 'Files',
  filesHint: (max: string) => `Up to five, ${max} each: photographs, protocols.`,
  send: 'Send the claim',
  notSent: 'The claim was not sent',
  close: 'Close this claim',
  closeTitle: (number: number) => `Close claim ${number}`,
  closeLead: 'Closing says that the claim is settled. It cannot be opened again.',
  notClosed: 'The claim was not closed',
  back: 'Back to the warranty',
  notAForm: 'The upload broke off. Please send the form again.',
  tooMany: 'A claim takes at most five files.',
  refusals: {
    'no-such-deliverable': 'This deliverable is not there any more.',
    'only-reads':
      'Signatories, contributors and testers of your organisation claim defects and close claims.',
    'no-warranty': 'The warranty of this deliverable has ended.',
    'no-such-claim': 'This claim is not there any more.',
    'already-closed': 'Somebody has closed this claim already.',
  },
}

export type ClockMessages = typeof clockEn
