import type { PeriodMessages } from './period-en'

export const periodDe: PeriodMessages = {
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
}
