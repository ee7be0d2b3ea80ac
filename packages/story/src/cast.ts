import type { StaffRole } from '@countersign/db/connect'

/** Everybody in the demo has this password: a signatory needs it to sign. */
export const castPassword = 'lantern-copper-harbour-42'

type CastStaff = { name: string; email: string; role: StaffRole; jobRole: string; locale: 'en' | 'de' }

export const staffCast = {
  mara: {
    name: 'Mara Lindqvist',
    email: 'mara@halden.example',
    role: 'project_manager',
    jobRole: 'project manager',
    locale: 'en',
  },
  jonas: {
    name: 'Jonas Weber',
    email: 'jonas@halden.example',
    role: 'project_manager',
    jobRole: 'project manager',
    locale: 'de',
  },
  tomas: {
    name: 'Tomás Rey',
    email: 'tomas@halden.example',
    role: 'team_member',
    jobRole: 'network engineer',
    locale: 'en',
  },
  aiko: {
    name: 'Aiko Brandt',
    email: 'aiko@halden.example',
    role: 'team_member',
    jobRole: 'developer',
    locale: 'de',
  },
  priya: {
    name: 'Priya Nair',
    email: 'priya@halden.example',
    role: 'finance',
    jobRole: 'controller',
    locale: 'en',
  },
  noor: {
    name: 'Noor Haddad',
    email: 'noor@halden.example',
    role: 'finance',
    jobRole: 'accountant',
    locale: 'de',
  },
  ewan: {
    name: 'Ewan Clarke',
    email: 'ewan@halden.example',
    role: 'executive',
    jobRole: 'partner',
    locale: 'en',
  },
  ines: {
    name: 'Ines Vogel',
    email: 'ines@halden.example',
    role: 'administrator',
    jobRole: 'operations',
    locale: 'de',
  },
  vera: {
    name: 'Vera Holm',
    email: 'vera.holm@kranwerk.example',
    role: 'vendor',
    jobRole: 'sales',
    locale: 'de',
  },
} as const satisfies Record<string, CastStaff>
export type StaffName = keyof typeof staffCast

/** Whom we buy from: Vera's, and another one. */
export const vendorCast = {
  kranwerk: {
    name: 'Kranwerk Kiel GmbH',
    address: 'Am Kai 7\n24159 Kiel\nDeutschland',
    taxNumber: 'DE811234567',
  },
  messtechnik: {
    name: 'Messtechnik Nord AG',
    address: 'Lindenallee 40\n22869 Schenefeld\nDeutschland',
    taxNumber: 'DE298765432',
  },
} as const

export const customerCast = {
  harbour: {
    name: 'Harbour Telecom plc',
    kind: 'external',
    address: '12 Quay Street\nBristol BS1 4DJ\nUnited Kingdom',
    locale: 'en',
    timeZone: 'Europe/London',
  },
  lindau: {
    name: 'Stadtwerke Lindau GmbH',
    kind: 'external',
    address: 'Auenstraße 12\n88131 Lindau\nDeutschland',
    locale: 'de',
    timeZone: 'Europe/Berlin',
  },
  nordwerft: {
    name: 'Nordwerft GmbH',
    kind: 'external',
    address: 'Werftstraße 12\n24143 Kiel\nDeutschland',
    locale: 'de',
    timeZone: 'Europe/Berlin',
  },
  groupIt: {
    name: 'Halden Group IT',
    kind: 'internal',
    address: 'Speicherweg 4\n20457 Hamburg\nGermany',
    locale: 'en',
    timeZone: 'Europe/Berlin',
  },
} as const

export const contactCast = {
  grace: { name: 'Grace Okafor', email: 'grace.okafor@harbour.example', jobTitle: 'Head of Networks' },
  daniel: { name: 'Daniel Roth', email: 'daniel.roth@harbour.example', jobTitle: 'Site Operations Lead' },
  lena: { name: 'Lena Hart', email: 'lena.hart@harbour.example', jobTitle: 'Programme Office' },
  katrin: {
    name: 'Katrin Sommer',
    email: 'katrin.sommer@stadtwerke-lindau.example',
    jobTitle: 'Leiterin Kundenservice',
  },
  henrik: {
    name: 'Henrik Petersen',
    email: 'henrik.petersen@nordwerft.example',
    jobTitle: 'Leiter Produktion',
  },
  wiebke: {
    name: 'Wiebke Jansen',
    email: 'wiebke.jansen@nordwerft.example',
    jobTitle: 'Leiterin Einkauf',
  },
  samuel: { name: 'Samuel Ott', email: 'samuel.ott@halden.example', jobTitle: 'Head of Workplace' },
} as const
export type ContactName = keyof typeof contactCast

/** Of the contacts, who has not opened the invitation yet: the mailbox shows it. */
export const notYetArrived: readonly ContactName[] = ['lena']
