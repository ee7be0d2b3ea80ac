import type { FrameMessages } from './frame-en'

export const frameDe: FrameMessages = {
  overview: 'Übersicht',
  signOut: 'Abmelden',
  health: { 'on-track': 'Im Plan', 'at-risk': 'Gefährdet', 'off-track': 'Nicht im Plan' },
  deliverableState: {
    draft: 'In Arbeit',
    submitted: 'Wartet auf Entscheidung',
    accepted: 'Abgenommen',
    'accepted-with-reservations': 'Unter Vorbehalt abgenommen',
    rejected: 'Abgelehnt',
  },
  billingState: {
    'not-yet': 'Noch nicht abrechenbar',
    billable: 'Abrechenbar',
    invoiced: 'Berechnet',
    paid: 'Bezahlt',
  },
  version: (version) => `Version ${version}`,
}
