import type { Tx } from '@countersign/db/connect'
import { deliverables } from '@countersign/db/tables/contract'
import { testCases } from '@countersign/db/tables/testing'
import { whyNotATestCase, type TestCase } from '@countersign/domain/testing'
import { and, eq, gt, sql } from 'drizzle-orm'
import { criteriaOf } from './criteria-of'
import { refused } from './result'

type TestCases = {
  projectId: string
  deliverableId: string
  cases: Omit<TestCase, 'id' | 'position'>[]
}

/** Writes a deliverable's test cases whole. A case keeps its identity by its place; rounds keep the cases as they were. */
export async function setTestCases(tx: Tx, { projectId, deliverableId, cases }: TestCases) {
  const which = and(eq(deliverables.projectId, projectId), eq(deliverables.id, deliverableId))
  const [deliverable] = await tx.select({ id: deliverables.id }).from(deliverables).where(which).for('update')
  if (!deliverable) return refused('no-such-deliverable')
  const criteria = await criteriaOf(tx, deliverableId)
  for (const testCase of cases) {
    const why = whyNotATestCase(testCase, criteria)
    if (why) return refused(why)
  }
  await tx
    .delete(testCases)
    .where(and(eq(testCases.deliverableId, deliverableId), gt(testCases.position, cases.length)))
  if (cases.length > 0)
    await tx
      .insert(testCases)
      .values(cases.map((testCase, at) => ({ projectId, deliverableId, position: at + 1, ...testCase })))
      .onConflictDoUpdate({
        target: [testCases.deliverableId, testCases.position],
        set: {
          criterionPosition: sql`excluded.criterion_position`,
          title: sql`excluded.title`,
          preparation: sql`excluded.preparation`,
          steps: sql`excluded.steps`,
        },
      })
  return { ok: true as const }
}
