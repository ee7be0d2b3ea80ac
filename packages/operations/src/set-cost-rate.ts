import type { StaffActor, Tx } from '@countersign/db/connect'
import { costRates } from '@countersign/db/tables/costs'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { refused } from './result'

type CostRate = { jobRole: string; currency: string; hourMinor: bigint; fromOn: LocalDate; by: StaffActor }

/** What an hour of a role costs from a day on; the former rate ends the day before. One rate a role and day. */
export async function setCostRate(tx: Tx, { by, ...rate }: CostRate) {
  const written = await tx
    .insert(costRates)
    .values({ ...rate, recordedBy: by.staffId })
    .onConflictDoNothing()
    .returning({ id: costRates.id })
  return written.length === 0 ? refused('rate-exists') : { ok: true as const }
}
