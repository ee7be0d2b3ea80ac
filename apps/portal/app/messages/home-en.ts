/** The overview: what waits for this person, and the projects. */
export const homeEn = {
  title: (name: string) => `Welcome, ${name}`,
  pageTitle: 'Overview',
  waiting: 'Waiting for you',
  decide: 'Review and decide',
  look: 'Look at it',
  releases: (amount: string) => `Acceptance releases ${amount} for billing.`,
  releasesNothing: 'Acceptance by itself releases no payment.',
  submitted: (when: string, who: string) => `Submitted ${when} by ${who}`,
  confirmCriteria: (count: number) =>
    count === 1
      ? 'Acceptance criteria to confirm'
      : `Acceptance criteria of ${count} deliverables to confirm`,
  confirmCriteriaText: 'You agree beforehand what these will be judged by:',
  confirmCriteriaLink: 'Read and confirm',
  pointToClose: (number: number) => `Point ${number} is reported done`,
  pointToSettle: (number: number) => `Point ${number} is yours to settle`,
  pointReported: 'The project team says that it is done. Close it if it is.',
  pointDue: (day: string) => `Until ${day}`,
  closePoint: 'Look and close',
  testsToRun: (count: number) => (count === 1 ? 'One test to run' : `${count} tests to run`),
  runTests: 'To the tests',
  nothingWaiting: 'Nothing is waiting for you',
  nothingWaitingText: 'When something is submitted for your decision, you get a mail and find it here.',
  nothingForViewers:
    'You follow these projects; signatories decide on what is submitted. Look at the progress below.',
  withColleagues: 'Waiting for a colleague of yours',
  withColleaguesNote: 'Submitted to your organisation; your own authority to sign does not cover it.',
  projects: 'Your projects',
  noProjects: 'You do not follow a project yet',
  noProjectsText:
    'Your project manager adds you to one. If you expected one here, answer your invitation mail.',
  progress: 'Progress',
  nextMilestone: 'Next milestone',
  noMilestone: 'All milestones are reached',
  notPublished: 'Nothing has been published yet.',
  asOf: (day: string, number: number) => `As of ${day}, publication ${number}`,
}

export type HomeMessages = typeof homeEn
