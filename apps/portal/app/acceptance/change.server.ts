import type { ContactActor, Tx } from '@countersign/db/connect'
import { portalDecisions } from '@countersign/db/views/portal'
import { correctionConsent, withdrawalConsent } from '@countersign/documents/consent'
import { createFormat } from '@countersign/ui/i18n/format'
import type { Locale } from '@countersign/ui/i18n/locale'
import { and, eq } from 'drizzle-orm'
import { ceremonyMessages } from '../messages/ceremony'
import { outsideMessages } from '../messages/outside'
import { decidedOn, statementsFor } from '../routes/decision/queries.server'
import { submissionForDecision } from './queries.server'
import { whatBinds } from './what-binds.server'

/** A version with the decision in force on it, and whether this person may change that; null where there is none. */
export async function decisionToChange(tx: Tx, submissionId: string, me: ContactActor, now: Date) {
  const [facts, [decision], binding] = await Promise.all([
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
    whatBinds(tx, submissionId),
  ])
  if (!facts || !decision) return null
  return {
    ...facts,
    statements: statementsFor(facts, me, me.locale),
    ...binding,
    decision: { ...decision, decidedAt: decision.decidedAt.toISOString() },
  }
}

export type DecisionToChange = NonNullable<Awaited<ReturnType<typeof decisionToChange>>>

function earlierIn({ kind, outcome }: DecisionToChange['decision'], locale: Locale): string {
  const t = ceremonyMessages(locale)
  if (kind === 'outside') return outsideMessages(locale).is[outcome === 'rejected' ? 'rejected' : 'accepted']
  return kind === 'deemed' ? t.deemed : t.outcomeIs[outcome]
}

/** The words of a withdrawal, and of a correction by its outcome. */
export function changeStatements(facts: DecisionToChange, me: ContactActor, locale: Locale) {
  const { decision } = facts
  const changed = {
    ...decidedOn(facts, me),
    // A correction is one person's, however many signed before.
    isOneOfSeveral: false,
    earlier: earlierIn(decision, locale),
    earlierOn: createFormat(locale, decision.timeZone).instant(decision.decidedAt),
  }
  return {
    withdrawal: withdrawalConsent(locale, changed),
    accepted: correctionConsent('accepted', locale, changed),
    'accepted-with-reservations': correctionConsent('accepted-with-reservations', locale, changed),
    rejected: correctionConsent('rejected', locale, changed),
  }
}
