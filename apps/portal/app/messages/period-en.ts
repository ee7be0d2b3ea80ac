/** How long the customer has to decide, and which acceptance it is; apart, because the page to sign on runs in the browser. */
export const periodEn = {
  decideBy: (day: string, left: number) =>
    `Please decide by ${day} (${left === 1 ? 'the last business day' : `${left} business days left`})`,
  ranOut: (day: string) => `The acceptance period ended on ${day}`,
  ranOutOpen: 'This version is still open: you can decide.',
  paused: 'The acceptance period stands still',
  pausedText: (since: string, reason: string) =>
    `Since ${since}: ${reason} The days do not count until the project team lets the period run on.`,
  deemed: (day: string) =>
    `If nobody decides by the end of ${day}, the contract takes silence for acceptance: this version then counts as accepted, without a signature. You are warned by mail before.`,
  deemedSoon:
    'Nobody has decided, and the contract takes silence for acceptance: once the warning has been with you for the agreed days, this version counts as accepted, without a signature.',
  notDeemed: 'If nobody decides by then, it stays open. Silence is not acceptance.',
  clause: 'What the contract says about silence',
  counted: (used: number, of: number) => `Business day ${used} of ${of}.`,
  stages: {
    provisional: 'Provisional acceptance: it starts the warranty.',
    provisionalNote: (months: number) =>
      `Provisional acceptance: it starts the warranty of ${months === 1 ? 'one month' : `${months} months`}. The final acceptance follows after it.`,
    final: 'Final acceptance: it ends the warranty and releases what was retained.',
  },
}

export type PeriodMessages = typeof periodEn
