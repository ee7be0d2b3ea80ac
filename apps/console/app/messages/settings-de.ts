import type { SettingsMessages } from './settings-en'

export const settingsDe: SettingsMessages = {
  link: 'Meine Einstellungen',
  title: 'Meine Einstellungen',
  lead: 'Wie die Konsole mit Ihnen spricht. Für andere ändert sich nichts.',
  saved: 'Ihre Einstellungen sind gespeichert.',
  language: 'Sprache',
  languageHint:
    'Dieser Seiten und der Mails an Sie. Dokumente für einen Kunden bleiben in der Sprache des Kunden.',
  locales: { en: 'English', de: 'Deutsch' },
  timeZone: 'Zeitzone',
  timeZoneHint: 'Uhrzeiten werden nach dieser Uhr gezeigt. Fälligkeitstage sind die des Projekts.',
  submit: 'Einstellungen speichern',
  refusals: {
    'no-such-time-zone':
      'Die Datenbank kennt diese Zeitzone nicht. Wählen Sie eine andere mit derselben Uhrzeit.',
  },
}
