import type { Tx } from '@countersign/db/connect'
import {
  gateCriteria,
  gateCriterionResults,
  gateEvidence,
  gateEvidenceRecords,
  projectPhases,
} from '@countersign/db/tables/phases'
import { and, eq, inArray } from 'drizzle-orm'
import { lockProject } from './lock-project'
import { brokenConstraint, refused, undoneIfRefused } from './result'

/** `id` of what is there already. */
export type GateDefinition = {
  criteria: { id: string | null; kind: 'exit' | 'entry'; statement: string }[]
  evidence: { id: string | null; element: string; submissionLevel: number; isRequired: boolean }[]
}
type DefineGate = GateDefinition & { projectId: string; phaseId: string }

/** Says what a gate asks for. What somebody has judged already keeps its words: it is waived, not taken away. */
export async function defineGate(tx: Tx, { projectId, phaseId, criteria, evidence }: DefineGate) {
  if (!(await lockProject(tx, projectId))) return refused('no-such-project')
  const [phase] = await tx
    .select({ id: projectPhases.id })
    .from(projectPhases)
    .where(and(eq(projectPhases.projectId, projectId), eq(projectPhases.id, phaseId)))
  if (!phase) return refused('no-such-phase')
  const [known, asked] = await Promise.all([
    tx.select().from(gateCriteria).where(eq(gateCriteria.phaseId, phaseId)),
    tx.select().from(gateEvidence).where(eq(gateEvidence.phaseId, phaseId)),
  ])
  if (!areOf(known, criteria) || !areOf(asked, evidence)) return refused('no-such-phase')
  return undoneIfRefused(tx, async (inner) => {
    try {
      await removeAbsent(inner, gateCriteria, known, criteria)
      await removeAbsent(inner, gateEvidence, asked, evidence)
    } catch (error) {
      if (/_(criterion|evidence)$/.test(brokenConstraint(error) ?? '')) return refused('judged-already')
      throw error
    }
    for (const [index, { id, ...words }] of criteria.entries()) {
      const row = { ...words, position: index + 1 }
      const before = known.find((each) => each.id === id)
      if (!before) await inner.insert(gateCriteria).values({ projectId, phaseId, ...row })
      else if (before.statement !== words.statement && (await isJudged(inner, 'criterion', before.id)))
        return refused('judged-already')
      else await inner.update(gateCriteria).set(row).where(eq(gateCriteria.id, before.id))
    }
    for (const [index, { id, ...words }] of evidence.entries()) {
      const row = { ...words, position: index + 1 }
      const before = asked.find((each) => each.id === id)
      if (!before) await inner.insert(gateEvidence).values({ projectId, phaseId, ...row })
      else if (before.element !== words.element && (await isJudged(inner, 'evidence', before.id)))
        return refused('judged-already')
      else await inner.update(gateEvidence).set(row).where(eq(gateEvidence.id, before.id))
    }
    return { ok: true as const }
  })
}

type Named = { id: string | null }

function areOf(known: readonly Named[], sent: readonly Named[]): boolean {
  return sent.every(({ id }) => id === null || known.some((each) => each.id === id))
}

async function removeAbsent(
  tx: Tx,
  table: typeof gateCriteria | typeof gateEvidence,
  known: readonly { id: string }[],
  sent: readonly Named[],
) {
  const gone = known.filter(({ id }) => !sent.some((each) => each.id === id)).map(({ id }) => id)
  if (gone.length > 0) await tx.delete(table).where(inArray(table.id, gone))
}

async function isJudged(tx: Tx, what: 'criterion' | 'evidence', id: string): Promise<boolean> {
  const found =
    what === 'criterion'
      ? await tx
          .select({ id: gateCriterionResults.id })
          .from(gateCriterionResults)
          .where(eq(gateCriterionResults.criterionId, id))
          .limit(1)
      : await tx
          .select({ id: gateEvidenceRecords.id })
          .from(gateEvidenceRecords)
          .where(eq(gateEvidenceRecords.evidenceId, id))
          .limit(1)
  return found.length > 0
}
