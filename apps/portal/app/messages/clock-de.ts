import type { ClockMessages } from './clock-en'

export const clockDe: ClockMessages = {
  decideBy: (day, left) =>
    `Bitte entscheiden Sie bis ${day} (${left === 1 ? 'der letzte Arbeitstag' : `noch ${left} Arbeitstage`})`,
  ranOut: (day) => `Die Abnahmefrist endete am ${day}`,
  ranOutOpen: 'Diese Version ist noch offen: Sie können entscheiden.',
  paused: 'Die Abnahmefrist steht still',
  pausedText: (since, reason) =>
    `Seit ${since}: ${reason} Die Tage zählen nicht, bis das Projektteam die Frist weiterlaufen lässt.`,
  deemed: (day) =>
    `Entscheidet bis zum Ende des ${day} niemand, nimmt der Vertrag das Schweigen als Abnahme: Diese Version gilt dann als abgenommen, ohne Unterschrift. Vorher werden Sie per Mail gewarnt.`,
  deemedSoon:
    'Niemand hat entschieden, und der Vertrag nimmt Schweigen als Abnahme: Sobald die Warnung so lange bei Ihnen liegt, wie vereinbart ist, gilt diese Version als abgenommen, ohne Unterschrift.',
  notDeemed: 'Entscheidet bis dahin niemand, bleibt sie offen. Schweigen ist keine Abnahme.',
  clause: 'Was der Vertrag zum Schweigen sagt',
  counted: (used, of) => `Arbeitstag ${used} von ${of}.`,

  stages: {
    provisional: 'Vorläufige Abnahme: Mit ihr beginnt die Gewährleistung.',
    provisionalNote: (months) =>
      `Vorläufige Abnahme: Mit ihr beginnt die Gewährleistung von ${months === 1 ? 'einem Monat' : `${months} Monaten`}. Danach folgt die endgültige Abnahme.`,
    final: 'Endgültige Abnahme: Sie beendet die Gewährleistung und gibt den Einbehalt frei.',
  },

  warranty: 'Gewährleistung',
  warrantyLead:
    'Was Sie vorläufig abgenommen haben, bis wann die Gewährleistung läuft, und welche Mängel Sie melden.',
  nothing: 'Nichts ist in der Gewährleistung',
  nothingText:
    'Eine Gewährleistung beginnt mit Ihrer vorläufigen Abnahme eines Ergebnisses, für das der Vertrag eine vorsieht.',
  deliverable: 'Lieferergebnis',
  until: 'Gewährleistung bis',
  since: 'Seit',
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
