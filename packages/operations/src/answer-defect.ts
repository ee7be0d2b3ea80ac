import type { StaffActor, Tx } from '@countersign/db/connect'
import { defectAnswers, testDefects } from '@countersign/db/tables/testing'
import { and, eq } from 'drizzle-orm'
import { refused } from './result'

type Answer = {
  projectId: string
  defectId: string
  answer: 'mended' | 'not-a-defect'
  text: string
  by: StaffActor
  now: Date
}

/** Says what our side did about a defect. What closes it is a re-test by the customer, not this. */
export async function answerDefect(tx: Tx, { projectId, defectId, answer, text, by, now }: Answer) {
  const [defect] = await tx
    .select({ id: testDefects.id })
    .from(testDefects)
    .where(and(eq(testDefects.projectId, projectId), eq(testDefects.id, defectId)))
  if (!defect) return refused('no-such-defect')
  await tx
    .insert(defectAnswers)
    .values({ projectId, defectId, answer, text, answeredBy: by.staffId, answeredAt: now })
  return { ok: true as const }
}
