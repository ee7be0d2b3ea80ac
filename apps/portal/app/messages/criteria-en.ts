/** What deliverables will be judged by, agreed before the work. */
export const criteriaEn = {
  title: 'Acceptance criteria',
  lead: 'What each deliverable will be judged by. Nothing can be submitted to you before you have confirmed its criteria.',
  waiting: 'Waiting to be confirmed',
  confirmedTitle: 'Confirmed',
  nothing: 'No criteria were put before you yet',
  nothingText: 'Your project manager does so before the work on a deliverable begins; you get a mail then.',
  number: (number: number) => `Version ${number} of the criteria`,
  proposed: (who: string, when: string) => `Put before you by ${who}, ${when}`,
  confirmedBy: (who: string, when: string) => `Confirmed by ${who}, ${when}`,
  howChecked: (how: string) => `How it is checked: ${how}`,
  evidence: (what: string) => `Proof wanted: ${what}`,
  weight: (weight: string) => `Weight ${weight}`,
  agree: 'You agree to these words:',
  confirm: 'Confirm the criteria',
  missing: (name: string, email: string) =>
    `Is something missing or wrong? Do not confirm, and write to ${name} (${email}): you will get a new version.`,
  signatoriesOnly: 'A signatory of your organisation confirms them.',
  digest: 'Fingerprint of these criteria (SHA-256)',
  recorded: 'The criteria are confirmed. The project team has been told.',
  excluded: 'What is not part of it',
  excludedNote: 'Agreed with the scope, as last published: nothing is judged by it.',
  refusals: {
    replaced: 'These criteria were replaced by a newer version. Read that one.',
    'not-a-signatory': 'Only a signatory can confirm criteria.',
    'already-confirmed': 'A colleague of yours has confirmed them at this moment.',
  },
}

export type CriteriaMessages = typeof criteriaEn
