import type { ClockMessages } from './clock-en'

export const clockDe: ClockMessages = {
  terms: {
    title: 'Abnahmebedingungen',
    back: 'Zurück zum Vertrag',
    change: 'Ändern',
    frozen: 'Eingereichtes behält seine Bedingungen',
    frozenText:
      'Jede Version hält die Bedingungen fest, die beim Einreichen gelten. Was Sie hier ändern, gilt für Versionen, die ab jetzt eingereicht werden.',
    period: 'Abnahmefrist',
    calendar: (name) =>
      name
        ? `Arbeitstage sind die Arbeitstage des Kalenders „${name}“.`
        : 'Arbeitstage sind Montag bis Freitag, denn das Projekt hat keinen eigenen Kalender.',
    days: 'Arbeitstage für die Entscheidung',
    daysHint: 'Leer: Der Vertrag setzt keine Frist.',
    noPeriod: 'Keine Frist',
    daysOf: (days, first) => `${days === 1 ? 'Ein Arbeitstag' : `${days} Arbeitstage`}, ${first}`,
    firstDay: 'Gezählt',
    firstDays: {
      'next-business-day': 'ab dem Arbeitstag nach dem Einreichen',
      'submission-day': 'ab dem Tag des Einreichens',
    },
    reminderDays: 'Erinnerungen, Arbeitstage vor dem letzten',
    reminderDaysHint: 'Zum Beispiel 5, 2. Wer unterzeichnen darf, bekommt eine Mail.',
    reminders: 'Erinnerungen',
    remindersOf: (days) => `${days} Arbeitstage vor dem letzten`,
    noReminders: 'Keine',
    warningDays: 'Warnung, Arbeitstage vor dem letzten',
    warningDaysHint: 'Schweigen zählt erst so viele Arbeitstage, nachdem die Warnung hinausging.',
    deemedClause: 'Klausel zum Schweigen, im Wortlaut',
    deemedClauseHint:
      'Nur wenn der Vertrag sagt, dass Schweigen Abnahme ist. Bleibt sie leer, geschieht nach Fristablauf nichts, aber Sie werden benachrichtigt.',
    silence: 'Schweigen',
    silenceIsNothing: 'Schweigen bedeutet nichts: Die Version bleibt offen.',
    acceptance: 'Abnahme',
    clause: 'Abnahmeklausel, im Wortlaut',
    clauseHint: 'Der Kunde liest sie neben jeder Version, und sie steht auf den Bescheinigungen.',
    share: 'Freigabe bei Vorbehalten, in Prozent',
    shareHint:
      'Was eine Abnahme mit Vorbehalten sofort freigibt; der Rest folgt, wenn alle Punkte erledigt sind.',
    signingOrder: 'Mehrere Unterzeichner',
    signingOrders: {
      parallel: 'Unterzeichnen in beliebiger Reihenfolge',
      sequence: 'Unterzeichnen nacheinander',
    },
    warranty: 'Gewährleistung',
    warrantyMonths: 'Gewährleistung in Monaten',
    warrantyMonthsHint: 'Ab der vorläufigen Abnahme; 0, wenn es keine gibt.',
    months: (count) =>
      count === 0
        ? 'Keine'
        : count === 1
          ? 'Ein Monat nach vorläufiger Abnahme'
          : `${count} Monate nach vorläufiger Abnahme`,
    save: 'Bedingungen speichern',
    refusals: {
      'no-contract': 'Schreiben Sie zuerst den Vertrag auf.',
      'deemed-without-period':
        'Schweigen kann erst nach einer Frist zählen. Geben Sie an, wie viele Arbeitstage sie hat.',
      'reminders-without-period':
        'Erinnerungen brauchen eine Frist. Geben Sie an, wie viele Arbeitstage sie hat.',
      'reminder-before-the-period':
        'Eine Erinnerung käme vor Beginn der Frist. Nehmen Sie weniger Tage, als die Frist hat.',
      'warning-before-the-period':
        'Die Warnung käme vor Beginn der Frist. Nehmen Sie weniger Tage, als die Frist hat.',
    },
  },
  clock: {
    title: 'Abnahmefrist',
    states: { running: 'Läuft', paused: 'Angehalten', 'ran-out': 'Abgelaufen' },
    day: (used, of) => `Tag ${used} von ${of}`,
    ranOutOn: (day) => `Der letzte Tag war der ${day}.`,
    lastDay: 'Letzter Tag',
    left: 'Arbeitstage übrig, heute mitgezählt',
    granted: (day) => `Es wurde mehr Zeit bis ${day} gewährt.`,
    deemed: 'Entscheidet niemand, nimmt der Vertrag das Schweigen als Abnahme:',
    notDeemed:
      'Entscheidet niemand, bleibt die Version offen. Sie werden benachrichtigt, wenn die Frist abläuft.',
    reminders: 'Erinnerungen',
    noReminders: 'Noch ging keine hinaus.',
    kinds: { reminder: 'Erinnerung', warning: 'Warnung' },
    to: 'An',
    kind: 'Art',
    sent: 'Gesendet',
    notSent: 'Wartet auf den Versand',
    proof: 'Antwort des Mailservers',
    pauses: 'Unterbrechungen',
    paused: (from, to) => `${from} bis ${to}`,
    pausedSince: (from) => `Seit ${from}`,
    causes: { supplier: 'Es liegt an unserer Seite', other: 'Ein anderer Grund' },
    cause: 'Warum die Frist stillsteht',
    reason: 'Grund',
    reasonHint: 'Der Kunde liest ihn.',
    pause: 'Frist anhalten',
    resume: 'Frist weiterlaufen lassen',
    requests: 'Bitten um mehr Zeit',
    asks: (who, day) => `${who} bittet um Zeit bis ${day}.`,
    answer: 'Antwort',
    grant: 'Zeit gewähren',
    deny: 'Nicht gewähren',
    text: 'Ein Wort an den Kunden',
    wasGranted: (who) => `Gewährt von ${who}`,
    wasDenied: (who) => `Nicht gewährt von ${who}`,
    refusals: {
      'no-such-submission': 'Diese Version gibt es nicht mehr.',
      'no-period': 'Der Vertrag hatte keine Frist, als diese Version eingereicht wurde.',
      'already-paused': 'Die Frist steht schon still.',
      'already-decided': 'Über diese Version wurde inzwischen entschieden.',
      'not-paused': 'Die Frist läuft schon.',
      'no-such-request': 'Diese Bitte gibt es nicht mehr.',
      'already-answered': 'Diese Bitte wurde schon beantwortet.',
    },
  },
  acceptance: {
    label: 'Abnahme',
    hint: 'Vorläufig und endgültig: Die erste Abnahme beginnt die Gewährleistung, die zweite beendet sie und gibt den Einbehalt frei.',
    once: 'Einmal',
    'provisional-and-final': 'Vorläufig, nach der Gewährleistung endgültig',
    finally: (deliverable) => `${deliverable}, bei endgültiger Abnahme`,
    stage: 'Abnahme',
    warranty: 'Gewährleistung',
    runs: (from, to) => `${from} bis ${to}`,
    states: {
      running: 'Läuft',
      'ran-out': 'Beendet',
      'finally-accepted': 'Durch endgültige Abnahme beendet',
    },
    toWarranty: 'Gewährleistungsfälle',
    finalNext: 'Vorläufig abgenommen. Die nächste Version wird zur endgültigen Abnahme eingereicht.',
    submitFinal: 'Zur endgültigen Abnahme einreichen',
  },
  warranty: {
    title: 'Gewährleistung',
    note: 'Was vorläufig abgenommen ist, bis wann die Gewährleistung läuft, und welche Mängel der Kunde meldet. Der Kunde schließt eine Meldung.',
    back: 'Zurück zu den Lieferergebnissen',
    none: 'Nichts ist in der Gewährleistung',
    noneText:
      'Eine Gewährleistung beginnt, wenn ein Ergebnis mit vorläufiger und endgültiger Abnahme zum ersten Mal abgenommen wird.',
    deliverable: 'Lieferergebnis',
    period: 'Gewährleistung',
    state: 'Stand',
    claims: 'Meldungen',
    noClaims: 'Es wurde nichts gemeldet.',
    claim: (number, title) => `Meldung ${number}: ${title}`,
    states: {
      open: 'Offen',
      'in-work': 'In Arbeit',
      mended: 'Behoben, beim Kunden',
      'not-covered': 'Nicht gedeckt, beim Kunden',
      closed: 'Geschlossen',
    },
    by: (who, when) => `${who}, ${when}`,
    closedBy: (who, when) => `Geschlossen von ${who}, ${when}`,
    answer: 'Antwort',
    answers: {
      'in-work': 'Wir arbeiten daran',
      mended: 'Behoben',
      'not-covered': 'Die Gewährleistung deckt es nicht',
    },
    text: 'Was der Kunde wissen sollte',
    send: 'Antwort senden',
    refusals: {
      'no-such-claim': 'Diese Meldung gibt es nicht mehr.',
      'already-closed': 'Der Kunde hat diese Meldung geschlossen.',
    },
  },
}
