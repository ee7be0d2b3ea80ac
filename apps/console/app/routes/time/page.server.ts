import type { StaffActor, Tx } from '@countersign/db/connect'
import { localDateIn } from '@countersign/domain/calendar-day'
import { mondayOf } from '@countersign/domain/work-week'
import { addDays } from '@countersign/domain/calendar-day'
import { myMissedDays, myTasks, myTimer, tasksToLogOn } from './queries.server'
import { dayOf, weekOf } from './week'
import { lastClosedDay, myWeek, sentBackSince } from './week.server'

/** All of somebody's own work, at the week that the address asks for. */
export async function timePage(tx: Tx, me: StaffActor, url: URL, now: Date) {
  const today = localDateIn(me.timeZone, now)
  const monday = weekOf(url, today)
  const [mine, loggable, timer, missed, closedDay, sentBack, week] = await Promise.all([
    myTasks(tx, me),
    tasksToLogOn(tx, me),
    myTimer(tx, me),
    myMissedDays(tx, me, today),
    lastClosedDay(tx),
    sentBackSince(tx, me.staffId, addDays(mondayOf(today), -84)),
    myWeek(tx, me, monday, url.searchParams.get('rows') === 'last'),
  ])
  return {
    mine,
    loggable,
    timer,
    missed,
    lastClosedDay: closedDay,
    sentBack,
    week,
    monday,
    day: dayOf(url, monday, today),
    today,
    at: now.toISOString(),
  }
}
