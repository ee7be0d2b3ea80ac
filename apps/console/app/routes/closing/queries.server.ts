import type { Tx } from '@countersign/db/connect'
import { monthClosings } from '@countersign/db/tables/closing'
import { staff } from '@countersign/db/tables/people'
import { addMonths, type LocalDate } from '@countersign/domain/calendar-day'
import { monthOf } from '@countersign/domain/month'
import { closedDayOf } from '@countersign/operations/closed-day'
import { desc, eq } from 'drizzle-orm'

export type MonthRow = {
  monthOn: LocalDate
  state: 'closed' | 'next' | 'open' | 'running'
  last: { act: 'closed' | 'reopened'; by: string; at: string } | null
}

/** The months since the first that was closed, or the last half year where none is; the running one first. */
export async function monthsPage(tx: Tx, today: LocalDate) {
  const [lastClosedDay, acts] = await Promise.all([
    closedDayOf(tx),
    tx
      .select({
        monthOn: monthClosings.monthOn,
        act: monthClosings.act,
        by: staff.name,
        at: monthClosings.doneAt,
      })
      .from(monthClosings)
      .innerJoin(staff, eq(staff.id, monthClosings.doneBy))
      .orderBy(desc(monthClosings.doneAt)),
  ])
  const running = monthOf(today)
  const closed = acts.map(({ monthOn }) => monthOn).sort()
  const first = lastClosedDay === null ? addMonths(running, -6) : closed[0]!
  const months: MonthRow[] = []
  for (let monthOn = running; monthOn >= first && months.length < 120; monthOn = addMonths(monthOn, -1)) {
    const act = acts.find((each) => each.monthOn === monthOn)
    months.push({
      monthOn,
      state: stateOf(monthOn, running, lastClosedDay),
      last: act ? { act: act.act, by: act.by, at: act.at.toISOString() } : null,
    })
  }
  return { months, first, isAnyClosed: lastClosedDay !== null }
}

function stateOf(month: LocalDate, running: LocalDate, lastClosedDay: LocalDate | null): MonthRow['state'] {
  if (month === running) return 'running'
  if (lastClosedDay === null) return month === addMonths(running, -1) ? 'next' : 'open'
  if (month <= lastClosedDay) return 'closed'
  return month === addMonths(monthOf(lastClosedDay), 1) ? 'next' : 'open'
}
