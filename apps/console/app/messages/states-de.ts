import type { StatesMessages } from './states-en'

export const statesDe: StatesMessages = {
  deliverable: {
    draft: 'Entwurf',
    submitted: 'Wartet auf den Kunden',
    accepted: 'Abgenommen',
    'accepted-with-reservations': 'Unter Vorbehalt abgenommen',
    rejected: 'Abgelehnt',
  },
  billing: {
    'not-yet': 'Noch nicht abrechenbar',
    billable: 'Abrechenbar',
    invoiced: 'Berechnet',
    paid: 'Bezahlt',
  },
  health: { 'on-track': 'Im Plan', 'at-risk': 'Gefährdet', 'off-track': 'Nicht im Plan' },
  milestoneKinds: { delivery: 'Lieferung', acceptance: 'Abnahme', billing: 'Zahlung' },
  scope: { 'in-scope': 'Im Umfang', 'out-of-scope': 'Nicht im Umfang', assumption: 'Annahmen' },
  contactRoles: {
    viewer: 'Mitlesend',
    contributor: 'Mitwirkend',
    tester: 'Testend',
    signatory: 'Zeichnungsberechtigt',
    portal_administrator: 'Portalverwaltung',
  },
}
