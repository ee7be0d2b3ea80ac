import type { Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { timeEntries, timeReminders } from '@countersign/db/tables/time'
import { addDays, localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import { missedDays } from '@countersign/domain/work-week'
import { createFormat } from '@countersign/ui/i18n/format'
import { and, eq, exists, gt, gte, inArray, sql } from 'drizzle-orm'
import { consoleTime } from '../addresses'
import { writeMail } from '../mail/write-mail'
import { letterMessages } from '../messages/letters'
import type { Work } from '../work'

/** Weekdays back that somebody is asked about; who has logged nothing for longer than `habitDays` is not asked. */
const lookBack = 5
const habitDays = 60
/** Not before people are at work. */
const firstHour = 8

/**
 * Once a day of the office's time zone: asks everybody who logs time about weekdays without an hour. Nobody is asked
 * about a day twice, however often it runs.
 */
export async function remindOfTime({ db, settings }: Work, now: Date): Promise<void> {
  const today = localDateIn(settings.officeTimeZone, now)
  if (hourIn(settings.officeTimeZone, now) < firstHour) return
  const people = await db.asLogin((tx) => whoLogsTime(tx, today))
  for (const person of people)
    await db.asLogin(async (tx) => {
      const days = await daysToAskAbout(tx, person.id, today)
      if (days.length === 0) return
      const own = letterMessages(person.locale).missedTime
      const { date, list } = createFormat(person.locale, person.timeZone)
      const mailId = await writeMail(tx, {
        key: `time of ${person.id} on ${days.join(', ')}`,
        to: person,
        letter: () => ({
          subject: own.subject(days.length),
          paragraphs: [own.what(list(days.map(date))), own.otherwise],
          facts: [],
          button: { label: own.button, href: consoleTime(settings, days[0]!) },
        }),
      })
      if (mailId === null) return
      await tx
        .insert(timeReminders)
        .values(days.map((missedOn) => ({ staffId: person.id, missedOn, mailId })))
    })
}

function whoLogsTime(tx: Tx, today: LocalDate) {
  return tx
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      locale: staff.locale,
      timeZone: staff.timeZone,
    })
    .from(staff)
    .where(
      and(
        eq(staff.isActive, true),
        inArray(staff.role, ['team_member', 'project_manager']),
        gt(staff.weeklyMinutes, 0),
        exists(
          tx
            .select({ id: timeEntries.id })
            .from(timeEntries)
            .where(
              and(eq(timeEntries.staffId, staff.id), gte(timeEntries.workedOn, addDays(today, -habitDays))),
            ),
        ),
      ),
    )
    .orderBy(staff.email)
}

/** Missed days of open months that nobody asked this person about yet. */
async function daysToAskAbout(tx: Tx, staffId: string, today: LocalDate): Promise<LocalDate[]> {
  const since = addDays(today, -habitDays)
  const logged = await tx
    .selectDistinct({ on: timeEntries.workedOn })
    .from(timeEntries)
    .where(and(eq(timeEntries.staffId, staffId), gte(timeEntries.workedOn, since)))
  const asked = await tx
    .select({ on: timeReminders.missedOn })
    .from(timeReminders)
    .where(and(eq(timeReminders.staffId, staffId), gte(timeReminders.missedOn, since)))
  const [closed] = await tx.execute<{ day: LocalDate | null }>(sql`select app.last_closed_day()::text as day`)
  const isAsked = new Set(asked.map(({ on }) => on))
  return missedDays(today, new Set(logged.map(({ on }) => on)), lookBack).filter(
    (day) => !isAsked.has(day) && day > (closed?.day ?? ''),
  )
}

function hourIn(timeZone: string, now: Date): number {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone })
  return Number(format.format(now))
}
