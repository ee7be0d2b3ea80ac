import type { CeremonyMessages } from './ceremony-en'

export const ceremonyDe: CeremonyMessages = {
  signatureKept: 'Ihre Unterschrift ist festgehalten',
  signatureKeptText: 'Es müssen noch andere zeichnen. Wer an der Reihe ist, erfährt es per E-Mail.',

  punchList: 'Was noch zu tun bleibt',
  punchListNote: 'Das Projektteam meldet einen Punkt als erledigt; jemand aus Ihrem Haus schließt ihn.',
  punchListRest: 'Sobald der letzte Punkt geschlossen ist, wird der Rest abrechenbar.',
  point: (number) => `Punkt ${number}`,
  pointState: {
    open: 'Offen',
    reported: 'Als erledigt gemeldet',
    closed: 'Geschlossen',
    overdue: 'Überfällig',
  },
  owner: (name, side) => `${name} (${side})`,
  ownerLabel: 'Erledigt durch',
  ownerSide: (customer) => ({ provider: 'Projektteam', customer }),
  dueOn: 'Bis',
  ofCriterion: (position) => `Zu Kriterium ${position}`,
  reportedBy: (name, instant) => `Als erledigt gemeldet von ${name}, ${instant}`,
  closedBy: (name, instant) => `Geschlossen von ${name}, ${instant}`,
  close: 'Punkt schließen',
  closeLabel: (number) => `Punkt ${number} schließen`,
  closingNote: 'Anmerkung',
  closeTitle: (number) => `Punkt ${number} schließen`,
  closeLead: 'Damit sagen Sie, dass der Punkt erledigt ist. Er lässt sich nicht wieder öffnen.',
  notYoursToClose: 'Punkte schließen die Zeichnungsberechtigten und Mitwirkenden Ihres Hauses.',
  notClosed: 'Der Punkt wurde nicht geschlossen',
  closeRefusals: {
    'no-such-item': 'Dieser Punkt ist für Sie nicht offen.',
    'not-yours-to-close': 'Punkte schließen die Zeichnungsberechtigten und Mitwirkenden Ihres Hauses.',
    'already-closed': 'Jemand hat diesen Punkt bereits geschlossen.',
  },

  terms: 'Was vereinbart ist',
  clause: 'Vertragsklausel',
  criteriaVersion: 'Kriterien',
  criteriaVersionIs: (number) => `Fassung ${number}, wie Ihr Haus sie bestätigt hat`,
  reservationTerm: 'Unter Vorbehalt',
  reservationTermIs: (percent) => `${percent} sofort abrechenbar, der Rest mit dem letzten erledigten Punkt`,

  deemed: 'Gilt als abgenommen',
  deemedText:
    'Niemand hat gezeichnet. Die Abnahmefrist endete ohne Entscheidung, und nach dem Vertrag gilt das als Abnahme.',
  deemedClause: 'Nach dieser Klausel',
  onBehalfOf: (name, other) => `${name}, in Vertretung von ${other}`,
  nobody: 'Die Vertragsklausel',
  act: {
    signed: {
      accepted: (version) => `hat Version ${version} abgenommen`,
      'accepted-with-reservations': (version) => `hat Version ${version} unter Vorbehalt abgenommen`,
      rejected: (version) => `hat Version ${version} abgelehnt`,
    },
    deemed: (version) => `lässt Version ${version} als abgenommen gelten, ohne Unterschrift`,
    withdraws: (version) => `hat die Entscheidung über Version ${version} zurückgenommen`,
    corrects: {
      accepted: (version) => `hat die Entscheidung über Version ${version} berichtigt: abgenommen`,
      'accepted-with-reservations': (version) =>
        `hat die Entscheidung über Version ${version} berichtigt: unter Vorbehalt abgenommen`,
      rejected: (version) => `hat die Entscheidung über Version ${version} berichtigt: abgelehnt`,
    },
  },
  holdsNoLonger: 'Sie gilt nicht mehr: Eine spätere Entscheidung ist an ihre Stelle getreten.',
  outcomeIs: {
    accepted: 'abgenommen',
    'accepted-with-reservations': 'unter Vorbehalt abgenommen',
    rejected: 'abgelehnt',
  },

  change: 'Entscheidung ändern',
  changeText:
    'Eine Entscheidung bleibt so festgehalten, wie sie getroffen wurde. Eine neue kann sie zurücknehmen oder berichtigen.',
  toWithdraw: 'Entscheidung zurücknehmen',
  toCorrect: 'Entscheidung berichtigen',
  bound: {
    billed:
      'Was sie abrechenbar gemacht hat, ist bereits berechnet; hier lässt sie sich nicht mehr ändern. Wenden Sie sich an Ihre Projektleitung.',
    'both-sides':
      'Diese Abnahme folgt nach dem Vertrag aus dem Schweigen und bindet beide Seiten: Ihre allein kann sie nicht zurücknehmen. Wenden Sie sich an Ihre Projektleitung; sind beide einig, berichtigen Sie sie hier.',
  },
  agreed: (name, instant, reason) =>
    `${name} hat am ${instant} zugestimmt, dass Sie sie berichtigen: ${reason}`,
  withdrawTitle: (name) => `Entscheidung über ${name} zurücknehmen`,
  withdrawLead:
    'Über die Version ist danach wieder zu entscheiden. Die zurückgenommene Entscheidung bleibt festgehalten.',
  correctTitle: (name) => `Entscheidung über ${name} berichtigen`,
  correctLead: 'Entscheiden Sie neu. Die frühere Entscheidung bleibt festgehalten und gilt nicht mehr.',
  earlierDecision: 'Die bisherige Entscheidung',
  reason: 'Grund',
  reasonHint: 'Er wird festgehalten und beiden Seiten mitgeteilt.',
  agree: 'Sie erklären:',
  bindingChange:
    'Ihre Zeichnung ist verbindlich: Sie wird mit Ihrem Namen, dem Zeitpunkt und dem Fingerabdruck dieser Version festgehalten. Beide Seiten erhalten eine E-Mail.',
  signWithdrawal: 'Rücknahme zeichnen',
  signCorrection: 'Berichtigung zeichnen',
  notChanged: 'Es wurde nichts geändert',
  stepReason: '3. Begründen und zeichnen',
  changeRefusals: {
    'not-decided':
      'Es gibt keine Entscheidung zu ändern. Vielleicht hat sie inzwischen jemand zurückgenommen.',
    'reason-missing': 'Nennen Sie einen Grund.',
    'both-sides':
      'Diese Abnahme folgt nach dem Vertrag aus dem Schweigen: Ändern können Sie sie, sobald die Projektleitung zugestimmt hat.',
    'already-billed':
      'Was diese Entscheidung abrechenbar gemacht hat, ist bereits berechnet. Hier lässt sie sich nicht mehr ändern: Wenden Sie sich an Ihre Projektleitung.',
  },
  cannotChange:
    'Sie können diese Entscheidung nicht ändern: Dazu braucht es eine Zeichnungsberechtigung über ihren Wert.',

  moreTime: 'Um mehr Zeit bitten',
  moreTimeTitle: (name) => `Mehr Zeit für ${name}`,
  moreTimeLead:
    'Die Projektleitung erhält eine E-Mail und gewährt die Zeit oder nicht. Bis dahin bleibt die Frist, wie sie vereinbart ist.',
  until: 'Bis zu welchem Tag',
  moreTimeReason: 'Warum',
  moreTimeReasonHint: 'Was brauchen Sie noch, um zu entscheiden?',
  send: 'Bitte senden',
  notSent: 'Die Bitte wurde nicht gesendet',
  requests: 'Bitten um mehr Zeit',
  requested: (name, day) => `${name} hat um Zeit bis ${day} gebeten`,
  requestWaiting: 'Noch nicht beantwortet',
  requestGranted: (name) => `Gewährt von ${name}`,
  requestRefused: (name) => `Nicht gewährt von ${name}`,
  timeRefusals: {
    'no-such-submission': 'Diese Version ist für Sie nicht mehr offen.',
    'not-a-signatory': 'Um mehr Zeit bitten die Zeichnungsberechtigten.',
    'already-decided': 'Über diese Version wurde bereits entschieden.',
    superseded: 'Inzwischen wurde eine neuere Version vorgelegt.',
    'not-a-day-to-come': 'Wählen Sie einen Tag nach heute, innerhalb eines Jahres.',
    'reason-missing': 'Sagen Sie, warum Sie mehr Zeit brauchen.',
  },

  delegation: 'Vertretung',
  delegationTitle: 'Wer für wen zeichnet',
  delegationLead:
    'Sind Sie abwesend, kann jemand aus Ihrem Haus, der dieses Projekt verfolgt, mit Ihrer Berechtigung zeichnen, bis zu einem Tag, den Sie bestimmen. Festgehalten wird, dass für Sie gezeichnet wurde.',
  delegationsGiven: 'Von Ihnen übertragen',
  delegationsTaken: 'Ihnen übertragen',
  noDelegations: 'Es ist nichts übertragen.',
  delegationDays: (from, to) => `${from} bis ${to}`,
  delegationState: {
    running: 'In Kraft',
    ahead: 'Beginnt später',
    over: 'Vorbei',
    revoked: 'Zurückgenommen',
  },
  who: 'Wer',
  days: 'Tage',
  delegationReason: 'Grund',
  state: 'Stand',
  revoke: 'Zurücknehmen',
  revokeLabel: (name) => `Zurücknehmen: Übertragung an ${name}`,
  revokeLead: 'Ab dann zeichnet niemand mehr für Sie. Was gezeichnet wurde, bleibt.',
  revokeRefusals: { 'no-such-delegation': 'Diese Übertragung gibt es nicht mehr.' },
  newDelegation: 'Jemandem übertragen',
  colleague: 'Kollegin oder Kollege',
  fromOn: 'Erster Tag',
  toOn: 'Letzter Tag',
  delegate: 'Übertragen',
  noColleagues:
    'Sonst verfolgt niemand aus Ihrem Haus dieses Projekt. Bitten Sie Ihre Projektleitung, jemanden einzuladen.',
  signatoriesDelegate: 'Übertragen können die Zeichnungsberechtigten.',
  notDelegated: 'Es wurde nichts übertragen',
  delegationRefusals: {
    'no-such-project': 'Dieses Projekt ist für Sie nicht mehr offen.',
    'not-a-signatory': 'Übertragen können die Zeichnungsberechtigten.',
    'no-such-colleague': 'Diese Person verfolgt das Projekt nicht.',
    'ends-before-it-begins': 'Der letzte Tag darf nicht vor dem ersten und nicht vor heute liegen.',
    'too-long': 'Eine Übertragung gilt höchstens zwei Jahre.',
  },
}
