import type { Tx } from '@countersign/db/connect'
import { appraisals, decisionRecords } from '@countersign/db/tables/appraisals'
import { staff } from '@countersign/db/tables/people'
import type { Appraisal } from '@countersign/domain/governance/appraisal'
import type { SerializeFrom } from '@remix-run/node'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'

const MOST = 1000

/** A project's decision records, the latest first, and what is still being weighed. */
export async function decisionsOf(tx: Tx, projectId: string) {
  const [records, open] = await Promise.all([
    tx
      .select({
        number: decisionRecords.number,
        title: decisionRecords.title,
        decision: decisionRecords.decision,
        decidedOn: decisionRecords.decidedOn,
        appraised: decisionRecords.appraised,
        by: staff.name,
      })
      .from(decisionRecords)
      .innerJoin(staff, eq(staff.id, decisionRecords.recordedBy))
      .where(eq(decisionRecords.projectId, projectId))
      .orderBy(desc(decisionRecords.number))
      .limit(MOST),
    tx
      .select({ number: appraisals.number, title: appraisals.title, content: appraisals.content })
      .from(appraisals)
      .leftJoin(decisionRecords, eq(decisionRecords.appraisalId, appraisals.id))
      .where(and(eq(appraisals.projectId, projectId), isNull(decisionRecords.id)))
      .orderBy(asc(appraisals.number)),
  ])
  return {
    records: records.map(({ appraised, ...row }) => ({
      ...row,
      weighed: (appraised as Appraisal | null)?.options.length ?? null,
    })),
    open: open.map(({ content, ...row }) => {
      const { options, scores } = content as Appraisal
      const all = scores.flat()
      return {
        ...row,
        options: options.length,
        pairs: all.length,
        scored: all.filter((score) => score !== null).length,
      }
    }),
  }
}

export type Decisions = SerializeFrom<Awaited<ReturnType<typeof decisionsOf>>>
