import type { StaffActor, Tx } from '@countersign/db/connect'
import { customers } from '@countersign/db/tables/people'
import { planImports } from '@countersign/db/tables/plan-imports'
import { projectMembers, projects } from '@countersign/db/tables/projects'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { presetFor } from '@countersign/domain/publication'
import type { Plan } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { and, eq, isNull } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { refused } from './result'
import { planSettings, writePlan } from './stored-plan'

type FoundProject = {
  importId: string
  code: string
  name: string
  objective: string
  /** The charter's name and what its signature confirms, in the customer's language. */
  charter: { name: string; criteria: string[] }
  by: StaffActor
  now: Date
}

/**
 * Accepts an imported plan: the project begins with its tasks, links and calendars, dated by our own scheduler, and
 * with its charter as the first thing to be signed. An import founds one project.
 */
export async function foundProject(
  tx: Tx,
  { importId, code, name, objective, charter, by, now }: FoundProject,
) {
  const [found] = await tx
    .select({
      plan: planImports.plan,
      customerId: customers.id,
      kind: customers.kind,
      timeZone: customers.timeZone,
    })
    .from(planImports)
    .innerJoin(customers, eq(customers.id, planImports.customerId))
    .where(
      and(eq(planImports.id, importId), isNull(planImports.projectId), isNull(planImports.intoProjectId)),
    )
    .for('update', { of: planImports })
  if (!found) return refused('no-such-import')
  const plan = found.plan as Plan
  const schedule = schedulePlan(plan)
  if (!schedule.ok) return refused('not-schedulable')

  const projectId = randomUUID()
  // Asked of the unique key, which knows other managers' projects too.
  const founded = await tx
    .insert(projects)
    .values({
      id: projectId,
      code,
      name,
      objective,
      customerId: found.customerId,
      managerId: by.staffId,
      publishes: presetFor(found.kind),
      timeZone: found.timeZone,
      ...planSettings(plan),
    })
    .onConflictDoNothing({ target: projects.code })
    .returning({ id: projects.id })
  if (founded.length === 0) return refused('code-taken')
  await tx.insert(projectMembers).values({ projectId, staffId: by.staffId })
  await writePlan(tx, projectId, plan, schedule.tasks)
  await addCharter(tx, projectId, charter)
  await tx.update(planImports).set({ projectId, acceptedAt: now }).where(eq(planImports.id, importId))
  return { ok: true as const, projectId }
}

async function addCharter(tx: Tx, projectId: string, charter: FoundProject['charter']) {
  const deliverableId = randomUUID()
  await tx
    .insert(deliverables)
    .values({ id: deliverableId, projectId, code: 'D0', name: charter.name, kind: 'charter', position: 0 })
  await tx.insert(acceptanceCriteria).values(
    charter.criteria.map((statement, index) => ({
      projectId,
      deliverableId,
      position: index + 1,
      statement,
    })),
  )
}
