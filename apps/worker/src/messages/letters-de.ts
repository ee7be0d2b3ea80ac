import type { LetterMessages } from './letters-en'

export const de: LetterMessages = {
  greeting: (name) => `Guten Tag ${name},`,
  closing:
    'Sie erhalten diese Nachricht, weil Sie an einem Projekt mitwirken, das mit Countersign geführt wird.',

  project: 'Projekt',
  deliverable: 'Liefergegenstand',
  version: 'Version',
  inVersion: (name, version) => `${name}, Version ${version}`,

  acceptance: {
    subject: (deliverable) => `Abgenommen: ${deliverable}`,
    toSignatory:
      'Sie haben diesen Liefergegenstand abgenommen. Die Abnahmebescheinigung hängt an; bitte bewahren Sie sie auf, sie belegt, was wann von wem abgenommen wurde.',
    toOthers: (signatory, customer) =>
      `${signatory} hat diesen Liefergegenstand für ${customer} abgenommen. Die Abnahmebescheinigung hängt an.`,
    certificate: 'Bescheinigung',
    decidedAt: 'Abgenommen am',
    button: 'Liefergegenstand ansehen',
    buttonForUs: 'Liefergegenstand öffnen',
  },
  rejection: {
    subject: (deliverable) => `Abgelehnt: ${deliverable}`,
    what: (signatory, customer) =>
      `${signatory} hat diesen Liefergegenstand für ${customer} abgelehnt. Diese Kriterien sind nicht erfüllt:`,
    decidedAt: 'Abgelehnt am',
    criterion: (position) => `Kriterium ${position}`,
    button: 'Liefergegenstand öffnen',
  },
  submission: {
    subject: (deliverable) => `Wartet auf Sie: ${deliverable}`,
    what: (manager) => `${manager} hat einen Liefergegenstand zur Abnahme vorgelegt.`,
    toSignatory:
      'Bitte gehen Sie die Abnahmekriterien durch und entscheiden Sie: Nehmen Sie ihn ab, oder lehnen Sie ihn mit Begründung ab.',
    toTester: 'Bitte gehen Sie die Abnahmekriterien durch. Es entscheidet, wer auf Ihrer Seite zeichnet.',
    message: 'Nachricht',
    files: 'Dateien',
    button: 'Liefergegenstand ansehen',
  },
  publication: {
    subject: (project, number) => `${project}: Statusbericht ${number}`,
    what: (manager) => `${manager} hat einen neuen Statusbericht veröffentlicht.`,
    publishedAt: 'Veröffentlicht am',
    button: 'Bericht lesen',
  },
  invoice: {
    subject: (number, project) => `Rechnung ${number} für ${project}`,
    what: 'Die Rechnung hängt an. Sie berechnet, was Sie abgenommen haben.',
    number: 'Rechnung',
    amount: 'Betrag',
    dueOn: 'Zahlbar bis',
    button: 'Zahlungen ansehen',
    terms: (days) =>
      days === 0
        ? 'Sofort ohne Abzug zahlbar.'
        : `Zahlbar innerhalb von ${days} Tagen ab Rechnungsdatum ohne Abzug.`,
  },
  invitation: {
    subject: (project) => `Ihre Einladung zu ${project}`,
    what: (manager, customer) =>
      `${manager} lädt Sie ein, dieses Projekt für ${customer} zu verfolgen: den Fortschritt, die Liefergegenstände und die Kosten.`,
    button: 'Einladung annehmen',
    note: 'Dort legen Sie ein Kennwort fest. Der Link gilt einmal und 14 Tage lang. Niemand von uns wird Sie je nach dem Kennwort fragen.',
  },
  added: {
    subject: (project) => `Sie wirken jetzt an ${project} mit`,
    what: (manager) =>
      `${manager} hat Sie zu diesem Projekt hinzugefügt. Melden Sie sich mit Ihrem vorhandenen Kennwort an.`,
    button: 'Projekt öffnen',
  },
  staffInvitation: {
    subject: 'Ihre Einladung zu Countersign',
    what: 'Sie wurden als Kollegin oder Kollege hinzugefügt. Legen Sie ein Kennwort fest, dann kann es losgehen.',
    role: 'Rolle',
    roles: {
      team_member: 'Projektteam',
      project_manager: 'Projektleitung',
      program_manager: 'Programmleitung',
      finance: 'Finanzen',
      account_manager: 'Kundenbetreuung',
      executive: 'Geschäftsleitung',
      administrator: 'Administration',
    },
    button: 'Einladung annehmen',
    note: 'Der Link gilt einmal und 14 Tage lang.',
  },
  signatory: 'Zeichnungsberechtigt',
}
