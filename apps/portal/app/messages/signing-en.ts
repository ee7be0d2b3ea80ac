/** What the page to sign on shows beside the decision itself; apart, because that page runs in the browser. */
export const signingEn = {
  share: (atOnce: string, later: string) =>
    `Accepting with reservations releases ${atOnce} for billing at once. The remaining ${later} are released when the last point is closed.`,
  shareAll: (all: string) => `Accepting with reservations releases the whole ${all} for billing at once.`,
  shareNone: (all: string) =>
    `Accepting with reservations releases nothing at once. The ${all} are released when the last point is closed.`,
  shareOfNothing: 'Acceptance by itself releases no payment.',
  youSignFor: (name: string) => `You sign for ${name}, in the authority that was delegated to you.`,
  signatures: 'Who signs',
  signaturesText: 'The contract names who has to sign. The last signature makes the decision.',
  signaturesInOrder:
    'The contract names who has to sign, in this order. The last signature makes the decision.',
  signed: (instant: string) => `Signed ${instant}`,
  signedInPlace: (name: string, instant: string) => `Signed by ${name} in this person’s place, ${instant}`,
  signsNow: 'Has to sign now',
  signsLater: 'Signs after that',
  signsNoMore: 'Did not have to sign any more',
}

export type SigningMessages = typeof signingEn
