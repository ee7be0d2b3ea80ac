/** What testers found, as it stands beside a decision; apart, because the page to sign on runs in the browser. */
export const testedEn = {
  notRun: 'Not run yet',
  outcome: { passed: 'Passed', failed: 'Failed', blocked: 'Could not be done' },
  tested: 'What was tested',
  testedNote: 'As it stood when this version was submitted: part of what is decided on.',
  openDefect: (number: number, description: string) => `Defect ${number} is open: ${description}`,
  closedDefect: (number: number, description: string) =>
    `Defect ${number} was closed by a re-test: ${description}`,
  criterion: (position: number) => `Shows that criterion ${position} is met`,
}

export type TestedMessages = typeof testedEn
