import type { Tx } from '@countersign/db/connect'
import { acceptanceReminders } from '@countersign/db/tables/acceptance-clock'
import { decisions, submissions } from '@countersign/db/tables/delivery'
import { mails } from '@countersign/db/tables/mails'
import {
  noticesDue,
  readAcceptanceClock,
  whyNotDeemed,
  type ClockNotice,
} from '@countersign/domain/acceptance-clock'
import { addDays, beginningOfDay } from '@countersign/domain/calendar-day'
import type { AcceptanceClock } from '@countersign/evidence/evidence'
import { clockOf } from '@countersign/operations/acceptance-clock'
import { brokenConstraint } from '@countersign/operations/result'
import { alias } from 'drizzle-orm/pg-core'
import { and, asc, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import type { Work } from '../work'
import { writeNotices } from './clock-notices'

/** The database found out meanwhile that it is not so: somebody decided, stopped the clock or submitted anew. */
const overtaken = ['decisions_once', 'submission_is_the_latest', 'clock_is_running', 'period_has_run_out']

/**
 * Runs the clock of every open submission that has one: reminders and the warning on their days, and the acceptance that
 * the contract's clause makes of silence. However often and in how many workers it runs, each happens once.
 */
export async function runAcceptanceClocks({ db, settings }: Work, now: Date) {
  const open = await db.asLogin(submissionsWithClock)
  for (const submissionId of open) {
    const due = await db.asLogin((tx) => noticesOf(tx, submissionId, now))
    if (due.length > 0) await db.asLogin((tx) => writeNotices(tx, { submissionId, due, settings, now }))
    await db
      .asLogin((tx) => deemAccepted(tx, submissionId, now))
      .catch((error: unknown) => {
        if (!overtaken.includes(brokenConstraint(error) ?? '')) throw error
      })
  }
}

/** What was put before the customer with a period to decide, is the latest version, and has no decision of any kind. */
async function submissionsWithClock(tx: Tx): Promise<string[]> {
  const later = alias(submissions, 'later')
  const rows = await tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(
      and(
        sql`jsonb_typeof(${submissions.terms} -> 'acceptance') = 'object'`,
        notExists(
          tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.submissionId, submissions.id)),
        ),
        notExists(
          tx
            .select({ id: later.id })
            .from(later)
            .where(
              and(
                eq(later.deliverableId, submissions.deliverableId),
                sql`${later.version} > ${submissions.version}`,
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(submissions.submittedAt))
  return rows.map(({ id }) => id)
}

async function noticesOf(tx: Tx, submissionId: string, now: Date): Promise<ClockNotice[]> {
  const clock = await clockOf(tx, submissionId)
  return clock ? noticesDue(clock.terms, clock.facts, now) : []
}

/** Asks the database for the decision once the rule says so; it checks again what needs no calendar. */
async function deemAccepted(tx: Tx, submissionId: string, now: Date): Promise<void> {
  const clock = await clockOf(tx, submissionId)
  if (!clock) return
  const { terms, facts } = clock
  const reading = readAcceptanceClock(terms, facts, now)
  const sent = await sentReminders(tx, submissionId)
  const warning = sent.find(({ kind, lastDay }) => kind === 'warning' && lastDay === reading.lastDay)
  const isOpen = { isDecided: false, isSuperseded: false }
  if (whyNotDeemed({ ...isOpen, warnedAt: warning?.sentAt ?? null }, terms, facts, now)) return
  const record: AcceptanceClock = {
    startedAt: facts.submittedAt.toISOString(),
    firstDay: reading.firstDay,
    businessDays: terms.days,
    calendar: clock.calendar,
    endedAt: beginningOfDay(facts.timeZone, addDays(reading.lastDay, 1)).toISOString(),
    reminders: sent.map(({ sentAt, contactId, receipt }) => ({
      sentAt: sentAt.toISOString(),
      contactId,
      proof: receipt,
    })),
    pauses: clock.pauses.map(({ from, to, reason }) => ({
      from: from.toISOString(),
      to: (to ?? now).toISOString(),
      why: reason,
    })),
  }
  await tx.execute(
    sql`select app.record_deemed_acceptance(${submissionId}, ${JSON.stringify(record)}::jsonb)`,
  )
}

/** Reminders and warnings that went out, in that order. */
async function sentReminders(tx: Tx, submissionId: string) {
  const rows = await tx
    .select({
      kind: acceptanceReminders.kind,
      lastDay: acceptanceReminders.lastDay,
      contactId: acceptanceReminders.contactId,
      mailId: mails.id,
      sentAt: mails.sentAt,
      receipt: mails.receipt,
    })
    .from(acceptanceReminders)
    .innerJoin(mails, eq(mails.id, acceptanceReminders.mailId))
    .where(and(eq(acceptanceReminders.submissionId, submissionId), isNotNull(mails.sentAt)))
    .orderBy(asc(mails.sentAt), asc(mails.id))
  return rows.map(({ sentAt, receipt, mailId, ...row }) => ({
    ...row,
    sentAt: sentAt!,
    receipt: receipt || `mail ${mailId}`,
  }))
}
