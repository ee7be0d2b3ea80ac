import type { Tx } from '@countersign/db/connect'
import { outsideEnvelopes, outsideSigners } from '@countersign/db/tables/outside-decisions'
import { contacts, staff } from '@countersign/db/tables/people'
import { createFormat } from '@countersign/ui/i18n/format'
import { asc, eq } from 'drizzle-orm'
import { consoleDeliverable, portalSubmission } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { WorkerSettings } from '../settings'
import type { DecidedSubmission } from './decided-submission'
import { activeContacts } from './project-people'

/** Both sides learn what our side recorded as decided outside, on whose word, and where the envelope is to be read. */
export async function writeOutsideMails(
  tx: Tx,
  decided: DecidedSubmission,
  certificate: { number: string; sha256: string } | null,
  settings: WorkerSettings,
) {
  const { decision, project, deliverable, version, submissionId } = decided
  const { signers, ...envelope } = await envelopeOf(tx, decision.id)
  const theirs = (await activeContacts(tx, project.id)).filter(
    ({ role }) => role === 'signatory' || role === 'portal_administrator',
  )
  const people = [
    ...theirs.map((person) => ({ ...person, isOurs: false })),
    { ...project.manager, isOurs: true },
  ]
  for (const person of people) {
    const words = letterMessages(person.locale)
    const own = words.outside
    const subject = decision.outcome === 'rejected' ? own.rejected : own.accepted
    const instant = (at: Date) => createFormat(person.locale, person.timeZone).instant(at)
    await writeMail(tx, {
      key: `certificate of ${decision.id} to ${person.email}`,
      to: person,
      attachments: certificate
        ? [{ name: `${certificate.number}.pdf`, sha256: certificate.sha256, mediaType: 'application/pdf' }]
        : [],
      letter: () => ({
        subject: subject(words.inVersion(deliverable.name, version)),
        paragraphs: [
          own.what(envelope.recordedBy, signers.join(', '), envelope.service),
          ...(person.isOurs ? [] : [own.notSo]),
        ],
        facts: [
          { label: words.project, value: `${project.code} · ${project.name}` },
          {
            label: words.deliverable,
            value: words.inVersion(`${deliverable.code} · ${deliverable.name}`, version),
          },
          { label: own.envelope, value: `${envelope.service} · ${envelope.envelopeId}` },
          { label: own.completedAt, value: instant(envelope.completedAt) },
          { label: own.reason, value: decision.reason },
          ...(certificate ? [{ label: words.acceptance.certificate, value: certificate.number }] : []),
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

async function envelopeOf(tx: Tx, decisionId: string) {
  const [envelope] = await tx
    .select({
      service: outsideEnvelopes.service,
      envelopeId: outsideEnvelopes.envelopeId,
      completedAt: outsideEnvelopes.completedAt,
      recordedBy: staff.name,
    })
    .from(outsideEnvelopes)
    .innerJoin(staff, eq(staff.id, outsideEnvelopes.recordedBy))
    .where(eq(outsideEnvelopes.decisionId, decisionId))
  if (!envelope) throw new Error(`there is no envelope of decision ${decisionId}`)
  const signers = await tx
    .select({ name: contacts.name })
    .from(outsideSigners)
    .innerJoin(contacts, eq(contacts.id, outsideSigners.contactId))
    .where(eq(outsideSigners.decisionId, decisionId))
    .orderBy(asc(outsideSigners.position))
  return { ...envelope, signers: signers.map(({ name }) => name) }
}
