import { createHash } from 'node:crypto'
import type { CertificateInput } from './certificate'
import type { CharterInput } from './charter'
import { everyKind } from './e-invoice/e-invoice.fixture'
import type { InvoiceInput } from './invoice'

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

export const certificate: CertificateInput = {
  number: 'AC-2026-0017',
  issuedAt: new Date('2026-03-12T14:05:12Z'),
  locale: 'en',
  timeZone: 'Europe/Berlin',
  provider: 'Halden Systems GmbH',
  customer: 'Meridian Freight Ltd',
  project: { code: 'MER-24', name: 'Warehouse control, phase 2' },
  deliverable: { code: 'D-03', name: 'Interface specification' },
  version: 2,
  files: [
    { name: 'interface-specification-v2.pdf', size: 1_482_733, sha256: digestOf('a') },
    { name: 'message-catalogue.xlsx', size: 88_120, sha256: digestOf('b') },
  ],
  criteria: [
    {
      position: 1,
      statement: 'Every message of the process list is specified with its fields → types',
      result: 'met',
      comment: null,
    },
    {
      position: 2,
      statement: 'Response times are stated for ≥ 95 % of the calls',
      result: 'met',
      comment: 'Checked against the load profile of February.',
    },
    { position: 3, statement: 'Reviewed by the carrier', result: null, comment: null },
  ],
  signatories: [
    {
      name: 'Zoë Österreich-Müller',
      typedName: 'Zoë Österreich-Müller',
      email: 'zoe.oesterreich@meridian.example',
      role: 'Head of Operations',
      authority: { upToMinor: 25_000_000n, currency: 'EUR' },
      identifiedBy: 'password-within-five-minutes',
      decidedAt: new Date('2026-03-12T14:05:09.412Z'),
      statement:
        'I accept version 2 of “Interface specification” (D-03) on behalf of Meridian Freight Ltd. I have checked the files listed and the acceptance criteria. I understand that this acceptance releases the billing milestones named with it.',
    },
  ],
  decidedAt: new Date('2026-03-12T14:05:09.412Z'),
  releases: [{ name: 'M2 Specification accepted', amountMinor: 4_500_000n, currency: 'EUR' }],
  submissionDigest: digestOf('submission'),
  decisionDigest: digestOf('decision'),
  ledger: { seq: 41, hash: digestOf('entry'), head: { seq: 42, hash: digestOf('head') } },
  verifyAt: 'https://portal.halden.example/verify',
  evidence: { decision: 'accepted', deliverable: 'D-03', version: 2 },
}

export const invoice: InvoiceInput = {
  ...everyKind.milestone!,
  issuedAt: new Date('2026-03-13T09:00:00Z'),
  locale: 'en',
  timeZone: 'Europe/Berlin',
  accepted: [
    {
      position: 1,
      code: 'D-03',
      name: 'Interface specification',
      acceptedAt: new Date('2026-03-12T14:05:09Z'),
      certificate: 'AC-2026-0017',
    },
  ],
  facturX: null,
}

export const charter: CharterInput = {
  project: {
    code: 'MER-24',
    name: 'Warehouse control, phase 2',
    objective:
      'Meridian Freight runs four warehouses on three systems. This project brings them onto one, so that a pallet is booked once and found at once.\nBy September, 99.5 % of bookings are visible at every site within a minute.',
  },
  customer: 'Meridian Freight Ltd',
  provider: 'Halden Systems GmbH',
  preparedBy: 'Jonas Feld',
  preparedAt: new Date('2026-01-15T10:00:00Z'),
  version: 1,
  locale: 'en',
  timeZone: 'Europe/Berlin',
  scope: [
    { kind: 'in-scope', text: 'Booking, stock and carrier interfaces for the four sites' },
    { kind: 'in-scope', text: 'Training of two key users for each site' },
    { kind: 'out-of-scope', text: 'Replacement of the scanners' },
    { kind: 'assumption', text: 'The customer names a contact for each site by the end of January' },
  ],
  deliverables: [
    {
      code: 'D-01',
      name: 'Process list',
      description: 'All processes of the four warehouses, with volumes and exceptions.',
      criteria: [
        {
          statement: 'Every process has an owner at the customer',
          howChecked: 'Walk-through with the site leads',
        },
        { statement: 'Volumes are stated for each month of the last year', howChecked: '' },
      ],
    },
    {
      code: 'D-03',
      name: 'Interface specification',
      description: 'Messages, fields and response times between the warehouse system and the carriers.',
      criteria: [
        { statement: 'Every message of the process list is specified', howChecked: 'Review, line by line' },
      ],
    },
  ],
  milestones: [
    { name: 'Specification accepted', on: '2026-03-16' },
    { name: 'First site live', on: '2026-06-01' },
    { name: 'All sites live', on: '2026-09-01' },
  ],
  payment: [
    { name: 'M1 Start', amountMinor: 3_000_000n, dueOn: '2026-02-01', releasedBy: [] },
    { name: 'M2 Specification accepted', amountMinor: 4_500_000n, dueOn: null, releasedBy: ['D-01', 'D-03'] },
  ],
  currency: 'EUR',
  valueMinor: 7_500_000n,
}

const reserved: Partial<CertificateInput> = {
  criteria: certificate.criteria.map((each) => ({ ...each, result: each.result ?? 'met-with-reservation' })),
  reservations: [
    {
      position: 1,
      text: 'The carrier has still to review chapter 4',
      criterion: 3,
      dueOn: '2026-04-01',
      owner: 'Halden Systems GmbH',
    },
  ],
  releases: [{ ...certificate.releases[0]!, shareBasisPoints: 8000 }],
}

/** Every kind of certificate that there is. */
export const certificateKinds: Record<string, CertificateInput> = {
  plain: certificate,
  'with reservations': { ...certificate, ...reserved },
  provisional: { ...certificate, ...reserved, stage: 'provisional' },
  final: {
    ...certificate,
    stage: 'final',
    refersTo: [{ how: 'completes', number: 'AC-2026-0009' }],
  },
  'of several signatories': {
    ...certificate,
    signatories: [
      certificate.signatories[0]!,
      {
        ...certificate.signatories[0]!,
        name: 'Jon Meridian',
        typedName: 'Jon Meridian',
        email: 'jon@meridian.example',
        role: 'Managing director',
        authority: { upToMinor: 100_000_000n, currency: 'EUR', delegatedBy: 'Ann Meridian' },
      },
    ],
  },
  deemed: {
    ...certificate,
    signatories: [],
    deemed: {
      clause: {
        reference: '§ 7 (3) of the contract of 3 January 2026',
        text: 'If the customer does not decide within fifteen business days, the deliverable counts as accepted.',
      },
      startedAt: new Date('2026-02-19T09:00:00Z'),
      businessDays: 15,
    },
  },
  outside: {
    ...certificate,
    signatories: [],
    criteria: certificate.criteria.map((each) => ({ ...each, result: null, comment: null })),
    outside: {
      service: 'Signing Service Ltd',
      envelopeId: '7f1c22aa-0b1e-4a53-9d7c-0e6d1f1c2b3a',
      completedAt: new Date('2026-03-12T16:40:00Z'),
      reason: 'The customer signs everything with its own service.',
      signers: certificate.signatories,
      files: [
        { is: 'document', name: 'Acceptance D1.pdf', size: 20_480, sha256: 'b'.repeat(64) },
        { is: 'completion', name: 'Certificate of completion.pdf', size: 9_216, sha256: 'c'.repeat(64) },
      ],
    },
  },
}
