import type { StaffActor, Tx } from '@countersign/db/connect'
import { appraisals, decisionRecords } from '@countersign/db/tables/appraisals'
import { keptScores, whyNotAppraised, type Appraisal } from '@countersign/domain/governance/appraisal'
import { and, eq, sql } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'

type AppraisalWords = {
  title: string
  context: string
  criteria: Appraisal['criteria']
  options: Appraisal['options']
}

/** Begins to weigh options, under the next number. */
export async function beginAppraisal(
  tx: Tx,
  { projectId, title, context, by, ...content }: AppraisalWords & { projectId: string; by: StaffActor },
) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const why = whyNotAppraised(content)
  if (why) return refused(why)
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${appraisals.number}), 0)::integer` })
    .from(appraisals)
    .where(eq(appraisals.projectId, projectId))
  const number = last!.number + 1
  const scores = content.options.map(() => content.criteria.map(() => null))
  await tx
    .insert(appraisals)
    .values({ projectId, number, title, context, content: { ...content, scores }, writtenBy: by.staffId })
  return { ok: true as const, number }
}

type Numbered = { projectId: string; number: number }

/** Changes what is weighed by what. Scores stay with what is called as before. */
export async function changeAppraisal(
  tx: Tx,
  { projectId, number, title, context, ...content }: AppraisalWords & Numbered,
) {
  const known = await openAppraisal(tx, { projectId, number })
  if (!known.ok) return known
  const why = whyNotAppraised(content)
  if (why) return refused(why)
  const scores = keptScores(known.appraisal.content, content)
  await tx
    .update(appraisals)
    .set({ title, context, content: { ...content, scores } })
    .where(eq(appraisals.id, known.appraisal.id))
  return { ok: true as const }
}

/** Scores each option by each criterion; as many scores as the appraisal has pairs. */
export async function scoreAppraisal(
  tx: Tx,
  { projectId, number, scores }: Numbered & { scores: Appraisal['scores'] },
) {
  const known = await openAppraisal(tx, { projectId, number })
  if (!known.ok) return known
  const { content, id } = known.appraisal
  const isWhole =
    scores.length === content.options.length && scores.every((row) => row.length === content.criteria.length)
  if (!isWhole) return refused('changed-meanwhile')
  await tx
    .update(appraisals)
    .set({ content: { ...content, scores } })
    .where(eq(appraisals.id, id))
  return { ok: true as const }
}

/** An appraisal whose choice is not recorded yet, with the project held until commit. */
export async function openAppraisal(tx: Tx, { projectId, number }: Numbered) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [row] = await tx
    .select()
    .from(appraisals)
    .where(and(eq(appraisals.projectId, projectId), eq(appraisals.number, number)))
  if (!row) return refused('no-such-appraisal')
  const chosen = await tx.$count(decisionRecords, eq(decisionRecords.appraisalId, row.id))
  if (chosen > 0) return refused('already-chosen')
  return { ok: true as const, appraisal: { ...row, content: row.content as Appraisal } }
}
