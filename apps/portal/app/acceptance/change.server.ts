import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalDecisions } from '@countersign/db/views/portal'
import { correctionConsent, withdrawalConsent } from '@countersign/documents/consent'
import { createFormat } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { and, eq } from 'drizzle-orm'
import { ceremonyMessages } from '../messages/ceremony'
import { decidedOn, statementsFor } from '../routes/decision/queries.server'
import { submissionForDecision } from './queries.server'
import { isBilled } from './what-is-billed.server'

/** A version with the decision in force on it, and whether this person may change that; null where there is none. */
export async function decisionToChange(tx: Tx, submissionId: string, me: ContactActor, now: Date) {
  const [facts, [decision], billed] = await Promise.all([
    submissionForDecision(tx, submissionId, me, now),
    tx
      .select({
        kind: portalDecisions.kind,
        outcome: portalDecisions.outcome,
        decidedAt: portalDecisions.decidedAt,
        decidedByName: portalDecisions.decidedByName,
        timeZone: portalDecisions.timeZone,
      })
      .from(portalDecisions)
      .where(and(eq(portalDecisions.submissionId, submissionId), eq(portalDecisions.isInForce, true))),
    isBilled(tx, submissionId),
  ])
  if (!facts || !decision) return null
  return {
    ...facts,
    statements: statementsFor(facts, me, me.locale),
    isBilled: billed,
    decision: { ...decision, decidedAt: decision.decidedAt.toISOString() },
  }
}

export type DecisionToChange = NonNullable<Awaited<ReturnType<typeof decisionToChange>>>

/** The words of a withdrawal, and of a correction by its outcome. */
export function changeStatements(facts: DecisionToChange, me: ContactActor, locale: Locale) {
  const { decision } = facts
  const t = ceremonyMessages(locale)
  const changed = {
    ...decidedOn(facts, me),
    // A correction is one person's, however many signed before.
    isOneOfSeveral: false,
    earlier: decision.kind === 'deemed' ? t.deemed : t.outcomeIs[decision.outcome],
    earlierOn: createFormat(locale, decision.timeZone).instant(decision.decidedAt),
  }
  return {
    withdrawal: withdrawalConsent(locale, changed),
    accepted: correctionConsent('accepted', locale, changed),
    'accepted-with-reservations': correctionConsent('accepted-with-reservations', locale, changed),
    rejected: correctionConsent('rejected', locale, changed),
  }
}
