import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { and, eq } from 'drizzle-orm'
import { charterFacts, type CharterFacts } from '@countersign/operations/charter-facts'
import { moneyText } from '../../money-text'

/** What the charter will say in figures and what it still lacks; null unless the deliverable is the charter. */
export async function charterToPrepare(tx: Tx, ids: { projectId: string; deliverableId: string }) {
  const { projectId, deliverableId } = ids
  const [[charter], facts] = await Promise.all([
    tx
      .select({ id: deliverables.id })
      .from(deliverables)
      .where(
        and(
          eq(deliverables.projectId, projectId),
          eq(deliverables.id, deliverableId),
          eq(deliverables.kind, 'charter'),
        ),
      ),
    charterFacts(tx, projectId),
  ])
  if (!charter || !facts) return null
  return {
    objective: facts.project.objective,
    customerLocale: facts.locale,
    counts: {
      scope: facts.scope.length,
      deliverables: facts.deliverables.length,
      milestones: facts.milestones.length,
      payments: facts.payment.length,
    },
    value: facts.hasContract ? moneyText(facts.valueMinor, facts.currency) : null,
    missing: missingIn(facts),
  }
}

function missingIn(facts: CharterFacts) {
  return [
    ...(facts.project.objective ? [] : ['missingObjective' as const]),
    ...(facts.scope.length > 0 ? [] : ['missingScope' as const]),
    ...(facts.deliverables.length > 0 ? [] : ['missingDeliverables' as const]),
    ...(facts.hasContract ? [] : ['missingContract' as const]),
  ]
}
