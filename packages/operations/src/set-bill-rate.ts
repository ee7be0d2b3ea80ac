import type { StaffActor, Tx } from '@countersign/db/connect'
import { contracts } from '@countersign/db/tables/contract'
import { billRates } from '@countersign/db/tables/rates'
import { addDays, type LocalDate } from '@countersign/domain/calendar-day'
import { and, eq, isNull, lt } from 'drizzle-orm'
import { inForceBetween, rateRefusal } from './rate-periods'
import { refused, undoneIfRefused } from './result'

type BillRate = {
  projectId: string
  jobRole: string
  /** In the contract's currency; 0 for what is done for nothing. */
  hourMinor: bigint
  overtimeHourMinor?: bigint | null
  fromOn: LocalDate
  toOn?: LocalDate | null
  by: StaffActor
}

/** What the customer pays for an hour of a role by a project's contract; periods as with cost rates. */
export async function setBillRate(
  tx: Tx,
  { projectId, jobRole, fromOn, toOn = null, by, ...hours }: BillRate,
) {
  const [contract] = await tx
    .select({ currency: contracts.currency })
    .from(contracts)
    .where(eq(contracts.projectId, projectId))
  if (!contract) return refused('no-contract')
  if (toOn !== null && toOn < fromOn) return refused('ends-before-it-begins')
  const same = and(eq(billRates.projectId, projectId), eq(billRates.jobRole, jobRole))
  return undoneIfRefused(tx, async (inner) => {
    try {
      return await inner.transaction(async (deeper) => {
        if (toOn === null)
          await deeper
            .update(billRates)
            .set({ toOn: addDays(fromOn, -1) })
            .where(and(same, lt(billRates.fromOn, fromOn), isNull(billRates.toOn)))
        await deeper
          .insert(billRates)
          .values({ projectId, jobRole, ...hours, fromOn, toOn, recordedBy: by.staffId })
        return { ok: true as const }
      })
    } catch (error) {
      const [other] = await inner
        .select({ fromOn: billRates.fromOn, toOn: billRates.toOn })
        .from(billRates)
        .where(and(same, inForceBetween(billRates, fromOn, toOn)))
        .limit(1)
      return rateRefusal(error, other)
    }
  })
}
