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
  withdrawal: {
    subject: (deliverable: string) => `Decision withdrawn: ${deliverable}`,
    what: (signatory: string, customer: string) =>
      `${signatory} has withdrawn the decision on this version for ${customer}. It stays on record and holds no longer; the version is open for decision again.`,
    reason: 'Reason',
    withdrawnAt: 'Withdrawn at',
    button: 'See the deliverable',
  },
  deemed: {
    subject: (deliverable: string) => `Deemed accepted: ${deliverable}`,
    toCustomer:
      'Nobody of your side decided within the acceptance period, so this deliverable counts as accepted by the clause of the contract below. Nobody signed it. The certificate that says so is attached.',
    toUs: (customer: string) =>
      `Nobody of ${customer} decided within the acceptance period, so this deliverable counts as accepted by the clause of the contract below. Nobody signed it. The certificate that says so is attached.`,
    clause: 'Clause',
    deemedAt: 'Deemed accepted at',
  },
  outside: {
    accepted: (deliverable: string) => `Accepted outside, recorded: ${deliverable}`,
    rejected: (deliverable: string) => `Rejected outside, recorded: ${deliverable}`,
    what: (manager: string, signers: string, service: string) =>
      `${manager} has recorded that ${signers} decided on this deliverable with ${service}. It was not signed in Countersign, and nobody verified the envelope’s signatures here; the signed document and its certificate of completion are attached to the decision.`,
    notSo:
      'If this is not so, withdraw or correct the decision in the portal, or answer the project manager.',
    envelope: 'Envelope',
    completedAt: 'Signed there',
    reason: 'Reason',
  },
  clock: {
    reminderSubject: (deliverable: string, day: string) => `Please decide by ${day}: ${deliverable}`,
    reminder: (day: string) =>
      `This deliverable waits for your decision. By the contract you have until the end of ${day}.`,
    silence: 'It stays open after that day; the project manager will ask you.',
    clauseApplies: 'What the contract says about silence stands below. You will be warned before it applies.',
    warningSubject: (deliverable: string, day: string) =>
      `Without a decision by ${day} this counts as accepted: ${deliverable}`,
    warning: (day: string) =>
      `The acceptance period runs out. If nobody of you accepts, rejects or asks for more time by the end of ${day}, this deliverable counts as accepted by the clause below, without a signature.`,
    lastDay: 'Decide by',
    daysLeft: 'Business days left',
    clause: 'Clause',
    button: 'Look and decide',
    ranOutSubject: (deliverable: string) => `The acceptance period ran out: ${deliverable}`,
    ranOut: (customer: string, day: string) =>
      `${customer} has not decided by ${day}. The contract does not take silence for acceptance, so nothing happens by itself.`,
  },
  timeAnswer: {
    granted: (deliverable: string) => `More time granted: ${deliverable}`,
    notGranted: (deliverable: string) => `More time not granted: ${deliverable}`,
    what: (manager: string) => `${manager} has answered your request for more time.`,
    until: 'Decide by',
    asked: 'Asked for',
  },
  claim: {
    subject: (number: number, title: string) => `Warranty claim ${number}: ${title}`,
    what: (who: string, customer: string) => `${who} of ${customer} claims a defect in the warranty.`,
    description: 'Description',
    answered: (manager: string) => `${manager} has answered your warranty claim:`,
    answers: {
      'in-work': (number: number, title: string) => `Warranty claim ${number} is being worked on: ${title}`,
      mended: (number: number, title: string) => `Warranty claim ${number} is mended: ${title}`,
      'not-covered': (number: number, title: string) => `Warranty claim ${number} is not covered: ${title}`,
    },
    button: 'See the claim',
    buttonForUs: 'Answer',
  },
  week: {
    weekOf: 'Week of',
    waitsSubject: (who: string, week: string) => `${who}: the week of ${week} waits for you`,
    waits: (who: string) => `Hours of ${who} wait for you as line manager.`,
    look: 'Look at the week',
    backSubject: (week: string) => `Your week of ${week} was sent back`,
    back: (who: string) => `${who} sent hours of this week back:`,
    mend: 'Mend this week',
  },
  dependency: {
    subject: (what: string) => `We need from you: ${what}`,
    asked: (manager: string) => `${manager} asks you for this, so that the project can go on:`,
    anew: (manager: string) => `${manager} has changed what the project needs from you:`,
    needOn: 'Needed by',
    forTask: 'For',
    message: 'Message',
    owner: 'Seen to by',
    button: 'Say that it is done, or when',
    doneSubject: (what: string) => `Done, says the customer: ${what}`,
    laterSubject: (what: string) => `Comes later, says the customer: ${what}`,
    done: (who: string, customer: string) => `${who} of ${customer} says that it is done.`,
    later: (who: string, customer: string) => `${who} of ${customer} says that it comes later.`,
    promised: 'Promised for',
    remark: 'Remark',
    buttonForUs: 'Look at it',
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
  criteria: {
    subject: (deliverable: string) => `Please confirm the acceptance criteria: ${deliverable}`,
    what: (manager: string) =>
      `${manager} puts before you what this deliverable will be judged by. Please read the criteria and confirm them, or answer this mail with what is missing.`,
    confirmedSubject: (deliverable: string) => `Criteria confirmed: ${deliverable}`,
    confirmed: (signatory: string, customer: string) =>
      `${signatory} has confirmed the acceptance criteria for ${customer}. The deliverable can be submitted when it is ready.`,
    criterion: (position: number) => `Criterion ${position}`,
    button: 'Read and confirm',
    buttonForUs: 'Open the deliverable',
  },
  vendorInvoice: {
    subject: {
      received: (number: string, vendor: string) => `Invoice ${number} of ${vendor} came in`,
      approved: (number: string, order: string) => `Your invoice ${number} for order ${order} is approved`,
      refused: (number: string, order: string) =>
        `Your invoice ${number} for order ${order} was not accepted`,
    },
    received: (who: string) => `${who} sent this invoice for your project. Please approve it or say why not.`,
    approved: 'We approved your invoice. It is paid when it is due.',
    refused:
      'We did not accept your invoice, for this reason. It does not count as sent: please send one that is right.',
    order: 'Order',
    number: 'Invoice',
    net: 'Net',
    tax: 'Tax',
    decide: 'Look at the invoice',
    button: 'See the order',
  },
  change: {
    subject: {
      proposed: (number: number, title: string) => `Please decide on change ${number}: ${title}`,
      approved: (number: number, title: string) => `Change ${number} approved: ${title}`,
      rejected: (number: number, title: string) => `Change ${number} rejected: ${title}`,
      withdrawn: (number: number, title: string) => `Change ${number} taken back: ${title}`,
    },
    proposed: (manager: string) =>
      `${manager} proposes a change of the contract. Please read it and approve it, or reject it and say why.`,
    approved: (signatory: string, customer: string) =>
      `${signatory} has approved this change for ${customer}. It is part of the contract from now on.`,
    rejected: (signatory: string, customer: string) =>
      `${signatory} has rejected this change for ${customer}. The contract stays as it is. The reason:`,
    withdrawn: (manager: string) =>
      `${manager} has taken this change back, so there is nothing to decide. The reason:`,
    change: 'Change',
    value: 'Value',
    decide: 'Read and decide',
    button: 'See the change',
  },
  signature: {
    yours:
      'A colleague of yours has signed. Your signature is needed too before this version is accepted: please go through the criteria and decide.',
  },
  timeRequest: {
    subject: (deliverable: string) => `More time asked for: ${deliverable}`,
    what: (who: string, customer: string) => `${who} of ${customer} asks for more time to decide.`,
    until: 'Until',
    button: 'Answer',
  },
  testRound: {
    subject: (deliverable: string) => `Ready to be tested: ${deliverable}`,
    what: (manager: string, count: number, isAgain: boolean) =>
      `${manager} asks you to run ${count === 1 ? 'one test case' : `${count} test cases`}${isAgain ? ' again' : ''}. Say of each step what you saw; what you find goes to the project team at once.`,
    button: 'Run the tests',
  },
  testRun: {
    subject: (testCase: string, deliverable: string) => `Test not passed: ${testCase} (${deliverable})`,
    what: (tester: string, customer: string) => ({
      failed: `${tester} of ${customer} ran this test case, and it failed.`,
      blocked: `${tester} of ${customer} could not finish this test case.`,
    }),
    testCase: 'Test case',
    defect: (number: number) => `Defect ${number}`,
    button: 'See the tests',
  },
  sealExpiry: {
    subject: (days: number) =>
      days === 0
        ? 'The sealing certificate runs out today'
        : `The sealing certificate runs out in ${days} ${days === 1 ? 'day' : 'days'}`,
    what: 'Acceptance certificates are sealed with a key whose own certificate runs out. From then on the worker does not start.',
    todo: 'Get a new certificate from your authority, set SEAL_KEY_FILE and SEAL_CERTIFICATES_FILE to its files, and restart the worker. What was sealed before stays verifiable.',
    endsAt: 'Valid until',
    button: 'Open the console',
  },
  publication: {
    subject: (project: string, number: number) => `${project}: status report ${number}`,
    what: (manager: string) => `${manager} has published a new status report.`,
    publishedAt: 'Published at',
    button: 'Read the report',
  },
  invoice: {
    subject: (number: string, project: string) => `Invoice ${number} for ${project}`,
    what: 'The invoice is attached. It bills what you have accepted or agreed.',
    creditSubject: (number: string, project: string) => `Credit note ${number} for ${project}`,
    creditWhat: (reason: string) => `The credit note is attached. Its reason: ${reason}`,
    creditNote: 'Credit note',
    number: 'Invoice',
    amount: 'Amount',
    dueOn: 'Payable by',
    button: 'See the payments',
    terms: (days: number) =>
      days === 0
        ? 'Payable at once without deduction.'
        : `Payable within ${days} days of the invoice date without deduction.`,
  },
  dunning: {
    subject: (level: number, number: string) =>
      level === 1
        ? `Reminder: invoice ${number}`
        : level === 2
          ? `Second reminder: invoice ${number}`
          : `Last reminder: invoice ${number}`,
    what: (level: number, due: string) =>
      level === 3
        ? `This invoice was due on ${due}, and two reminders have not been answered. Please pay by the day below, or we have to take further steps.`
        : `This invoice was due on ${due} and is still open with us. Please pay by the day below.`,
    crossed:
      'If you have paid in the last days, nothing is left for you to do. If something is not right, please answer.',
    open: 'Open',
    fee: 'Reminder fee',
    together: 'Together',
    payBy: 'Please pay by',
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
  missedTime: {
    subject: (days: number) => (days === 1 ? 'A day without hours' : `${days} days without hours`),
    what: (days: string) => `You have logged no hours for ${days}. If you worked, please fill them in.`,
    otherwise: 'If you were away, there is nothing to do. You are asked about each day once.',
    button: 'Fill in hours',
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
      vendor: 'vendor',
    },
    button: 'Accept the invitation',
    note: 'The link works once, for 14 days.',
  },
  signatory: 'Signatory',
}

export type LetterMessages = typeof en
