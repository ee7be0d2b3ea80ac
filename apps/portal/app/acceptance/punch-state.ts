import type { LocalDate } from '@countersign/domain/calendar-day'
import type { Tone } from '@countersign/ui/badge'
import { type PunchState, punchState } from '@countersign/domain/punch-items'

export type { PunchState }
export const punchTone: Record<PunchState, Tone> = {
  open: 'waiting',
  reported: 'draft',
  closed: 'paid',
  overdue: 'overdue',
}

type Report = { note: string; at: string; by: string }
type Row = { dueOn: LocalDate; closedAt: Date | null; reports: unknown }

/** A point as the database's view gives it, with where it stands on a day. */
export function withPunchState<R extends Row>({ closedAt, ...row }: R, today: LocalDate) {
  const reports = row.reports as Report[]
  const item = { dueOn: row.dueOn, isReported: reports.length > 0, isClosed: closedAt !== null }
  return { ...row, reports, closedAt: closedAt?.toISOString() ?? null, state: punchState(item, today) }
}
