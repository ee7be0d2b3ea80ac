import type { CriteriaMessages } from './criteria-en'

export const criteriaDe: CriteriaMessages = {
  title: 'Abnahmekriterien',
  lead: 'Wonach jedes Ergebnis beurteilt wird. Bevor Sie seine Kriterien bestätigt haben, kann Ihnen nichts vorgelegt werden.',
  waiting: 'Noch zu bestätigen',
  confirmedTitle: 'Bestätigt',
  nothing: 'Es wurden Ihnen noch keine Kriterien vorgelegt',
  nothingText:
    'Ihre Projektleitung tut das, bevor die Arbeit an einem Ergebnis beginnt; Sie erhalten dann eine Mail.',
  number: (number) => `Fassung ${number} der Kriterien`,
  proposed: (who, when) => `Vorgelegt von ${who}, ${when}`,
  confirmedBy: (who, when) => `Bestätigt von ${who}, ${when}`,
  howChecked: (how) => `So wird geprüft: ${how}`,
  evidence: (what) => `Gewünschter Nachweis: ${what}`,
  weight: (weight) => `Gewicht ${weight}`,
  agree: 'Sie stimmen diesen Worten zu:',
  confirm: 'Kriterien bestätigen',
  missing: (name, email) =>
    `Fehlt etwas, oder stimmt etwas nicht? Bestätigen Sie nicht, und schreiben Sie an ${name} (${email}): Sie erhalten eine neue Fassung.`,
  signatoriesOnly: 'Bestätigen kann, wer in Ihrem Unternehmen zeichnet.',
  digest: 'Fingerabdruck dieser Kriterien (SHA-256)',
  recorded: 'Die Kriterien sind bestätigt. Das Projektteam erhält Nachricht.',
  excluded: 'Was nicht dazugehört',
  excludedNote: 'Mit dem Umfang vereinbart, wie zuletzt veröffentlicht: Danach wird nichts beurteilt.',
  refusals: {
    replaced: 'Diese Kriterien wurden durch eine neuere Fassung ersetzt. Lesen Sie diese.',
    'not-a-signatory': 'Nur wer zeichnungsberechtigt ist, kann Kriterien bestätigen.',
    'already-confirmed': 'Jemand aus Ihrem Unternehmen hat sie eben bestätigt.',
  },
}
