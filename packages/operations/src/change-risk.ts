import type { Tx } from '@countersign/db/connect'
import { risks } from '@countersign/db/tables/budgets'
import type { RiskState } from '@countersign/domain/risk'
import { and, eq } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { whyNotKept, type RiskWords } from './record-risk'
import { refused } from './result'

type ChangeRisk = RiskWords & { projectId: string; number: number; state: RiskState }

/** Judges a risk anew, or says that it came true or is over. */
export async function changeRisk(tx: Tx, { projectId, number, ...risk }: ChangeRisk) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const key = and(eq(risks.projectId, projectId), eq(risks.number, number))
  const [before] = await tx.select({ state: risks.state }).from(risks).where(key)
  if (!before) return refused('no-such-risk')
  const why = await whyNotKept(tx, risk, before.state)
  if (why) return refused(why)
  await tx.update(risks).set(risk).where(key)
  return { ok: true as const }
}
