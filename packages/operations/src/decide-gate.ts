import type { StaffActor, Tx } from '@countersign/db/connect'
import { staff } from '@countersign/db/tables/people'
import { gateConditions, gateDecisions } from '@countersign/db/tables/phases'
import { gateCriterionStates, gateEvidenceStates, gateStates } from '@countersign/db/views/gates'
import type { LocalDate } from '@countersign/domain/calendar-day'
import { whyNotDecided, type GateOutcome } from '@countersign/domain/governance/gate'
import { and, eq, inArray } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import { brokenConstraint, refused, undoneIfRefused } from './result'

type GateDecision = {
  projectId: string
  phaseId: string
  outcome: GateOutcome
  reason: string
  conditions: { text: string; ownerId: string; dueOn: LocalDate }[]
  /** The digest of the state that was on the screen. */
  digest: string
  by: StaffActor
}

const refusals = {
  gate_in_order: 'not-in-order',
  gate_as_seen: 'changed-meanwhile',
  gate_go_needs_all: 'not-all-met',
} as const

/**
 * Records what was decided at a gate: a go, a conditional one, a hold or a stop, on the state that the decider saw. The
 * database keeps that state, numbers the decision, and lets no phase be passed out of turn.
 */
export async function decideGate(tx: Tx, decision: GateDecision) {
  const { projectId, phaseId, outcome, reason, conditions, digest, by } = decision
  const [criteria, evidence, [state]] = await Promise.all([
    tx.select().from(gateCriterionStates).where(eq(gateCriterionStates.phaseId, phaseId)),
    tx.select().from(gateEvidenceStates).where(eq(gateEvidenceStates.phaseId, phaseId)),
    tx
      .select({ digest: gateStates.digest })
      .from(gateStates)
      .where(and(eq(gateStates.projectId, projectId), eq(gateStates.phaseId, phaseId))),
  ])
  if (!state) return refused('no-such-phase')
  if (state.digest !== digest) return refused('changed-meanwhile')
  const why = whyNotDecided({ criteria, evidence }, { outcome, reason, conditionCount: conditions.length })
  if (why) return refused(why)
  if (!(await areActive(tx, conditions))) return refused('no-such-owner')
  const id = randomUUID()
  return undoneIfRefused(tx, async (inner) => {
    try {
      await inner.insert(gateDecisions).values({
        id,
        projectId,
        phaseId,
        // The number and the state are the database's to write.
        number: 0,
        state: {},
        outcome,
        reason,
        digest,
        decidedBy: by.staffId,
      })
      if (conditions.length > 0)
        await inner.insert(gateConditions).values(
          conditions.map((condition, index) => ({
            projectId,
            gateDecisionId: id,
            position: index + 1,
            ...condition,
          })),
        )
      return { ok: true as const, gateDecisionId: id }
    } catch (error) {
      const broken = brokenConstraint(error)
      if (broken && broken in refusals) return refused(refusals[broken as keyof typeof refusals])
      throw error
    }
  })
}

async function areActive(tx: Tx, conditions: GateDecision['conditions']): Promise<boolean> {
  const asked = [...new Set(conditions.map(({ ownerId }) => ownerId))]
  if (asked.length === 0) return true
  const found = await tx
    .select({ id: staff.id })
    .from(staff)
    .where(and(inArray(staff.id, asked), eq(staff.isActive, true)))
  return found.length === asked.length
}
