import type { StaffActor, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { planImports } from '@countersign/db/tables/plan'
import type { Plan } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type PlanImport = {
  customerId: string
  fileName: string
  fileSha256: string
  title: string
  plan: Plan
  notUnderstood: unknown[]
  by: StaffActor
}

/** Keeps a plan that was read until its preview is accepted. A plan that cannot be dated is refused by name. */
export async function recordPlanImport(tx: Tx, { by, ...read }: PlanImport) {
  const [customer] = await tx
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.id, read.customerId))
  if (!customer) return refused('no-such-customer')
  const schedule = schedulePlan(read.plan)
  if (!schedule.ok) return { ...refused(schedule.why), names: schedule.names }
  const [row] = await tx
    .insert(planImports)
    .values({ ...read, readBy: by.staffId })
    .returning({ id: planImports.id })
  return { ok: true as const, importId: row!.id }
}
