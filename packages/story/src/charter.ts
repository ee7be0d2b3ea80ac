import type { StaffActor, Tx } from '@countersign/db/connect'
import {
  acceptanceCriteria,
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { customers } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { scopeItems } from '@countersign/db/tables/scope'
import { renderCharter } from '@countersign/documents/charter'
import { and, asc, eq } from 'drizzle-orm'

/** Whose projects the story tells of. */
const provider = 'Halden Systems GmbH'

/** A project's first charter as the console makes it, from what was agreed on. */
export async function charterOf(
  tx: Tx,
  { projectId, by, at }: { projectId: string; by: StaffActor; at: Date },
) {
  const [agreed] = await tx
    .select()
    .from(projects)
    .innerJoin(customers, eq(customers.id, projects.customerId))
    .innerJoin(contracts, eq(contracts.projectId, projects.id))
    .where(eq(projects.id, projectId))
  const scope = await tx
    .select({ kind: scopeItems.kind, text: scopeItems.text })
    .from(scopeItems)
    .where(eq(scopeItems.projectId, projectId))
    .orderBy(asc(scopeItems.position))
  const results = await tx
    .select()
    .from(deliverables)
    .where(and(eq(deliverables.projectId, projectId), eq(deliverables.kind, 'result')))
    .orderBy(asc(deliverables.position))
  const criteria = await tx
    .select()
    .from(acceptanceCriteria)
    .where(eq(acceptanceCriteria.projectId, projectId))
    .orderBy(asc(acceptanceCriteria.position))
  const milestones = await tx
    .select({ name: tasks.name, finishesLocal: tasks.finishesLocal })
    .from(tasks)
    .where(and(eq(tasks.projectId, projectId), eq(tasks.isMilestone, true), eq(tasks.isSummary, false)))
    .orderBy(asc(tasks.finishesLocal), asc(tasks.position))
  const schedule = await tx
    .select()
    .from(billingMilestones)
    .where(eq(billingMilestones.projectId, projectId))
    .orderBy(asc(billingMilestones.position))
  const releases = await tx
    .select({ milestoneId: billingMilestoneReleases.billingMilestoneId, code: deliverables.code })
    .from(billingMilestoneReleases)
    .innerJoin(deliverables, eq(deliverables.id, billingMilestoneReleases.deliverableId))
    .where(eq(billingMilestoneReleases.projectId, projectId))
  const { projects: project, customers: customer, contracts: contract } = agreed!
  return renderCharter({
    project,
    customer: customer.name,
    provider,
    preparedBy: by.name,
    preparedAt: at,
    version: 1,
    locale: customer.locale,
    timeZone: project.timeZone,
    scope,
    deliverables: results.map((result) => ({
      ...result,
      criteria: criteria.filter(({ deliverableId }) => deliverableId === result.id),
    })),
    milestones: milestones.map(({ name, finishesLocal }) => ({ name, on: finishesLocal.slice(0, 10) })),
    payment: schedule.map((milestone) => ({
      ...milestone,
      releasedBy: releases.filter(({ milestoneId }) => milestoneId === milestone.id).map(({ code }) => code),
    })),
    currency: contract.currency,
    valueMinor: contract.valueMinor,
  })
}
