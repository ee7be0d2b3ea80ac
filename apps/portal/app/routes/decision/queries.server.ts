import type { ContactActor, Tx } from '@countersign/db/connect'
import { decisionConsent } from '@countersign/documents/consent'
import { found } from '@countersign/http/found'
import { recordOpening } from '@countersign/operations/record-opening'
import type { Locale } from '@countersign/ui/i18n/locale'
import { submissionForDecision, type SubmissionFacts } from '../../acceptance/queries.server'

/** What the ceremony shows, the statements word for word among it; null where the submission is not there. */
export async function ceremony(tx: Tx, submissionId: string, contact: ContactActor, now: Date) {
  const facts = await submissionForDecision(tx, submissionId, contact, now)
  return facts && { ...facts, statements: statementsFor(facts, contact, contact.locale) }
}

export type Ceremony = NonNullable<Awaited<ReturnType<typeof ceremony>>>

/** The same for whoever opens the page, which is put on record with it. */
export async function openCeremony(tx: Tx, submissionId: string, contact: ContactActor, now: Date) {
  const facts = found(await ceremony(tx, submissionId, contact, now))
  await recordOpening(tx, { submissionId })
  return facts
}

/** What the words of consent name. */
export function decidedOn(
  { submission, project, onBehalfOf, signatures }: SubmissionFacts,
  contact: ContactActor,
) {
  return {
    ...submission,
    signatoryName: contact.name,
    customerName: project.customerName,
    valueMinor: BigInt(submission.value.minor),
    reservationBasisPoints: submission.terms?.reservationBasisPoints ?? 10_000,
    onBehalfOf,
    isOneOfSeveral: signatures.all.length > 1,
  }
}

export function statementsFor(facts: SubmissionFacts, contact: ContactActor, locale: Locale) {
  const signed = decidedOn(facts, contact)
  return {
    accepted: decisionConsent('accepted', locale, signed),
    'accepted-with-reservations': decisionConsent('accepted-with-reservations', locale, signed),
    rejected: decisionConsent('rejected', locale, signed),
  }
}
