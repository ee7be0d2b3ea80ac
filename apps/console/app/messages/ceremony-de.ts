import type { CeremonyMessages } from './ceremony-en'

export const ceremonyDe: CeremonyMessages = {
  clause: 'Die Vertragsklausel',
  deemed: (version) => `lässt Version ${version} als abgenommen gelten, ohne Unterschrift`,
  onBehalfOf: (name, other) => `${name}, in Vertretung von ${other},`,
  withdrew: (version) => `hat die Entscheidung über Version ${version} zurückgenommen`,
  corrected: {
    accepted: (version) => `hat die Entscheidung über Version ${version} berichtigt: abgenommen`,
    'accepted-with-reservations': (version) =>
      `hat die Entscheidung über Version ${version} berichtigt: unter Vorbehalt abgenommen`,
    rejected: (version) => `hat die Entscheidung über Version ${version} berichtigt: abgelehnt`,
  },
  holdsNoLonger: 'Sie gilt nicht mehr: Eine spätere Entscheidung ist an ihre Stelle getreten.',

  points: 'Was noch zu tun bleibt',
  pointsNote:
    'Was sich der Kunde vorbehalten hat. Melden Sie einen Punkt, wenn er erledigt ist; der Kunde schließt ihn.',
  point: (number) => `Punkt ${number}`,
  pointState: {
    open: 'Offen',
    reported: 'Als erledigt gemeldet',
    closed: 'Geschlossen',
    overdue: 'Überfällig',
  },
  owned: (name, side, day) => `${name} (${side}), bis ${day}`,
  side: { provider: 'unsere Seite', customer: 'Kunde' },
  reported: (name, instant) => `Als erledigt gemeldet von ${name}, ${instant}`,
  closed: (name, instant) => `Geschlossen von ${name}, ${instant}`,
  report: 'Als erledigt melden',
  reportTitle: (number) => `Punkt ${number} als erledigt melden`,
  reportLead: 'Der Kunde liest es auf der Seite der Version und schließt den Punkt.',
  note: 'Was getan wurde',
  reportRefusals: {
    'no-such-item': 'Diesen Punkt gibt es nicht mehr.',
    'already-closed': 'Der Kunde hat diesen Punkt bereits geschlossen.',
  },
  isClosed: 'Der Kunde hat diesen Punkt geschlossen.',
  back: 'Zum Ergebnis',

  signatures: 'Wer zeichnet',
  oneSigns: 'Eine Unterschrift von jemandem mit der nötigen Berechtigung entscheidet.',
  ofVersion: (version) => `Version ${version}`,
  hasSigned: 'Gezeichnet',
  hasToSign: 'Muss zeichnen',
  inPlace: (name) => `in Vertretung durch ${name}`,
  setSignatories: 'Festlegen, wer zeichnen muss',

  signatories: 'Wer zeichnen muss',
  signatoriesNote:
    'Verlangt der Vertrag mehr als eine Unterschrift, nennen Sie die Zeichnungsberechtigten und ihre Reihenfolge. Ob die Reihenfolge zählt, gehört zu den Abnahmebedingungen des Vertrags. Ist niemand genannt, entscheidet eine Unterschrift von jemandem mit der nötigen Berechtigung.',
  forAll: 'Alle Ergebnisse, die niemanden eigens nennen',
  appliesTo: 'Gilt für',
  show: 'Anzeigen',
  place: (name) => `${name}: Platz in der Reihenfolge`,
  placeHint: 'Leer: muss nicht zeichnen.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  noSignatories: 'Es ist noch niemand Zeichnungsberechtigtes eingeladen.',
  toContacts: 'Leute des Kunden einladen',
  inOrder: 'Der Vertrag sagt: nacheinander.',
  inParallel: 'Der Vertrag sagt: in beliebiger Reihenfolge.',
  signatoriesRefusals: {
    'no-such-project': 'Dieses Projekt gibt es nicht mehr.',
    'named-twice': 'Jemand ist zweimal genannt.',
    'not-a-signatory': 'Genannt werden können nur Zeichnungsberechtigte dieses Projekts.',
    'no-such-deliverable': 'Dieses Ergebnis gibt es nicht mehr.',
  },

  kinds: { acceptance: 'Abnahme', criteria: 'Kriterien', change: 'Änderungen' },
  delegatedTo: (name, from, to) => `Übertragen an ${name}, ${from} bis ${to}`,
  delegationOver: 'zurückgenommen',
}
