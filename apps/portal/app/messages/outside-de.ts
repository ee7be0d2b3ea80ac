import type { OutsideMessages } from './outside-en'

export const outsideDe: OutsideMessages = {
  title: {
    accepted: 'Anderswo abgenommen, nicht hier gezeichnet',
    rejected: 'Anderswo abgelehnt, nicht hier gezeichnet',
  },
  text: 'Die Projektleitung hat festgehalten, dass dies mit einem anderen Dienst unterschrieben wurde, und den abgeschlossenen Umschlag angefügt. Dessen Signaturen hat hier niemand geprüft: Lesen Sie beide Dateien. Ist es nicht so, berichtigen Sie die Entscheidung, nehmen Sie sie zurück, oder wenden Sie sich an Ihre Projektleitung.',
  signedBy: 'Dort unterschrieben von',
  completedAt: 'Dort unterschrieben',
  service: 'Dienst',
  envelope: 'Umschlag',
  recordedBy: 'Festgehalten von',
  recordedAt: 'Festgehalten',
  reason: 'Angegebener Grund',
  files: 'Der Umschlag',
  holds: { document: 'unterschriebenes Dokument', completion: 'Abschlusszertifikat' },
  recorded: {
    accepted: (version) =>
      `hat festgehalten, dass Version ${version} mit einem anderen Dienst abgenommen wurde`,
    rejected: (version) =>
      `hat festgehalten, dass Version ${version} mit einem anderen Dienst abgelehnt wurde`,
  },
  is: { accepted: 'anderswo abgenommen', rejected: 'anderswo abgelehnt' },
}
