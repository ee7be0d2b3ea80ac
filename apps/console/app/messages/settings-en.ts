/** What members of staff set for themselves. */
export const settingsEn = {
  link: 'My settings',
  title: 'My settings',
  lead: 'How the console speaks to you. It changes nothing for anybody else.',
  saved: 'Your settings are saved.',
  language: 'Language',
  languageHint: 'Of these pages and of mails to you. Documents for a customer keep the customer’s language.',
  locales: { en: 'English', de: 'Deutsch' },
  timeZone: 'Time zone',
  timeZoneHint: 'Times of day are shown by this clock. Due days are those of the project.',
  submit: 'Save settings',
  refusals: {
    'no-such-time-zone': 'The database does not know this time zone. Choose another one of the same clock.',
  },
}

export type SettingsMessages = typeof settingsEn
