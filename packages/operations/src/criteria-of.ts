import type { Tx } from '@countersign/db/connect'
import { acceptanceCriteria } from '@countersign/db/tables/contract'
import { criteriaConfirmations, criteriaVersions } from '@countersign/db/tables/criteria'
import type { Criterion } from '@countersign/domain/acceptance'
import canonicalize from 'canonicalize'
import { asc, desc, eq } from 'drizzle-orm'

/** The working criteria of a deliverable, in order. */
export async function criteriaOf(tx: Tx, deliverableId: string): Promise<Criterion[]> {
  return tx
    .select({
      id: acceptanceCriteria.id,
      position: acceptanceCriteria.position,
      statement: acceptanceCriteria.statement,
      howChecked: acceptanceCriteria.howChecked,
      evidenceWanted: acceptanceCriteria.evidenceWanted,
      weight: acceptanceCriteria.weight,
    })
    .from(acceptanceCriteria)
    .where(eq(acceptanceCriteria.deliverableId, deliverableId))
    .orderBy(asc(acceptanceCriteria.position))
}

/** The version put before the customer last, and whether it was confirmed; null where none was. */
export async function latestCriteriaVersion(tx: Tx, deliverableId: string) {
  const [latest] = await tx
    .select({
      id: criteriaVersions.id,
      number: criteriaVersions.number,
      criteria: criteriaVersions.criteria,
      confirmedAt: criteriaConfirmations.confirmedAt,
    })
    .from(criteriaVersions)
    .leftJoin(criteriaConfirmations, eq(criteriaConfirmations.criteriaVersionId, criteriaVersions.id))
    .where(eq(criteriaVersions.deliverableId, deliverableId))
    .orderBy(desc(criteriaVersions.number))
    .limit(1)
  return latest ? { ...latest, criteria: latest.criteria as Criterion[] } : null
}

/** Whether two lists of criteria say the same, word for word. */
export function areSameCriteria(a: Criterion[], b: Criterion[]): boolean {
  return canonicalize(a) === canonicalize(b)
}
