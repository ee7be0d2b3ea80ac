import type { StaffActor, Tx } from '@countersign/db/connect'
import { decisionRecords } from '@countersign/db/tables/appraisals'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { bestOptions, totals, whyNotChosen } from '@countersign/domain/governance/appraisal'
import { eq, sql } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { refused } from './result'
import { openAppraisal } from './write-appraisal'

type Decision = {
  projectId: string
  title: string
  context: string
  decision: string
  reason: string
  decidedOn: LocalDate
  by: StaffActor
}

/** Keeps what was decided and why, under the next number. It is never changed; a change of mind is another record. */
export async function recordDecision(tx: Tx, { projectId, by, ...words }: Decision) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  if (words.reason.trim() === '') return refused('reason-missing')
  const number = await nextNumber(tx, projectId)
  await tx.insert(decisionRecords).values({ projectId, number, ...words, recordedBy: by.staffId })
  return { ok: true as const, number }
}

type Choice = {
  projectId: string
  /** The appraisal's number, and the option's place in it. */
  number: number
  option: number
  reason: string
  decidedOn: LocalDate
  by: StaffActor
}

/** Ends an appraisal in a decision record that keeps all that was weighed. Choosing another than the best needs a reason. */
export async function chooseOption(tx: Tx, { projectId, number, option, reason, decidedOn, by }: Choice) {
  const known = await openAppraisal(tx, { projectId, number })
  if (!known.ok) return known
  const { id: appraisalId, title, context, content } = known.appraisal
  const why = whyNotChosen(content, { option, reason })
  if (why) return refused(why)
  const decision = await nextNumber(tx, projectId)
  const isBest = bestOptions(content).includes(option)
  await tx.insert(decisionRecords).values({
    projectId,
    number: decision,
    title,
    context,
    decision: content.options[option]!.name,
    reason,
    decidedOn,
    appraised: { ...content, totals: totals(content), chosen: option, isBest },
    appraisalId,
    recordedBy: by.staffId,
  })
  return { ok: true as const, number: decision }
}

async function nextNumber(tx: Tx, projectId: string): Promise<number> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${decisionRecords.number}), 0)::integer` })
    .from(decisionRecords)
    .where(eq(decisionRecords.projectId, projectId))
  return last!.number + 1
}
