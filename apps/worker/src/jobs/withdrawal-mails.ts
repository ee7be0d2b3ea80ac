import type { Tx } from '@countersign/db/connect'
import { createFormat } from '@countersign/ui/i18n/format'
import { consoleDeliverable, portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { WorkerSettings } from '../settings'
import type { SignedSubmission } from './decided-submission'
import { activeContacts } from './project-people'

/** That a decision was taken back, and why: to the project manager and to the customer's signatories. */
export async function writeWithdrawalMails(tx: Tx, decided: SignedSubmission, settings: WorkerSettings) {
  const { decision, project, signatory, submissionId, deliverable, version, evidence } = decided
  const signatories = (await activeContacts(tx, project.id)).filter(({ role }) => role === 'signatory')
  const ours = consoleDeliverable(settings, project.id, evidence.submission.deliverableId)
  const people = [
    { ...project.manager, href: ours },
    ...signatories.map((person) => ({ ...person, href: portalSubmission(settings, submissionId) })),
  ]
  for (const { href, ...person } of people) {
    const words = letterMessages(person.locale)
    const own = words.withdrawal
    await writeMail(tx, {
      key: `withdrawal of ${decision.id} to ${person.email}`,
      to: person,
      letter: () => ({
        subject: own.subject(words.inVersion(deliverable.name, version)),
        paragraphs: [own.what(signatory.name, project.customer.name)],
        facts: [
          { label: own.reason, value: decision.reason },
          { label: words.project, value: `${project.code} · ${project.name}` },
          {
            label: words.deliverable,
            value: words.inVersion(`${deliverable.code} · ${deliverable.name}`, version),
          },
          {
            label: own.withdrawnAt,
            value: createFormat(person.locale, person.timeZone).instant(decision.decidedAt),
          },
        ],
        button: { label: own.button, href },
      }),
    })
  }
}
