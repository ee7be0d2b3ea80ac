import type { StaffActor, Tx } from '@countersign/db/connect'
import { acceptanceCriteria, deliverables } from '@countersign/db/tables/contract'
import { projectMembers, projects } from '@countersign/db/tables/projects'
import { presetFor } from '@countersign/domain/publication'
import type { Plan } from '@countersign/domain/schedule/plan'
import { schedulePlan } from '@countersign/domain/schedule/schedule-plan'
import { randomUUID } from 'node:crypto'
import { refused } from './result'
import { planSettings, writePlan } from './stored-plan'

/** What is said of a project before it begins. */
export type ProjectWords = {
  code: string
  name: string
  objective: string
  /** The charter's name and what its signature confirms, in the customer's language. */
  charter: { name: string; criteria: string[] }
  by: StaffActor
}

type Beginning = ProjectWords & {
  customer: { id: string; kind: 'external' | 'internal'; timeZone: string }
  plan: Plan
}

/**
 * Begins a project with a plan, dated by our own scheduler, and with its charter as the first thing to be signed;
 * whoever begins it manages it.
 */
export async function beginProject(
  tx: Tx,
  { code, name, objective, charter, by, customer, plan }: Beginning,
) {
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
      customerId: customer.id,
      managerId: by.staffId,
      publishes: presetFor(customer.kind),
      timeZone: customer.timeZone,
      ...planSettings(plan),
    })
    .onConflictDoNothing({ target: projects.code })
    .returning({ id: projects.id })
  if (founded.length === 0) return refused('code-taken')
  await tx.insert(projectMembers).values({ projectId, staffId: by.staffId })
  await writePlan(tx, projectId, plan, schedule.tasks)
  await addCharter(tx, projectId, charter)
  return { ok: true as const, projectId }
}

async function addCharter(tx: Tx, projectId: string, charter: ProjectWords['charter']) {
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
