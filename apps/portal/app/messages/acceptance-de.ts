import type { AcceptanceMessages } from './acceptance-en'

export const acceptanceDe: AcceptanceMessages = {
  back: 'Zum Projekt',
  submittedBy: 'Vorgelegt von',
  submittedAt: 'Vorgelegt',
  message: 'Was vorgelegt wird',
  noMessage: 'Zu dieser Version gibt es keine Nachricht.',
  files: 'Dateien',
  criteria: 'Abnahmekriterien',
  howChecked: (how) => `Prüfung: ${how}`,
  releases: 'Was mit der Abnahme abrechenbar wird',
  releasesNothing: 'Die Abnahme allein macht nichts abrechenbar.',
  releasesTotal: 'Wird abrechenbar',
  milestone: 'Abrechnungsmeilenstein',
  amount: 'Betrag',
  digest: 'Fingerabdruck dieser Version (SHA-256)',
  digestNote: 'Über Dateien, Kriterien und abrechenbare Beträge: Genau daran bindet eine Entscheidung.',
  decide: 'Prüfen und entscheiden',
  whoDecides: 'Wer entscheiden kann',
  nobodyDecides:
    'In Ihrem Haus ist noch niemand als zeichnungsberechtigt eingetragen. Wenden Sie sich an Ihre Projektleitung.',
  signatory: 'Zeichnungsberechtigt',
  history: 'Verlauf',
  submitted: (version) => `hat Version ${version} vorgelegt`,
  accepted: (version) => `hat Version ${version} abgenommen`,
  rejected: (version) => `hat Version ${version} abgelehnt`,
  toVersion: (version) => `Version ${version} zeigen`,
  decision: 'Entscheidung',
  decidedBy: (name, jobTitle) => (jobTitle ? `${name}, ${jobTitle}` : name),
  decidedByLabel: 'Entschieden von',
  decidedAt: 'Entschieden',
  decidedAtIn: (instant) => `${instant} in der Zeitzone des Projekts`,
  typedName: 'Gezeichnet mit dem Namen',
  statement: 'Erklärung im Wortlaut',
  result: { met: 'Erfüllt', 'not-met': 'Nicht erfüllt' },
  certificate: 'Bescheinigung',
  certificateNumber: (number) => `Abnahmebescheinigung ${number} (PDF)`,
  certificateIssued: (instant) => `Ausgestellt ${instant}`,
  certificateSoon: 'Die Abnahmebescheinigung wird erstellt',
  certificateSoonText: 'Sie erscheint hier in wenigen Sekunden und geht beiden Seiten per E-Mail zu.',
  certificateLate: 'Es dauert länger als üblich. Sie erhalten sie in jedem Fall per E-Mail.',
  lookAgain: 'Noch einmal nachsehen',
  superseded: (version) => `Es gibt eine neuere Version: ${version}.`,

  ceremony: 'Entscheiden',
  ceremonyTitle: (name) => `Entscheidung über ${name}`,
  ceremonyLead: 'Gehen Sie die Kriterien durch, wählen Sie, und zeichnen Sie mit Namen und Passwort.',
  subject: 'Worüber Sie entscheiden',
  deliverable: 'Ergebnis',
  versionLabel: 'Version',
  value: 'Wird abrechenbar',
  step1: '1. Kriterien durchgehen',
  step2: '2. Wählen',
  step3: '3. Zeichnen',
  whatIsMissing: 'Was fehlt?',
  whatIsMissingHint:
    'Nötig, wo ein Kriterium nicht erfüllt ist, damit die nächste Version es beheben kann. Bei einem erfüllten bleibt es als Anmerkung erhalten.',
  outcome: 'Ihre Entscheidung',
  accept: 'Diese Version abnehmen',
  acceptHint: 'Alle Kriterien sind erfüllt. Sie erklären:',
  reject: 'Diese Version ablehnen',
  rejectHint: 'Mindestens ein Kriterium ist nicht erfüllt. Sie erklären:',
  typeName: 'Ihr Name',
  typeNameHint: (name) => `Wie er eingetragen ist: ${name}`,
  password: 'Ihr Passwort',
  passwordHint: 'Noch einmal, damit sicher ist, dass Sie es sind.',
  timeZone: (now) =>
    `Der Zeitpunkt wird in der Zeitzone des Projekts festgehalten; dort ist es jetzt ${now}.`,
  binding:
    'Ihre Zeichnung ist verbindlich: Die Entscheidung wird mit Ihrem Namen, dem Zeitpunkt und dem Fingerabdruck dieser Version festgehalten und lässt sich danach nicht ändern. Beide Seiten erhalten eine E-Mail.',
  sign: 'Entscheidung zeichnen',
  whyNot: {
    'already-decided': 'Über diese Version wurde bereits entschieden.',
    'not-a-signatory': 'Sie verfolgen dieses Projekt; entscheiden können die Zeichnungsberechtigten.',
    'no-authority':
      'Für Sie ist an diesem Tag keine Zeichnungsberechtigung eingetragen. Fragen Sie jemanden aus Ihrem Haus oder Ihre Projektleitung.',
    'beyond-authority':
      'Der Wert übersteigt Ihre Zeichnungsberechtigung. Bitten Sie jemanden aus Ihrem Haus mit höherer Berechtigung.',
  },
  notSignedTitle: 'Es wurde nichts gezeichnet',
  flaw: {
    'name-differs': 'Der Name ist nicht der eingetragene. Geben Sie ihn so ein, wie er beim Feld steht.',
    'criterion-without-result': 'Geben Sie zu jedem Kriterium an, ob es erfüllt ist.',
    'accepts-what-is-not-met':
      'Ein Kriterium ist als nicht erfüllt markiert. Lehnen Sie ab, oder markieren Sie es als erfüllt.',
    'rejects-without-unmet-criterion':
      'Um abzulehnen, markieren Sie mindestens ein Kriterium als nicht erfüllt und schreiben Sie, was fehlt.',
    'unmet-without-reason': 'Schreiben Sie zu jedem nicht erfüllten Kriterium, was fehlt.',
  },
  stepUp: {
    wrong: 'Das Passwort stimmt nicht. Versuchen Sie es erneut.',
    locked: 'Das waren zu viele falsche Passwörter. Warten Sie eine Viertelstunde, und zeichnen Sie dann.',
    'no-password':
      'Sie haben noch kein Passwort, und zum Zeichnen braucht es eines. Bitten Sie Ihre Projektleitung um eine neue Einladung, in der Sie es festlegen.',
    'signed-out':
      'Ihre Sitzung ist beendet. Melden Sie sich wieder an, und wiederholen Sie die Entscheidung.',
  },
  gone: 'Diese Version ist für Sie nicht mehr offen.',
  toSubmission: 'Zur Version',

  acceptStatement: (s) =>
    `Ich, ${s.name}, nehme ${s.code} „${s.deliverable}“, Version ${s.version}, für ${s.customer} ab. Alle Abnahmekriterien sind erfüllt. ` +
    (s.value
      ? `Mit meiner Abnahme werden ${s.value} abrechenbar. `
      : 'Meine Abnahme allein macht nichts abrechenbar. ') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
  rejectStatement: (s) =>
    `Ich, ${s.name}, lehne ${s.code} „${s.deliverable}“, Version ${s.version}, für ${s.customer} ab, weil die von mir markierten Kriterien aus den genannten Gründen nicht erfüllt sind. ` +
    (s.value ? `${s.value} werden nicht abrechenbar. ` : '') +
    `Die Version ist durch SHA-256 ${s.digest} bestimmt.`,
}
