import type { Tx } from '@countersign/db/connect'
import { createFormat } from '@countersign/ui/i18n/format'
import { consoleDeliverable, portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { WorkerSettings } from '../settings'
import type { DecidedSubmission } from './decided-submission'
import { activeContacts } from './project-people'

/** Both sides learn that the contract made an acceptance of silence, by which clause, and get its certificate. */
export async function writeDeemedMails(
  tx: Tx,
  decided: DecidedSubmission,
  certificate: { number: string; sha256: string },
  settings: WorkerSettings,
) {
  const { decision, project, deliverable, version, submissionId } = decided
  const theirs = (await activeContacts(tx, project.id)).filter(
    ({ role }) => role === 'signatory' || role === 'portal_administrator',
  )
  const people = [
    ...theirs.map((person) => ({ ...person, isOurs: false })),
    { ...project.manager, isOurs: true },
  ]
  for (const person of people) {
    const words = letterMessages(person.locale)
    const own = words.deemed
    await writeMail(tx, {
      key: `certificate of ${decision.id} to ${person.email}`,
      to: person,
      attachments: [
        { name: `${certificate.number}.pdf`, sha256: certificate.sha256, mediaType: 'application/pdf' },
      ],
      letter: () => ({
        subject: own.subject(words.inVersion(deliverable.name, version)),
        paragraphs: [person.isOurs ? own.toUs(project.customer.name) : own.toCustomer],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          {
            label: words.deliverable,
            value: words.inVersion(`${deliverable.code} · ${deliverable.name}`, version),
          },
          { label: own.clause, value: decision.clause ?? '' },
          { label: words.acceptance.certificate, value: certificate.number },
          {
            label: own.deemedAt,
            value: createFormat(person.locale, person.timeZone).instant(decision.decidedAt),
          },
        ],
        button: person.isOurs
          ? {
              label: words.acceptance.buttonForUs,
              href: consoleDeliverable(settings, project.id, decided.evidence.submission.deliverableId),
            }
          : { label: words.acceptance.button, href: portalSubmission(settings, submissionId) },
      }),
    })
  }
}
