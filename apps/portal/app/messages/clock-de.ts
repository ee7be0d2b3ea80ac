import type { ClockMessages } from './clock-en'

export const clockDe: ClockMessages = {
  warranty: 'Gewährleistung',
  warrantyLead:
    'Was Sie vorläufig abgenommen haben, bis wann die Gewährleistung läuft, und welche Mängel Sie melden.',
  nothing: 'Nichts ist in der Gewährleistung',
  nothingText:
    'Eine Gewährleistung beginnt mit Ihrer vorläufigen Abnahme eines Ergebnisses, für das der Vertrag eine vorsieht.',
  deliverable: 'Lieferergebnis',
  period: (from, to) => `${from} bis ${to}`,
  state: 'Stand',
  warrantyStates: {
    running: 'Läuft',
    'ran-out': 'Beendet',
    'finally-accepted': 'Durch endgültige Abnahme beendet',
  },
  claims: 'Ihre Meldungen',
  noClaims: 'Sie haben nichts gemeldet.',
  claim: (number, title) => `Meldung ${number}: ${title}`,
  claimStates: {
    open: 'Beim Projektteam',
    'in-work': 'In Arbeit',
    mended: 'Behoben',
    'not-covered': 'Nicht gedeckt',
    closed: 'Geschlossen',
  },
  by: (who, when) => `${who}, ${when}`,
  answers: {
    'in-work': 'In Arbeit',
    mended: 'Behoben',
    'not-covered': 'Von der Gewährleistung nicht gedeckt',
  },
  closedBy: (who, when) => `Geschlossen von ${who}, ${when}`,
  newClaim: 'Mangel melden',
  title: 'Was nicht stimmt, in einer Zeile',
  description: 'Was geschieht, wo und seit wann',
  files: 'Dateien',
  filesHint: (max) => `Bis zu fünf, je ${max}: Fotos, Protokolle.`,
  send: 'Meldung senden',
  notSent: 'Die Meldung wurde nicht gesendet',
  close: 'Diese Meldung schließen',
  closeTitle: (number) => `Meldung ${number} schließen`,
  closeLead: 'Schließen heißt: Die Meldung ist erledigt. Sie kann nicht wieder geöffnet werden.',
  notClosed: 'Die Meldung wurde nicht geschlossen',
  back: 'Zurück zur Gewährleistung',
  notAForm: 'Das Hochladen brach ab. Bitte senden Sie das Formular noch einmal.',
  tooMany: 'Eine Meldung nimmt höchstens fünf Dateien.',
  refusals: {
    'no-such-deliverable': 'Dieses Ergebnis gibt es nicht mehr.',
    'only-reads':
      'Mängel melden und Meldungen schließen können Unterzeichner, Mitwirkende und Tester Ihrer Organisation.',
    'no-warranty': 'Die Gewährleistung für dieses Ergebnis ist beendet.',
    'no-such-claim': 'Diese Meldung gibt es nicht mehr.',
    'already-closed': 'Jemand hat diese Meldung schon geschlossen.',
  },
}
