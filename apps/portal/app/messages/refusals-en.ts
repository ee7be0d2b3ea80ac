/** Why nothing was signed; said by the server alone, so apart from what the page to sign on takes along. */
export const refusalsEn = {
  flaw: {
    'name-differs': 'The name is not the one on record. Type it as shown beside the field.',
    'criterion-without-result': 'Say of each criterion whether it is met.',
    'reserves-nothing': 'List at least one point that is left to be done, or accept without reservations.',
    'reservation-incomplete': 'Say of each point what is left and who settles it.',
    'reservation-in-the-past': 'A point cannot be due before today.',
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
}

export type RefusalsMessages = typeof refusalsEn
