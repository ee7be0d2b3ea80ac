import type { MailboxMessages } from './mailbox-en'

export const de: MailboxMessages = {
  title: 'Postfach',
  lead: 'Alle E-Mails, die Countersign verschickt hätte. Diese Seite gibt es nur in der Demo.',
  recipient: 'Empfänger',
  everybody: 'Alle',
  caption: 'E-Mails, neueste zuerst',
  subject: 'Betreff',
  to: 'An',
  writtenAt: 'Geschrieben',
  attachments: 'Anhänge',
  attached: (count) => (count === 1 ? '1 Anhang' : `${count} Anhänge`),
  empty: 'Noch keine E-Mail',
  emptyWhat:
    'Legen Sie einen Liefergegenstand vor, veröffentlichen Sie einen Bericht oder laden Sie jemanden ein: Die E-Mail erscheint hier innerhalb einer Sekunde.',
  back: 'Alle E-Mails',
  waiting: 'Diese E-Mail wird gerade verschickt.',
  message: 'Die E-Mail',
  messageIn: (subject) => `Die E-Mail „${subject}“`,
  asText: 'Als Text',
  notFoundTitle: 'Keine solche E-Mail',
  notFound: 'Unter dieser Adresse gibt es nichts.',
}
