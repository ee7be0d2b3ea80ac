import type { Tx } from '@countersign/db/connect'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { sql } from 'drizzle-orm'
import { refused } from './result'
import { timeRefusal } from './time-refusal'

type Answer = {
  staffId: string
  weekOn: LocalDate
  /** `minutes`: what the line manager saw; more or less of it by now is not approved. */
  answer: { act: 'approved'; minutes: number } | { act: 'sent-back'; reason: string }
  now: Date
}

/**
 * The line manager's word on a week of somebody who reports to them: hours that no project's manager approves, and where
 * weeks are released those that a project found right. Whose reports they are, and which hours, the database says.
 */
export async function answerReportWeek(tx: Tx, { staffId, weekOn, answer, now }: Answer) {
  const minutes = answer.act === 'approved' ? answer.minutes : 0
  const reason = answer.act === 'sent-back' ? answer.reason : ''
  try {
    const [row] = await tx.transaction((inner) =>
      inner.execute<{
        said: 'done' | 'no-such-week' | 'no-reason' | 'nothing-handed-in' | 'changed-meanwhile'
      }>(sql`
        select app.answer_report_week(${staffId}, ${weekOn}::date, ${answer.act}, ${minutes}, ${reason},
          ${now.toISOString()}::timestamptz) as said`),
    )
    const { said } = row!
    return said === 'done' ? { ok: true as const } : refused(said)
  } catch (error) {
    return timeRefusal(error)
  }
}
