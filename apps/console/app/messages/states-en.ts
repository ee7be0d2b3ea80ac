/** What states, kinds and roles are called, wherever they stand. */
export const statesEn = {
  deliverable: {
    draft: 'Draft',
    submitted: 'Waits for the customer',
    accepted: 'Accepted',
    'accepted-with-reservations': 'Accepted with reservations',
    rejected: 'Rejected',
  },
  billing: { 'not-yet': 'Not yet billable', billable: 'Billable', invoiced: 'Invoiced', paid: 'Paid' },
  health: { 'on-track': 'On track', 'at-risk': 'At risk', 'off-track': 'Off track' },
  milestoneKinds: { delivery: 'Delivery', acceptance: 'Acceptance', billing: 'Billing' },
  scope: { 'in-scope': 'In scope', 'out-of-scope': 'Out of scope', assumption: 'Assumptions' },
  contactRoles: {
    viewer: 'Viewer',
    contributor: 'Contributor',
    tester: 'Tester',
    signatory: 'Signatory',
    portal_administrator: 'Portal administrator',
  },
}

export type StatesMessages = typeof statesEn
