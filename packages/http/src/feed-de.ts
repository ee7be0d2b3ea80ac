import type { FeedMessages } from './feed-en'

export const feedDe: FeedMessages = {
  title: 'Meilensteine in Ihrem Kalender',
  lead: 'Ihr Kalenderprogramm kann die Meilensteine Ihrer Projekte zeigen und auf dem Stand halten.',
  back: 'Einstellungen',
  none: 'Sie haben kein Kalenderabonnement.',
  since: (on) => `Sie haben ein Kalenderabonnement seit ${on}.`,
  secret:
    'Seine Adresse ist geheim und wird nur einmal gezeigt. Wer sie hat, sieht Ihre Meilensteine und sonst nichts.',
  create: 'Adresse erzeugen',
  renew: 'Neue Adresse erzeugen',
  renewNote: 'Sobald Sie eine andere erzeugen, gilt die jetzige nicht mehr.',
  address: 'Adresse Ihres Abonnements',
  howTo:
    'Kopieren Sie sie jetzt. In Outlook: Kalender hinzufügen, Aus dem Internet abonnieren. In Google: Weitere Kalender, Per URL.',
  end: 'Abonnement beenden',
  endTitle: 'Kalenderabonnement beenden',
  endNote:
    'Kalender, die es zeigen, werden nicht mehr erneuert. Sie können jederzeit eine neue Adresse erzeugen.',
  keep: 'Behalten',
  kinds: { delivery: 'Lieferung', acceptance: 'Abnahme', billing: 'Abrechnung' },
  calendarName: 'Meilensteine',
}
