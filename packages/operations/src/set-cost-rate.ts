import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { costRates } from '@countersign/db/tables/rates'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { isCurrency } from '@countersign/domain/currency'
import { and, eq, isNull, lt } from 'drizzle-orm'
import { inForceBetween, rateRefusal } from './rate-periods'
import { refused, undoneIfRefused } from './result'

/** The person's own, or the role's. */
type Whose = { jobRole: string; staffId?: undefined } | { staffId: string; jobRole?: undefined }

type CostRate = Whose & {
  currency: string
  hourMinor: bigint
  overtimeHourMinor?: bigint | null
  fromOn: LocalDate
  /** The last day; null until the next rate. */
  toOn?: LocalDate | null
  by: StaffActor
}

/**
 * What an hour of a role or a person costs from a day on, or from a day to a day. A former rate without an end ends the
 * day before one that has none either; two rates of one day and currency are refused, by the database too.
 */
export async function setCostRate(tx: Tx, { staffId, jobRole, ...rate }: CostRate) {
  const { currency, fromOn, toOn = null, by, ...hours } = rate
  if (!isCurrency(currency)) return refused('no-such-currency')
  if (toOn !== null && toOn < fromOn) return refused('ends-before-it-begins')
  const whose = staffId === undefined ? { staffId: null, jobRole } : await personsRole(tx, staffId)
  if (!whose) return refused('no-such-person')
  const same = and(
    eq(costRates.currency, currency),
    whose.staffId
      ? eq(costRates.staffId, whose.staffId)
      : and(isNull(costRates.staffId), eq(costRates.jobRole, whose.jobRole)),
  )
  return undoneIfRefused(tx, async (inner) => {
    try {
      return await inner.transaction(async (deeper) => {
        if (toOn === null)
          await deeper
            .update(costRates)
            .set({ toOn: addDays(fromOn, -1) })
            .where(and(same, lt(costRates.fromOn, fromOn), isNull(costRates.toOn)))
        await deeper
          .insert(costRates)
          .values({ ...whose, currency, ...hours, fromOn, toOn, recordedBy: by.staffId })
        return { ok: true as const }
      })
    } catch (error) {
      const others = inForceBetween(costRates, fromOn, toOn)
      const [other] = await inner
        .select({ fromOn: costRates.fromOn, toOn: costRates.toOn })
        .from(costRates)
        .where(and(same, others))
        .limit(1)
      return rateRefusal(error, other)
    }
  })
}

async function personsRole(tx: Tx, staffId: string) {
  const [person] = await tx.select({ jobRole: staff.jobRole }).from(staff).where(eq(staff.id, staffId))
  return person ? { staffId, jobRole: person.jobRole } : null
}
