import type { StaffActor, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { planImports } from '@countersign/db/tables/plan-imports'
import { projects } from '@countersign/db/tables/projects'
import type { Covered } from '@countersign/domain/plan-merge/read-again'
import type { Plan } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { eq } from 'drizzle-orm'
import { refused } from './result'

type PlanImport = {
  /** Whose project it is to found, or the project that it is to change. */
  into: { customerId: string } | { projectId: string }
  fileName: string
  fileSha256: string
  title: string
  plan: Plan
  /** Of a table: what it has columns for. */
  covers?: Covered | null
  notUnderstood: unknown[]
  by: StaffActor
}

/** Keeps a plan that was read until its preview is accepted. A plan that cannot be dated is refused by name. */
export async function recordPlanImport(tx: Tx, { into, by, ...read }: PlanImport) {
  const customerId = await customerOf(tx, into)
  if (customerId === null) return refused('projectId' in into ? 'no-such-project' : 'no-such-customer')
  const schedule = schedulePlan(read.plan)
  if (!schedule.ok) return schedule
  const [row] = await tx
    .insert(planImports)
    .values({
      ...read,
      customerId,
      intoProjectId: 'projectId' in into ? into.projectId : null,
      readBy: by.staffId,
    })
    .returning({ id: planImports.id })
  return { ok: true as const, importId: row!.id }
}

async function customerOf(tx: Tx, into: PlanImport['into']): Promise<string | null> {
  const [row] =
    'projectId' in into
      ? await tx.select({ id: projects.customerId }).from(projects).where(eq(projects.id, into.projectId))
      : await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, into.customerId))
  return row?.id ?? null
}
