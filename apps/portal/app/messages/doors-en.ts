/** Before somebody is in: sign-in, the page behind a sign-in link, the invitation. */
export const doorsEn = {
  promiseTitle: 'Your projects, as they were promised and as they are.',
  promise: 'Follow progress, receive what was made for you, and sign for exactly what you accept.',
  signIn: 'Sign in',
  signInLead: 'With the address to which your invitation was sent.',
  email: 'E-mail',
  password: 'Password',
  wrong: 'Address and password do not belong together. Check both and try again.',
  locked: 'There were too many tries. Wait a quarter of an hour, then try again.',
  noPasswordYet:
    'No password yet? Open the link in your invitation, or ask your project manager for a new one.',
  linkTitle: 'Sign in with this link',
  linkFor: (name: string, email: string) => `The link is for ${name}, ${email}. It works once.`,
  linkButton: (name: string) => `Sign in as ${name}`,
  linkUsedTitle: 'This link does not work any more',
  linkUsed:
    'It was used already, or it has expired. Sign in with your password, or ask your project manager for a new invitation.',
  toSignIn: 'To the sign-in page',
  invitationTitle: (name: string) => `Welcome, ${name}`,
  invitationLead: 'Choose a password, and you are in. You will enter it again whenever you sign a decision.',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters of any kind. A sentence is easy to remember.',
  setPassword: 'Set password and go on',
  passwordWhy: {
    'too-short': 'This is too short. Take at least 12 characters.',
    'too-long': 'This is too long. Take at most 200 characters.',
    'is-your-email': 'This is your address. Take something that others do not know.',
    'is-your-name': 'This is your name. Take something that others do not know.',
    'too-common': 'This is among the first that everybody tries. Take something of your own.',
  },
}

export type DoorsMessages = typeof doorsEn
