/** What contacts set for themselves. */
export const settingsEn = {
  link: 'My settings',
  title: 'My settings',
  lead: 'How the portal speaks to you. It changes nothing for your colleagues.',
  saved: 'Your settings are saved.',
  language: 'Language',
  languageHint: 'Of these pages and of mails to you. Certificates and invoices keep your company’s language.',
  locales: { en: 'English', de: 'Deutsch' },
  timeZone: 'Time zone',
  timeZoneHint: 'Times of day are shown by this clock. A signature is dated by the project’s clock.',
  submit: 'Save settings',
  refusals: {
    'no-such-time-zone': 'The database does not know this time zone. Choose another one of the same clock.',
  },
}

export type SettingsMessages = typeof settingsEn
