/** What this package says: why a field was not taken, pages from before Remix, the error page. */
export const messagesEn = {
  fields: {
    required: 'This is needed.',
    'too-long': 'This is too long.',
    'too-short': 'This is too short.',
    'too-many': 'These are too many.',
    'said-twice': 'Choose hours or type an amount, not both.',
    'too-few': 'More are needed.',
    'not-text': 'This is not readable text.',
    'control-characters': 'This contains characters that cannot be printed. Type it instead of pasting it.',
    'hidden-characters': 'This contains invisible characters. Type it instead of pasting it.',
    'direction-override':
      'This contains characters that reverse the reading direction. Type it instead of pasting it.',
    'not-an-email': 'This is not an e-mail address. It looks like name@company.com.',
    'not-a-time': 'Write the time as hours and minutes, like 14:05.',
    'not-a-date': 'This day does not exist. Write it as year-month-day, like 2026-03-31.',
    'too-long-ago': 'This day is too long ago. Check the year.',
    'still-to-come': 'This day is still to come.',
    'ends-before-it-begins': 'The last day is before the first. Check both.',
    'not-an-amount': 'This is not an amount. Write it without a sign, like 1250.00.',
    'amount-too-small': 'This amount is too small.',
    'amount-too-large': 'This amount is too large.',
    'not-a-percentage': 'This is not a percentage. Write it without a sign, like 19 or 7.5.',
    'above-hundred-percent': 'This is more than 100 %. Enter at most 100.',
    'not-a-number': 'This is not a number.',
    'not-a-whole-number': 'This is not a whole number.',
    'too-small': 'This number is too small.',
    'too-large': 'This number is too large.',
    'not-hours': 'Write hours like 1:30 or 1.5, at most 24 a day.',
    'not-working-hours': 'Write hours like 08:00–12:00, 13:00–17:00, or – for a day without work.',
    'not-an-id': 'This choice is not valid any more. Load the page again.',
    'not-a-choice': 'Choose one of the options.',
    'unknown-field': 'The form contained a field that does not belong to it. Load the page again.',
    repeated: 'This was sent more than once. Load the page again.',
    invalid: 'This could not be understood.',
  },
  plainPages: {
    foreign:
      'This request did not come from our own pages, so it was refused. Open the page again and repeat it there.',
    lengthMissing: 'The length of what was sent is missing.',
    tooLarge: 'What was sent is too large.',
    tooManyTries: 'Too many tries from this address. Wait a quarter of an hour and try again.',
    methodUnknown: 'This is nothing that can be done with a page.',
    malformed: 'This address cannot be read.',
    broken: 'Something went wrong on our side. Please try again in a moment.',
  },
  errorPage: {
    notFoundTitle: 'This page is not here',
    notFound: 'It may have moved, or it belongs to somebody else.',
    forbiddenTitle: 'This is not open to you',
    forbidden: 'If you think that it should be, ask the person who invited you.',
    refusedTitle: 'This could not be done',
    refused: 'What was sent could not be accepted. Go back, load the page again and repeat it.',
    brokenTitle: 'Something went wrong on our side',
    broken: 'Nothing that you entered was half saved. Please try again in a moment.',
    reference: (reference: string) => `If it stays, tell us this reference: ${reference}`,
    home: 'Back to the start',
  },
}

export type HttpMessages = typeof messagesEn
/** Why a field was not taken; the catalogue has the sentence. */
export type FieldError = keyof HttpMessages['fields']
