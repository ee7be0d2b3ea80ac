import type { StaffActor, Tx } from '@countersign/db/connect'
import { expenses } from '@countersign/db/tables/expenses'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { eq } from 'drizzle-orm'
import { closedDayOf } from './closed-day'
import { brokenConstraint, refused, undoneIfRefused } from './result'

type Correction = {
  expenseId: string
  /** What is right instead, in the expense's own currency; null takes it back and puts nothing in its place. */
  right: { grossMinor: bigint; taxMinor: bigint; isBillable: boolean } | null
  reason: string
  today: LocalDate
  by: StaffActor
  now: Date
}

/** Corrects an expense of a closed month in the open one, as hours are corrected. The receipt stays with the old one. */
export async function correctExpense(tx: Tx, { expenseId, right, reason, today, by, now }: Correction) {
  const [old] = await tx.select().from(expenses).where(eq(expenses.id, expenseId))
  if (!old) return refused('no-such-entry')
  if (old.reverses) return refused('is-a-reversal')
  if (old.staffId === by.staffId) return refused('own-expense')
  const lastClosedDay = await closedDayOf(tx)
  if (lastClosedDay === null || old.bookedOn > lastClosedDay) return refused('month-open')
  if (reason.trim() === '') return refused('no-reason')
  if (right && (right.grossMinor <= 0n || right.taxMinor < 0n || right.taxMinor >= right.grossMinor))
    return refused('not-an-amount')
  const { projectId, taskId, contractLineId, staffId, category, spentOn, currency, isBillable } = old
  const same = { projectId, taskId, contractLineId, staffId, category, spentOn, currency }
  const approved = { submittedAt: now, approvedAt: now, approvedBy: by.staffId, bookedOn: today }
  const description = `${old.description} (${reason.trim()})`.slice(0, 500)
  return undoneIfRefused(tx, async (inner) => {
    try {
      await inner.insert(expenses).values({
        ...same,
        ...approved,
        description,
        isBillable,
        reverses: old.id,
        grossMinor: -old.grossMinor,
        taxMinor: -old.taxMinor,
        exchangeRate: old.exchangeRate,
        costMinor: old.costMinor === null ? null : -old.costMinor,
      })
      if (right)
        await inner.insert(expenses).values({ ...same, ...approved, ...right, description, corrects: old.id })
      return { ok: true as const }
    } catch (error) {
      const broken = brokenConstraint(error)
      if (broken === 'expenses_reversed_once') return refused('corrected-already')
      if (broken === 'month_is_open') return refused('month-closed')
      throw error
    }
  })
}
