/** Changes of the contract: what is proposed, what the contract is worth by it, and the decision on it. */
export const changesEn = {
  title: 'Changes',
  note: 'What was agreed changes only when one of your signatories approves it.',
  none: 'No change has been proposed',
  noneText: 'When something is to be done otherwise than agreed, you read here what, why and for how much.',
  number: (number: number) => `Change ${number}`,
  pageTitle: (number: number, title: string) => `Change ${number}: ${title}`,
  change: 'Change',
  back: 'All changes',
  state: {
    proposed: 'Waiting for decision',
    approved: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Taken back',
  },
  proposed: (when: string, who: string) => `Proposed ${when} by ${who}`,
  decided: {
    approved: (when: string, who: string) => `Approved ${when} by ${who}`,
    rejected: (when: string, who: string) => `Rejected ${when} by ${who}`,
    withdrawn: (when: string, who: string) => `Taken back ${when} by ${who}`,
  },
  content: 'What is to change',
  scope: 'What is to be done',
  reason: 'Why',
  value: 'Value of the change',
  dates: 'Dates',
  daysLater: (days: number) =>
    days === 0
      ? 'stay as agreed'
      : days > 0
        ? `${days} working ${days === 1 ? 'day' : 'days'} later`
        : `${-days} working ${days === -1 ? 'day' : 'days'} earlier`,
  more: (amount: string) => `${amount} more`,
  less: (amount: string) => `${amount} less`,
  same: 'no change of price',
  lines: 'In the contract',
  line: 'Contract line',
  milestones: 'In the payment schedule',
  milestone: 'Billing milestone',
  amount: 'Amount',
  isNew: 'new',
  onAcceptanceOf: (deliverable: string) => `released by acceptance of ${deliverable}`,
  onDay: (day: string) => `due on ${day}`,
  kinds: {
    'fixed-price': 'fixed price',
    'time-and-material': 'time and material',
    capped: 'time and material, not to exceed',
    retainer: 'retainer',
    'non-billable': 'not billed',
  },
  contract: 'What the contract is worth',
  contractNote: 'What was signed, and each change that you approved.',
  original: 'As signed',
  changed: 'Changes',
  current: 'Now',
  sum: 'Total, net',
  digest: 'Fingerprint of this change (SHA-256)',
  words: 'What was agreed to',
  theirReason: 'Reason',
  ceremony: 'Your decision',
  outcome: 'What do you decide?',
  approve: 'Approve the change',
  approveHint: 'It becomes part of the contract at once, with what it adds to the payment schedule.',
  reject: 'Reject the change',
  rejectHint: 'The contract stays as it is.',
  rejectReason: 'Why you reject it',
  rejectReasonHint: 'Your project manager reads it.',
  signature: 'Your signature',
  binding:
    'Signing is binding: the decision is recorded with your name, the moment and the fingerprint of this change, and can not be changed afterwards. Both sides are told by mail.',
  sign: 'Sign the decision',
  refusals: {
    'no-such-change': 'This change is not open to you any more.',
    'no-longer-fits':
      'Something that this change alters was submitted, accepted or billed meanwhile. Your project manager has to propose it anew.',
    'reason-missing': 'Say why you reject the change.',
    'already-decided': 'This change has been decided or taken back meanwhile.',
    'not-a-signatory': 'You follow this project; deciding is up to its signatories.',
    'no-authority':
      'No authority to approve changes is recorded for you on this day. Ask a colleague, or tell your project manager.',
    'beyond-authority': 'Its value is above what you may sign for. Ask a colleague with a higher authority.',
  },
  waiting: (number: number) => `Change ${number} waits for your approval`,
  waitingLink: 'Read and decide',
}

export type ChangesMessages = typeof changesEn
