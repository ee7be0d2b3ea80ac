/** The words of our mails in English. The type of this object is what every other language must fill. */
export const en = {
  greeting: (name: string) => `Hello ${name},`,
  closing: 'You get this mail because you take part in a project that is run with Countersign.',

  project: 'Project',
  deliverable: 'Deliverable',
  version: 'Version',
  inVersion: (name: string, version: number) => `${name}, version ${version}`,

  acceptance: {
    subject: (deliverable: string) => `Accepted: ${deliverable}`,
    toSignatory:
      'You have accepted this deliverable. The acceptance certificate is attached; keep it, it proves what was accepted, when and by whom.',
    toOthers: (signatory: string, customer: string) =>
      `${signatory} has accepted this deliverable for ${customer}. The acceptance certificate is attached.`,
    certificate: 'Certificate',
    decidedAt: 'Accepted at',
    button: 'See the deliverable',
    buttonForUs: 'Open the deliverable',
  },
  rejection: {
    subject: (deliverable: string) => `Rejected: ${deliverable}`,
    what: (signatory: string, customer: string) =>
      `${signatory} has rejected this deliverable for ${customer}. These criteria are not met:`,
    decidedAt: 'Rejected at',
    criterion: (position: number) => `Criterion ${position}`,
    button: 'Open the deliverable',
  },
  submission: {
    subject: (deliverable: string) => `Waiting for you: ${deliverable}`,
    what: (manager: string) => `${manager} has submitted a deliverable for acceptance.`,
    toSignatory: 'Please go through the acceptance criteria and decide: accept it, or reject it and say why.',
    toTester: 'Please go through the acceptance criteria. A signatory of your side decides.',
    message: 'Message',
    files: 'Files',
    button: 'Look at the deliverable',
  },
  publication: {
    subject: (project: string, number: number) => `${project}: status report ${number}`,
    what: (manager: string) => `${manager} has published a new status report.`,
    publishedAt: 'Published at',
    button: 'Read the report',
  },
  invoice: {
    subject: (number: string, project: string) => `Invoice ${number} for ${project}`,
    what: 'The invoice is attached. It bills what you have accepted.',
    number: 'Invoice',
    amount: 'Amount',
    dueOn: 'Payable by',
    button: 'See the payments',
    terms: (days: number) =>
      days === 0
        ? 'Payable at once without deduction.'
        : `Payable within ${days} days of the invoice date without deduction.`,
  },
  invitation: {
    subject: (project: string) => `Your invitation to ${project}`,
    what: (manager: string, customer: string) =>
      `${manager} invites you to follow this project for ${customer}: its progress, its deliverables and what it will cost.`,
    button: 'Accept the invitation',
    note: 'You choose a password there. The link works once, for 14 days. Nobody of us will ever ask you for the password.',
  },
  added: {
    subject: (project: string) => `You now take part in ${project}`,
    what: (manager: string) =>
      `${manager} has added you to this project. Sign in with the password you have.`,
    button: 'Open the project',
  },
  staffInvitation: {
    subject: 'Your invitation to Countersign',
    what: 'You have been added as a colleague. Choose a password and start.',
    role: 'Role',
    roles: {
      team_member: 'team member',
      project_manager: 'project manager',
      program_manager: 'program manager',
      finance: 'finance',
      account_manager: 'account manager',
      executive: 'executive',
      administrator: 'administrator',
    },
    button: 'Accept the invitation',
    note: 'The link works once, for 14 days.',
  },
  signatory: 'Signatory',
}

export type LetterMessages = typeof en
