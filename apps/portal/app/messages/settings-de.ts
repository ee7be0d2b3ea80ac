import type { SettingsMessages } from './settings-en'

export const settingsDe: SettingsMessages = {
  link: 'Meine Einstellungen',
  title: 'Meine Einstellungen',
  lead: 'Wie das Portal mit Ihnen spricht. Für Ihre Kolleginnen und Kollegen ändert sich nichts.',
  saved: 'Ihre Einstellungen sind gespeichert.',
  language: 'Sprache',
  languageHint:
    'Dieser Seiten und der Mails an Sie. Abnahmeprotokolle und Rechnungen bleiben in der Sprache Ihres Unternehmens.',
  locales: { en: 'English', de: 'Deutsch' },
  timeZone: 'Zeitzone',
  timeZoneHint: 'Uhrzeiten werden nach dieser Uhr gezeigt. Unterschriften tragen die Uhrzeit des Projekts.',
  submit: 'Einstellungen speichern',
  refusals: {
    'no-such-time-zone':
      'Die Datenbank kennt diese Zeitzone nicht. Wählen Sie eine andere mit derselben Uhrzeit.',
  },
}
