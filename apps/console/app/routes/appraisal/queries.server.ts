import type { Tx } from '@countersign/db/connect'
import { appraisals, decisionRecords } from '@countersign/db/tables/appraisals'
import { bestOptions, shares, totals, type Appraisal } from '@countersign/domain/governance/appraisal'
import type { SerializeFrom } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'

/** An appraisal with what its options come to; null where it is not there. */
export async function appraisalOf(tx: Tx, projectId: string, number: number) {
  const [row] = await tx
    .select({
      title: appraisals.title,
      context: appraisals.context,
      content: appraisals.content,
      decision: decisionRecords.number,
    })
    .from(appraisals)
    .leftJoin(decisionRecords, eq(decisionRecords.appraisalId, appraisals.id))
    .where(and(eq(appraisals.projectId, projectId), eq(appraisals.number, number)))
  if (!row) return null
  const { content, ...words } = row
  return { number, ...words, ...weighed(content as Appraisal) }
}

/** What an appraisal comes to, for its page. */
export function weighed(content: Appraisal) {
  return {
    criteria: content.criteria.map((criterion, at) => ({ ...criterion, share: shares(content)[at]! })),
    options: content.options.map((option, at) => ({
      ...option,
      total: totals(content)[at] ?? null,
      isBest: bestOptions(content).includes(at),
    })),
    scores: content.scores,
  }
}

export type AppraisalPage = SerializeFrom<NonNullable<Awaited<ReturnType<typeof appraisalOf>>>>
export type Weighed = SerializeFrom<ReturnType<typeof weighed>>
