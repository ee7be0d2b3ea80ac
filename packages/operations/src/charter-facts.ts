import type { Tx } from '@countersign/db/connect'
import {
  acceptanceCriteria,
  billingMilestoneReleases,
  billingMilestones,
  contracts,
  deliverables,
} from '@countersign/db/tables/contract'
import { contractLines } from '@countersign/db/tables/contract-lines'
import { customers } from '@countersign/db/tables/people'
import { tasks } from '@countersign/db/tables/plan'
import { projects } from '@countersign/db/tables/projects'
import { scopeItems } from '@countersign/db/tables/scope'
import { deliverableStates } from '@countersign/db/views/states'
import { and, asc, eq } from 'drizzle-orm'

/** Everything that a project's charter says, as it is written down now; null where there is no such project. */
export async function charterFacts(tx: Tx, projectId: string) {
  const [[project], scope, results, criteria, milestones, [contract], schedule, releases, [charter], lines] =
    await Promise.all([
      tx
        .select({
          code: projects.code,
          name: projects.name,
          objective: projects.objective,
          timeZone: projects.timeZone,
          customer: customers.name,
          locale: customers.locale,
        })
        .from(projects)
        .innerJoin(customers, eq(customers.id, projects.customerId))
        .where(eq(projects.id, projectId)),
      tx
        .select({ kind: scopeItems.kind, text: scopeItems.text })
        .from(scopeItems)
        .where(eq(scopeItems.projectId, projectId))
        .orderBy(asc(scopeItems.position)),
      tx
        .select()
        .from(deliverables)
        .where(and(eq(deliverables.projectId, projectId), eq(deliverables.kind, 'result')))
        .orderBy(asc(deliverables.position)),
      tx
        .select()
        .from(acceptanceCriteria)
        .where(eq(acceptanceCriteria.projectId, projectId))
        .orderBy(asc(acceptanceCriteria.position)),
      tx
        .select({ name: tasks.name, finishesLocal: tasks.finishesLocal })
        .from(tasks)
        .where(and(eq(tasks.projectId, projectId), eq(tasks.isMilestone, true), eq(tasks.isSummary, false)))
        .orderBy(asc(tasks.finishesLocal), asc(tasks.position)),
      tx.select().from(contracts).where(eq(contracts.projectId, projectId)),
      tx
        .select()
        .from(billingMilestones)
        .where(eq(billingMilestones.projectId, projectId))
        .orderBy(asc(billingMilestones.position)),
      tx
        .select({ milestoneId: billingMilestoneReleases.billingMilestoneId, code: deliverables.code })
        .from(billingMilestoneReleases)
        .innerJoin(deliverables, eq(deliverables.id, billingMilestoneReleases.deliverableId))
        .where(eq(billingMilestoneReleases.projectId, projectId))
        .orderBy(asc(deliverables.position)),
      tx
        .select({ version: deliverableStates.version })
        .from(deliverables)
        .innerJoin(deliverableStates, eq(deliverableStates.deliverableId, deliverables.id))
        .where(and(eq(deliverables.projectId, projectId), eq(deliverables.kind, 'charter'))),
      tx
        .select()
        .from(contractLines)
        .where(eq(contractLines.projectId, projectId))
        .orderBy(asc(contractLines.position)),
    ])
  if (!project) return null
  const { code, name, objective, customer, locale, timeZone } = project
  return {
    hasContract: contract !== undefined,
    project: { code, name, objective },
    customer,
    locale,
    timeZone,
    version: (charter?.version ?? 0) + 1,
    scope,
    deliverables: results.map((result) => ({
      code: result.code,
      name: result.name,
      description: result.description,
      criteria: criteria
        .filter(({ deliverableId }) => deliverableId === result.id)
        .map(({ statement, howChecked }) => ({ statement, howChecked })),
    })),
    milestones: milestones.map((milestone) => ({
      name: milestone.name,
      on: milestone.finishesLocal.slice(0, 10),
    })),
    payment: schedule.map((milestone) => ({
      name: milestone.name,
      amountMinor: milestone.amountMinor,
      dueOn: milestone.dueOn,
      trigger: milestone.trigger,
      atPercent: milestone.atPercent,
      releasedBy: releases.filter(({ milestoneId }) => milestoneId === milestone.id).map((each) => each.code),
    })),
    // One fixed price says nothing that the value does not say.
    ...(isMixed(lines) && {
      lines: lines.map(({ name, kind, originalMinor }) => ({ name, kind, originalMinor })),
    }),
    currency: contract?.currency ?? 'EUR',
    valueMinor: contract?.valueMinor ?? 0n,
  }
}

export type CharterFacts = NonNullable<Awaited<ReturnType<typeof charterFacts>>>

function isMixed(lines: (typeof contractLines.$inferSelect)[]): boolean {
  return lines.length > 1 || lines.some(({ kind }) => kind !== 'fixed-price')
}
