import type { Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { planImports } from '@countersign/db/tables/plan-imports'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { planFromTemplate } from '@countersign/domain/project-template/plan-from-template'
import type { TemplatePhase } from '@countersign/domain/project-template/template'
import type { Plan } from '@countersign/domain/schedule/plan'
import { and, eq, isNull } from 'drizzle-orm'
import { beginPhases } from './begin-phases'
import { beginProject, type ProjectWords } from './begin-project'
import { refused } from './result'

type FoundProject = ProjectWords & { importId: string; now: Date }

/** Accepts an imported plan: the project begins with its tasks, links and calendars. An import founds one project. */
export async function foundProject(tx: Tx, { importId, now, ...words }: FoundProject) {
  const [found] = await tx
    .select({
      plan: planImports.plan,
      customer: { id: customers.id, kind: customers.kind, timeZone: customers.timeZone },
    })
    .from(planImports)
    .innerJoin(customers, eq(customers.id, planImports.customerId))
    .where(
      and(eq(planImports.id, importId), isNull(planImports.projectId), isNull(planImports.intoProjectId)),
    )
    .for('update', { of: planImports })
  if (!found) return refused('no-such-import')
  const begun = await beginProject(tx, { ...words, customer: found.customer, plan: found.plan as Plan })
  if (!begun.ok) return begun
  const { projectId } = begun
  await tx.update(planImports).set({ projectId, acceptedAt: now }).where(eq(planImports.id, importId))
  return begun
}

type FoundEmpty = ProjectWords & { customerId: string; startsOn: LocalDate; phases: TemplatePhase[] }

const nothing = { phases: [], tasks: [], links: [], deliverables: [], risks: [] }

/** Begins a project from nothing: a start, an ordinary week, the phases; its plan is written in the workspace. */
export async function foundEmptyProject(tx: Tx, { customerId, startsOn, phases, ...words }: FoundEmpty) {
  const customer = await customerOf(tx, customerId)
  if (!customer) return refused('no-such-customer')
  const begun = await beginProject(tx, { ...words, customer, plan: planFromTemplate(nothing, startsOn) })
  if (!begun.ok) return begun
  await beginPhases(tx, { projectId: begun.projectId, phases })
  return begun
}

/** A customer as a project begins with it; null where there is none. */
export async function customerOf(tx: Tx, customerId: string) {
  const [customer] = await tx
    .select({ id: customers.id, kind: customers.kind, timeZone: customers.timeZone })
    .from(customers)
    .where(eq(customers.id, customerId))
  return customer ?? null
}
