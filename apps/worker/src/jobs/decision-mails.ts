import type { Tx } from '@countersign/db/connect'
import { createFormat } from '@countersign/ui/i18n/format'
import { consoleDeliverable, portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { WorkerSettings } from '../settings'
import type { DecidedSubmission, SignedSubmission } from './decided-submission'
import { activeContacts } from './project-people'

type Certificate = { number: string; sha256: string }

/** The certificate goes to whoever signed, to the project manager, and to the customer's other signatories and portal
 * administrators: both sides hold the proof. */
export async function writeAcceptanceMails(
  tx: Tx,
  decided: SignedSubmission,
  certificate: Certificate,
  settings: WorkerSettings,
) {
  const { decision, project, signatory, submissionId } = decided
  const others = (await activeContacts(tx, project.id)).filter(
    ({ id, role }) => id !== signatory.id && (role === 'signatory' || role === 'portal_administrator'),
  )
  const people = [
    { ...signatory, side: 'signatory' as const },
    ...others.map((person) => ({ ...person, side: 'customer' as const })),
    { ...project.manager, side: 'provider' as const },
  ]
  for (const person of people) {
    const words = letterMessages(person.locale)
    const own = words.acceptance
    await writeMail(tx, {
      key: `certificate of ${decision.id} to ${person.email}`,
      to: person,
      attachments: [
        { name: `${certificate.number}.pdf`, sha256: certificate.sha256, mediaType: 'application/pdf' },
      ],
      letter: () => ({
        subject: own.subject(nameOf(decided, person.locale)),
        paragraphs: [
          person.side === 'signatory' ? own.toSignatory : own.toOthers(signatory.name, project.customer.name),
        ],
        facts: [
          ...whatOf(decided, person.locale),
          { label: own.certificate, value: certificate.number },
          { label: own.decidedAt, value: instantFor(person, decision.decidedAt) },
        ],
        button:
          person.side === 'provider'
            ? {
                label: own.buttonForUs,
                href: consoleDeliverable(settings, project.id, decided.evidence.submission.deliverableId),
              }
            : { label: own.button, href: portalSubmission(settings, submissionId) },
      }),
    })
  }
}

/** The project manager is told what is not met and why, in the customer's words. */
export async function writeRejectionMail(tx: Tx, decided: SignedSubmission, settings: WorkerSettings) {
  const { decision, project, signatory, evidence } = decided
  const words = letterMessages(project.manager.locale)
  const own = words.rejection
  const criterionOf = new Map(evidence.submission.criteria.map((criterion) => [criterion.id, criterion]))
  const unmet = evidence.results
    .filter(({ result }) => result === 'not-met')
    .map(({ criterionId, comment }) => ({ criterion: criterionOf.get(criterionId), comment }))
    .sort((a, b) => (a.criterion?.position ?? 0) - (b.criterion?.position ?? 0))
  await writeMail(tx, {
    key: `rejection of ${decision.id} to ${project.manager.email}`,
    to: project.manager,
    letter: () => ({
      subject: own.subject(nameOf(decided, project.manager.locale)),
      paragraphs: [own.what(signatory.name, project.customer.name)],
      facts: [
        ...unmet.map(({ criterion, comment }) => ({
          label: own.criterion(criterion?.position ?? 0),
          value: `${criterion?.statement ?? ''}\n${comment}`,
        })),
        ...whatOf(decided, project.manager.locale),
        { label: own.decidedAt, value: instantFor(project.manager, decision.decidedAt) },
      ],
      button: {
        label: own.button,
        href: consoleDeliverable(settings, project.id, decided.evidence.submission.deliverableId),
      },
    }),
  })
}

function nameOf({ deliverable, version }: DecidedSubmission, locale: 'en' | 'de') {
  return letterMessages(locale).inVersion(deliverable.name, version)
}

function whatOf(decided: DecidedSubmission, locale: 'en' | 'de') {
  const words = letterMessages(locale)
  const { project, deliverable, version } = decided
  return [
    { label: words.project, value: `${project.code} · ${project.name}` },
    {
      label: words.deliverable,
      value: words.inVersion(`${deliverable.code} · ${deliverable.name}`, version),
    },
  ]
}

function instantFor({ locale, timeZone }: { locale: 'en' | 'de'; timeZone: string }, at: Date) {
  return createFormat(locale, timeZone).instant(at)
}
