/** What every page of the portal needs: the frame and the words for states. */
export const frameEn = {
  overview: 'Overview',
  signOut: 'Sign out',
  health: { 'on-track': 'On track', 'at-risk': 'At risk', 'off-track': 'Off track' },
  deliverableState: {
    draft: 'In preparation',
    submitted: 'Waiting for decision',
    accepted: 'Accepted',
    'accepted-with-reservations': 'Accepted with reservations',
    rejected: 'Rejected',
  },
  billingState: {
    'not-yet': 'Not yet billable',
    billable: 'Billable',
    invoiced: 'Invoiced',
    paid: 'Paid',
  },
  version: (version: number) => `Version ${version}`,
}

export type FrameMessages = typeof frameEn
