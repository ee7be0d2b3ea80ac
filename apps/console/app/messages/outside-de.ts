import type { OutsideMessages } from './outside-en'

export const outsideDe: OutsideMessages = {
  record: 'Anderswo getroffene Entscheidung festhalten',
  title: (name, version) => `Anderswo entschieden: ${name}, Version ${version}`,
  lead: 'Wenn der Kunde mit einem anderen Dienst unterschrieben hat: Der abgeschlossene Umschlag wird zum Nachweis der Entscheidung. Er wird als das gezeigt, was er ist, nie als hier unterschrieben, und beide Seiten erhalten eine E-Mail.',
  toDeliverable: 'Zum Liefergegenstand',
  waitsNot: 'Keine Version dieses Liefergegenstands wartet auf eine Entscheidung.',
  outcome: 'Was der Kunde entschieden hat',
  outcomes: { accepted: 'Abgenommen', rejected: 'Abgelehnt' },
  signers: 'Wer dort unterschrieben hat',
  signersHint:
    'Geprüft wird die Befugnis, die für den Tag der Unterschrift hinterlegt ist, wie bei jeder Entscheidung.',
  noSigners: 'Noch darf in diesem Projekt niemand vom Kunden unterschreiben.',
  toContacts: 'Jemanden zum Unterschreiben einladen',
  signedOn: 'Dort unterschrieben am',
  signedAt: 'Um',
  signedAtHint: (timeZone) => `Wie es das Abschlusszertifikat sagt, in der Zeit von ${timeZone}.`,
  service: 'Signaturdienst',
  envelopeId: 'Kennung des Umschlags',
  envelopeIdHint: 'Unter der der Dienst den Umschlag kennt.',
  reason: 'Begründung',
  reasonHint:
    'Warum anderswo unterschrieben wurde; bei einer Ablehnung, was der Kunde gesagt hat. Der Kunde liest es.',
  document: 'Unterschriebenes Dokument (PDF)',
  completion: 'Abschlusszertifikat (PDF)',
  fileHint: (size) => `Bis ${size}. Die Datei wird gespeichert, wie sie ist, mit ihrer SHA-256.`,
  binding:
    'Was Sie festhalten, wird eine Entscheidung, die unsere Seite nicht ändern kann. Sie macht abrechenbar wie jede Abnahme.',
  submit: 'Entscheidung festhalten',
  notAForm: 'Das Hochladen brach ab. Versuchen Sie es noch einmal.',
  tooMany: 'An jede Stelle gehört eine Datei.',
  missing: 'Wählen Sie das unterschriebene Dokument und das Abschlusszertifikat.',
  ofFile: (name, why) => `${name}: ${why}`,
  fileRefusals: {
    'too-large': 'größer als 50 MB.',
    empty: 'die Datei ist leer.',
    'type-mismatch': 'der Inhalt ist nicht, was der Name sagt.',
    'type-not-allowed': 'Dateien dieser Art werden nicht angenommen.',
  },
  refusals: {
    'no-such-submission': 'Diese Version gibt es nicht mehr.',
    'nobody-signed': 'Sagen Sie, wer unterschrieben hat.',
    'not-two-pdfs':
      'Ein Umschlag besteht aus zwei verschiedenen PDF: unterschriebenem Dokument und Abschlusszertifikat.',
    'in-the-future': 'Der Zeitpunkt der Unterschrift liegt in der Zukunft.',
    'before-submission':
      'Unterschrieben wurde, bevor diese Version vorgelegt war; es kann nicht um sie gehen.',
    'already-decided': 'Über diese Version ist schon entschieden.',
    superseded: 'Eine spätere Version wurde vorgelegt.',
    'beyond-authority':
      'Jemand, der unterschrieben hat, hatte an dem Tag keine hinterlegte Befugnis für diesen Wert. Hinterlegen Sie zuerst die Befugnis, oder fragen Sie, wer unterschreiben darf.',
    'others-sign': 'Der Vertrag verlangt mehr Unterschriften als diese.',
  },
  recorded: {
    accepted: (version) => `hat festgehalten, dass Version ${version} anderswo abgenommen wurde`,
    rejected: (version) => `hat festgehalten, dass Version ${version} anderswo abgelehnt wurde`,
  },
  somebody: 'Die Projektleitung',
  signedWith: (names, service, envelope, instant) =>
    `${names} hat mit ${service} unterschrieben, Umschlag ${envelope}, ${instant}. Nicht hier unterschrieben und von uns nicht geprüft.`,
  holds: { document: 'unterschriebenes Dokument', completion: 'Abschlusszertifikat' },

  agree: 'Einer Berichtigung zustimmen',
  agreeTitle: (name) => `Einer Berichtigung zustimmen: ${name}`,
  agreeLead:
    'Diese Abnahme folgt nach dem Vertrag aus dem Schweigen und bindet beide Seiten. Stimmen Sie zu, kann jemand mit Zeichnungsbefugnis beim Kunden sie im Portal berichtigen oder zurücknehmen; bis dahin ändert sich nichts.',
  agreeReason: 'Warum',
  agreeReasonHint: 'Der Kunde liest es.',
  agreed: (name, instant) => `${name} hat einer Berichtigung zugestimmt, ${instant}`,
  agreeRefusals: {
    'no-such-decision': 'Diese Entscheidung gibt es nicht mehr.',
    'not-deemed':
      'Nur was nach dem Vertrag gilt, braucht eine Zustimmung: Seine eigene Entscheidung berichtigt der Kunde selbst.',
    'already-agreed': 'Unsere Seite hat schon zugestimmt.',
  },
}
