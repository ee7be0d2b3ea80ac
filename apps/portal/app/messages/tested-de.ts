import type { TestedMessages } from './tested-en'

export const testedDe: TestedMessages = {
  notRun: 'Noch nicht durchgeführt',
  outcome: { passed: 'Bestanden', failed: 'Fehlgeschlagen', blocked: 'Nicht durchführbar' },
  tested: 'Was getestet wurde',
  testedNote: 'Wie es stand, als diese Version eingereicht wurde: Teil dessen, worüber entschieden wird.',
  openDefect: (number, description) => `Fehler ${number} ist offen: ${description}`,
  closedDefect: (number, description) => `Fehler ${number} ist durch einen Nachtest erledigt: ${description}`,
  criterion: (position) => `Zeigt, dass Kriterium ${position} erfüllt ist`,
}
