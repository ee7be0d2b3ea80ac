import type { HomeMessages } from './home-en'

export const homeDe: HomeMessages = {
  title: (name) => `Guten Tag, ${name}`,
  pageTitle: 'Übersicht',
  waiting: 'Wartet auf Sie',
  decide: 'Prüfen und entscheiden',
  look: 'Ansehen',
  releases: (amount) => `Mit der Abnahme werden ${amount} abrechenbar.`,
  releasesNothing: 'Die Abnahme allein macht nichts abrechenbar.',
  submitted: (when, who) => `Vorgelegt ${when} von ${who}`,
  confirmCriteria: (count) =>
    count === 1
      ? 'Abnahmekriterien zu bestätigen'
      : `Abnahmekriterien von ${count} Ergebnissen zu bestätigen`,
  confirmCriteriaText: 'Sie stimmen vorab zu, wonach beurteilt wird:',
  confirmCriteriaLink: 'Lesen und bestätigen',
  pointToClose: (number) => `Punkt ${number} ist erledigt gemeldet`,
  pointToSettle: (number) => `Punkt ${number} haben Sie zu erledigen`,
  pointReported: 'Das Projektteam meldet ihn als erledigt. Schließen Sie ihn, wenn es so ist.',
  pointDue: (day) => `Bis ${day}`,
  closePoint: 'Ansehen und schließen',
  testsToRun: (count) => (count === 1 ? 'Ein Test auszuführen' : `${count} Tests auszuführen`),
  runTests: 'Zu den Tests',
  nothingWaiting: 'Nichts wartet auf Sie',
  nothingWaitingText:
    'Sobald Ihnen etwas zur Entscheidung vorgelegt wird, erhalten Sie eine E-Mail und finden es hier.',
  nothingForViewers:
    'Sie verfolgen diese Projekte; über Vorgelegtes entscheiden die Zeichnungsberechtigten. Unten sehen Sie den Fortschritt.',
  withColleagues: 'Wartet auf jemanden aus Ihrem Haus',
  withColleaguesNote: 'Ihrem Haus vorgelegt; Ihre eigene Zeichnungsberechtigung reicht dafür nicht.',
  projects: 'Ihre Projekte',
  noProjects: 'Sie verfolgen noch kein Projekt',
  noProjectsText:
    'Ihre Projektleitung nimmt Sie in eines auf. Falls Sie hier eines erwarten, antworten Sie auf Ihre Einladung.',
  progress: 'Fortschritt',
  nextMilestone: 'Nächster Meilenstein',
  noMilestone: 'Alle Meilensteine sind erreicht',
  notPublished: 'Es wurde noch nichts veröffentlicht.',
  asOf: (day, number) => `Stand ${day}, Veröffentlichung ${number}`,
}
