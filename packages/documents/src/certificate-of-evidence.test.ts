import { decisionEvidenceSchema, type DecisionEvidence } from '@countersign/evidence/evidence'
import { committed } from '@countersign/evidence/personal'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderCertificate } from './certificate'
import { certificateOfEvidence } from './certificate-of-evidence'
import { readPdf } from './pdf-text.fixture'

const id = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const digest = (digit: string) => digit.repeat(64)
let evidence: DecisionEvidence
beforeAll(async () => {
  const criterion = (at: number) => ({
    id: id(at),
    position: at,
    statement: `Criterion ${at}`,
    howChecked: '',
  })
  evidence = {
    schema: decisionEvidenceSchema,
    provider: { name: 'Halden Systems GmbH' },
    customer: { id: id(90), name: 'Meridian Freight Ltd' },
    project: { id: id(91), code: 'MER-24', name: 'Warehouse control', timeZone: 'Europe/Berlin' },
    deliverable: { id: id(92), code: 'D-03', name: 'Interface specification', kind: 'result' },
    submission: {
      id: id(93),
      submittedAt: '2026-03-10T09:00:00.000Z',
      submittedBy: id(94),
      message: '',
      digest: digest('a'),
      content: {
        projectId: id(91),
        deliverableId: id(92),
        version: 2,
        files: [{ name: 'spec.pdf', sha256: digest('b'), size: 12 }],
        criteria: [criterion(2), criterion(1)],
        releases: [{ name: 'M2', amountMinor: '4500000' }],
      },
    },
    decision: {
      id: id(95),
      digest: digest('c'),
      kind: 'signed',
      outcome: 'accepted-with-reservations',
      decidedAt: '2026-03-12T14:05:09.412Z',
      timeZone: 'Europe/Berlin',
      stage: 'provisional',
      reason: null,
      results: [
        { criterionId: id(1), result: 'met', comment: null },
        { criterionId: id(2), result: 'met-with-reservation', comment: await committed('Chapter 4 is thin') },
      ],
      reservations: [
        {
          id: id(96),
          position: 1,
          text: await committed('Review chapter 4'),
          criterionId: id(2),
          dueOn: '2026-04-01',
          owner: { side: 'provider', name: await committed('Jonas Feld') },
        },
      ],
      signatories: [
        {
          position: 1,
          contactId: id(97),
          name: await committed('Zoë Österreich'),
          email: await committed('zoe@meridian.example'),
          role: await committed('Head of Operations'),
          typedName: await committed('Zoë Österreich'),
          statement: await committed('I accept with reservations.'),
          authority: await committed({
            upToMinor: '25000000',
            currency: 'EUR',
            fromOn: '2026-01-01',
            toOn: null,
            evidence: 'Letter',
          }),
          identifiedBy: { method: 'password-within-five-minutes' },
          signedAt: '2026-03-12T14:05:09.412Z',
          timeZone: 'Europe/Berlin',
        },
      ],
    },
    releases: [{ milestone: 'M2', amountMinor: '4500000', currency: 'EUR', shareBasisPoints: 8000 }],
    ledger: {
      seq: 41,
      previous: digest('d'),
      hash: digest('e'),
      entry: '{}',
      head: { seq: 42, hash: digest('f') },
    },
    refersTo: [{ how: 'corrects', decisionId: id(98), decisionDigest: digest('9') }],
  }
})

const issue = { number: 'MER-24-D-03-V2', locale: 'en', evidenceDigest: digest('7') } as const

describe('the certificate of a decision’s evidence', () => {
  test('says all that the evidence says, criteria in their order, owners by name and side', async () => {
    const input = certificateOfEvidence(evidence, {
      ...issue,
      earlier: new Map([[id(98), 'MER-24-D-03-V1']]),
    })
    const { text, attachments } = await readPdf(await renderCertificate(input))
    for (const words of [
      'Provisional acceptance certificate',
      'Accepted with reservations',
      'I accept with reservations.',
      'Zoë Österreich',
      'Head of Operations',
      'up to €250,000.00',
      'given again within five minutes',
      'Comment: Chapter 4 is thin',
      'Review chapter 4 concerns criterion 2',
      'Jonas Feld, Halden Systems GmbH',
      '80% of this amount now',
      'Corrects MER-24-D-03-V1',
      digest('7'),
      digest('e'),
      digest('f'),
    ])
      expect(text).toContain(words)
    expect(text.indexOf('Criterion 1')).toBeLessThan(text.indexOf('Criterion 2'))
    expect(JSON.parse(Buffer.from(attachments['evidence.json']!).toString())).toEqual(evidence)
  })

  test('says of each test case what came of it, and which defects nobody closed', async () => {
    const run = { runBy: id(97), runAt: '2026-03-09T10:00:00.000Z', criterionPosition: 2 }
    const { submission } = evidence
    const tests: NonNullable<typeof submission.content.tests> = [
      { ...run, caseId: id(70), title: 'Pull the fibre', outcome: 'passed', defects: [] },
      {
        ...run,
        caseId: id(71),
        title: 'Way back',
        outcome: 'failed',
        defects: [
          { number: 3, description: 'The alarm stays red', isClosed: true },
          { number: 4, description: 'The old router is silent', isClosed: false },
        ],
      },
      { ...run, caseId: id(72), title: 'Night shift', outcome: null, runBy: null, runAt: null, defects: [] },
    ]
    const tested = { ...evidence, submission: { ...submission, content: { ...submission.content, tests } } }
    const { text } = await readPdf(await renderCertificate(certificateOfEvidence(tested, issue)))
    for (const words of [
      'Acceptance tests',
      'Pull the fibre passed',
      'Way back Open: defect 4 failed',
      'Night shift not run',
    ])
      expect(text).toContain(words)
    const without = await readPdf(await renderCertificate(certificateOfEvidence(evidence, issue)))
    expect(without.text).not.toContain('Acceptance tests')
  })

  test('says of a person whose data were erased that they were, and of nobody who never signed', async () => {
    const [signatory] = evidence.decision.signatories
    const { commitment } = signatory!.name
    const erased = { ...evidence.decision, signatories: [{ ...signatory!, name: { commitment } }] }
    const { text } = await readPdf(
      await renderCertificate(certificateOfEvidence({ ...evidence, decision: erased }, issue)),
    )
    expect(text).toContain('erased on request')
  })

  test('of a deemed acceptance names clause and clock, and nobody as signing', async () => {
    const { stage: _, ...rest } = evidence.decision
    const deemed: DecisionEvidence = {
      ...evidence,
      decision: {
        ...rest,
        kind: 'deemed',
        outcome: 'accepted',
        reservations: [],
        signatories: [],
        clause: { text: 'Silence for fifteen business days is acceptance.' },
        clock: {
          startedAt: '2026-02-19T09:00:00.000Z',
          firstDay: '2026-02-20',
          businessDays: 15,
          calendar: 'Hamburg',
          endedAt: '2026-03-12T14:05:09.412Z',
          reminders: [],
          pauses: [],
        },
      },
    }
    const { text } = await readPdf(await renderCertificate(certificateOfEvidence(deemed, issue)))
    expect(text).toContain('Deemed accepted, not signed under the contract’s clause below')
    expect(text).toContain('Silence for fifteen business days is acceptance.')
    expect(text).not.toContain('Name typed')
  })
})
