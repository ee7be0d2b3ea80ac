import type { ContactActor, Tx } from '@countersign/db/connect'
import type { Locale } from '@countersign/ui/i18n/locale'
import { submissionForDecision, type SubmissionFacts } from '../../acceptance/queries.server'
import { decisionStatement } from '../../acceptance/statement'

/** What the ceremony shows, the statements word for word among it; null where the submission is not there. */
export async function ceremony(tx: Tx, submissionId: string, contact: ContactActor, now: Date) {
  const facts = await submissionForDecision(tx, submissionId, now)
  return facts && { ...facts, statements: statementsFor(facts, contact, contact.locale) }
}

export type Ceremony = NonNullable<Awaited<ReturnType<typeof ceremony>>>

export function statementsFor(facts: SubmissionFacts, contact: ContactActor, locale: Locale) {
  const { submission, project } = facts
  const signed = {
    ...submission,
    signatoryName: contact.name,
    customerName: project.customerName,
    valueMinor: BigInt(submission.value.minor),
  }
  return {
    accepted: decisionStatement('accepted', locale, signed),
    rejected: decisionStatement('rejected', locale, signed),
  }
}
