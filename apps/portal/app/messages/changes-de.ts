import type { ChangesMessages } from './changes-en'

export const changesDe: ChangesMessages = {
  title: 'Änderungen',
  note: 'Das Vereinbarte ändert sich nur, wenn jemand mit Zeichnungsberechtigung aus Ihrem Haus es genehmigt.',
  none: 'Es wurde keine Änderung vorgeschlagen',
  noneText: 'Soll etwas anders gemacht werden als vereinbart, lesen Sie hier was, warum und für wie viel.',
  number: (number) => `Änderung ${number}`,
  pageTitle: (number, title) => `Änderung ${number}: ${title}`,
  change: 'Änderung',
  back: 'Alle Änderungen',
  state: {
    proposed: 'Wartet auf Entscheidung',
    approved: 'Genehmigt',
    rejected: 'Abgelehnt',
    withdrawn: 'Zurückgezogen',
  },
  proposed: (when, who) => `Vorgeschlagen ${when} von ${who}`,
  decided: {
    approved: (when, who) => `Genehmigt ${when} von ${who}`,
    rejected: (when, who) => `Abgelehnt ${when} von ${who}`,
    withdrawn: (when, who) => `Zurückgezogen ${when} von ${who}`,
  },
  content: 'Was sich ändern soll',
  scope: 'Was zu tun ist',
  reason: 'Warum',
  value: 'Wert der Änderung',
  dates: 'Termine',
  daysLater: (days) =>
    days === 0
      ? 'bleiben wie vereinbart'
      : days > 0
        ? `${days} ${days === 1 ? 'Arbeitstag' : 'Arbeitstage'} später`
        : `${-days} ${days === -1 ? 'Arbeitstag' : 'Arbeitstage'} früher`,
  more: (amount) => `${amount} mehr`,
  less: (amount) => `${amount} weniger`,
  same: 'keine Preisänderung',
  lines: 'Im Vertrag',
  line: 'Vertragsposition',
  milestones: 'Im Zahlungsplan',
  milestone: 'Abrechnungsmeilenstein',
  amount: 'Betrag',
  isNew: 'neu',
  onAcceptanceOf: (deliverable) => `abrechenbar mit Abnahme von ${deliverable}`,
  onDay: (day) => `fällig am ${day}`,
  kinds: {
    'fixed-price': 'Festpreis',
    'time-and-material': 'nach Aufwand',
    capped: 'nach Aufwand mit Obergrenze',
    retainer: 'Pauschale je Zeitraum',
    'non-billable': 'ohne Berechnung',
  },
  contract: 'Was der Vertrag wert ist',
  contractNote: 'Was unterschrieben wurde und jede Änderung, die Sie genehmigt haben.',
  original: 'Unterschrieben',
  changed: 'Änderungen',
  current: 'Heute',
  sum: 'Summe, netto',
  digest: 'Fingerabdruck dieser Änderung (SHA-256)',
  words: 'Was erklärt wurde',
  theirReason: 'Begründung',
  ceremony: 'Ihre Entscheidung',
  outcome: 'Wie entscheiden Sie?',
  approve: 'Änderung genehmigen',
  approveHint: 'Sie wird sofort Teil des Vertrags, mit allem, was sie am Zahlungsplan ändert.',
  reject: 'Änderung ablehnen',
  rejectHint: 'Der Vertrag bleibt, wie er ist.',
  rejectReason: 'Warum Sie ablehnen',
  rejectReasonHint: 'Ihre Projektleitung liest es.',
  signature: 'Ihre Zeichnung',
  binding:
    'Ihre Zeichnung ist verbindlich: Die Entscheidung wird mit Ihrem Namen, dem Zeitpunkt und dem Fingerabdruck dieser Änderung festgehalten und lässt sich danach nicht ändern. Beide Seiten erhalten eine E-Mail.',
  sign: 'Entscheidung zeichnen',
  refusals: {
    'no-such-change': 'Diese Änderung ist für Sie nicht mehr offen.',
    'no-longer-fits':
      'Etwas, das diese Änderung betrifft, wurde inzwischen vorgelegt, abgenommen oder abgerechnet. Ihre Projektleitung muss sie neu vorschlagen.',
    'reason-missing': 'Schreiben Sie, warum Sie die Änderung ablehnen.',
    'already-decided': 'Über diese Änderung wurde inzwischen entschieden, oder sie wurde zurückgezogen.',
    'not-a-signatory': 'Sie verfolgen dieses Projekt; entscheiden können die Zeichnungsberechtigten.',
    'no-authority':
      'Für Sie ist an diesem Tag keine Berechtigung eingetragen, Änderungen zu genehmigen. Fragen Sie jemanden aus Ihrem Haus oder Ihre Projektleitung.',
    'beyond-authority':
      'Der Wert übersteigt Ihre Zeichnungsberechtigung. Bitten Sie jemanden aus Ihrem Haus mit höherer Berechtigung.',
  },
  waiting: (number) => `Änderung ${number} wartet auf Ihre Genehmigung`,
  waitingLink: 'Lesen und entscheiden',
}
