/** A version put before the customer, and the decision on it. */
export const acceptanceEn = {
  back: 'To the project',
  submittedBy: 'Submitted by',
  submittedAt: 'Submitted',
  message: 'What is submitted',
  noMessage: 'No message came with this version.',
  files: 'Files',
  criteria: 'Acceptance criteria',
  howChecked: (how: string) => `Checked by: ${how}`,
  releases: 'What acceptance releases',
  releasesNothing: 'Acceptance by itself releases no payment.',
  releasesTotal: 'Released for billing',
  milestone: 'Billing milestone',
  amount: 'Amount',
  digest: 'Fingerprint of this version (SHA-256)',
  digestNote: 'Of its files, its criteria and what it releases: a decision binds exactly this.',
  decide: 'Review and decide',
  whoDecides: 'Who can decide',
  nobodyDecides: 'Nobody of your organisation is recorded as a signatory yet. Tell your project manager.',
  signatory: 'Signatory',
  history: 'History',
  submitted: (version: number) => `submitted version ${version}`,
  accepted: (version: number) => `accepted version ${version}`,
  rejected: (version: number) => `rejected version ${version}`,
  toVersion: (version: number) => `Show version ${version}`,
  decision: 'Decision',
  decidedBy: (name: string, jobTitle: string) => (jobTitle ? `${name}, ${jobTitle}` : name),
  decidedByLabel: 'Decided by',
  decidedAt: 'Decided',
  decidedAtIn: (instant: string) => `${instant} in the project’s time zone`,
  typedName: 'Signed with the name',
  statement: 'Statement agreed to',
  result: { met: 'Met', 'not-met': 'Not met' },
  certificate: 'Certificate',
  certificateNumber: (number: string) => `Acceptance certificate ${number} (PDF)`,
  certificateIssued: (instant: string) => `Issued ${instant}`,
  certificateSoon: 'The acceptance certificate is being made',
  certificateSoonText: 'It appears here within seconds and is mailed to both sides.',
  certificateLate: 'It takes longer than usual. It will be mailed to you in any case.',
  lookAgain: 'Look again',
  superseded: (version: number) => `There is a newer version: ${version}.`,

  ceremony: 'Decide',
  ceremonyTitle: (name: string) => `Decide on ${name}`,
  ceremonyLead: 'Go through the criteria, choose, then sign with your name and password.',
  subject: 'What you decide on',
  deliverable: 'Deliverable',
  versionLabel: 'Version',
  value: 'Released for billing',
  step1: '1. Go through the criteria',
  step2: '2. Choose',
  step3: '3. Sign',
  whatIsMissing: 'What is missing?',
  whatIsMissingHint:
    'Needed where a criterion is not met, so that the next version can mend it. Beside one that is met, what you write is kept as a remark.',
  outcome: 'Your decision',
  accept: 'Accept this version',
  acceptHint: 'All criteria are met. You agree to these words:',
  reject: 'Reject this version',
  rejectHint: 'At least one criterion is not met. You agree to these words:',
  typeName: 'Your name',
  typeNameHint: (name: string) => `Type it as it is recorded: ${name}`,
  password: 'Your password',
  passwordHint: 'Once more, to be sure that it is you.',
  timeZone: (now: string) => `The moment is recorded in the project’s time zone, where it is ${now} now.`,
  binding:
    'Signing is binding: the decision is recorded with your name, the moment and the fingerprint of this version, and can not be changed afterwards. Both sides are told by mail.',
  sign: 'Sign the decision',
  whyNot: {
    'already-decided': 'This version has already been decided.',
    'not-a-signatory': 'You follow this project; deciding is up to its signatories.',
    'no-authority':
      'No authority to sign is recorded for you on this day. Ask a colleague, or tell your project manager.',
    'beyond-authority': 'Its value is above what you may sign for. Ask a colleague with a higher authority.',
  },
  notSignedTitle: 'Nothing was signed',
  flaw: {
    'name-differs': 'The name is not the one on record. Type it as shown beside the field.',
    'criterion-without-result': 'Say of each criterion whether it is met.',
    'accepts-what-is-not-met':
      'You marked a criterion as not met. Reject this version, or mark the criterion as met.',
    'rejects-without-unmet-criterion':
      'To reject, mark at least one criterion as not met and say what is missing.',
    'unmet-without-reason': 'Say what is missing for each criterion that is not met.',
  },
  stepUp: {
    wrong: 'The password is not right. Try again.',
    locked: 'There were too many wrong passwords. Wait a quarter of an hour, then sign again.',
    'no-password':
      'You have no password yet, and signing needs one. Ask your project manager for a new invitation, in which you set it.',
    'signed-out': 'Your session has ended. Sign in again, then repeat the decision.',
  },
  gone: 'This version is not open to you any more.',
  toSubmission: 'To the version',

  acceptStatement: (s: StatementFacts) =>
    `I, ${s.name}, accept ${s.code} “${s.deliverable}”, version ${s.version}, on behalf of ${s.customer}. All acceptance criteria are met. ` +
    (s.value
      ? `My acceptance releases ${s.value} for billing. `
      : 'My acceptance by itself releases no payment. ') +
    `The version is identified by SHA-256 ${s.digest}.`,
  rejectStatement: (s: StatementFacts) =>
    `I, ${s.name}, reject ${s.code} “${s.deliverable}”, version ${s.version}, on behalf of ${s.customer}, because the criteria that I marked are not met, for the reasons given. ` +
    (s.value ? `${s.value} stay unreleased. ` : '') +
    `The version is identified by SHA-256 ${s.digest}.`,
}

/** What a statement names. `value` is null where acceptance releases nothing. */
export type StatementFacts = {
  name: string
  customer: string
  code: string
  deliverable: string
  version: number
  value: string | null
  digest: string
}

export type AcceptanceMessages = typeof acceptanceEn
