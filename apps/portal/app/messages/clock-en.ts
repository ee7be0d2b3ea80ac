/** The warranty that follows a provisional acceptance. */
export const clockEn = {
  warranty: 'Warranty',
  warrantyLead:
    'What you accepted provisionally, until when its warranty runs, and the defects that you claim.',
  nothing: 'Nothing is in warranty',
  nothingText:
    'A warranty begins with your provisional acceptance of a deliverable that the contract gives one.',
  deliverable: 'Deliverable',
  period: (from: string, to: string) => `${from} to ${to}`,
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
